import type { ComponentChildren } from "preact";
import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Assets } from "../assets.ts";
import type { Bibliography } from "../bibliography.ts";
import { Layout } from "../components/layout.tsx";
import type { PatientState } from "../components/patient-panel.tsx";
import { ReferenceList } from "../components/reference-list.tsx";
import { StatusStrip } from "../components/status-strip.tsx";
import { useMessages } from "../messages/language.tsx";
import { searchOf } from "../patient-search.ts";
import { type ToolLink, toolsOf } from "./tool-list.ts";

/** What every tool's page is made of. */
export interface ToolContext {
  readonly assets: Assets;
  readonly topic: Topic;
  readonly review: AnswerReview;
  readonly state: PatientState;
  readonly bibliography: Bibliography;
}

interface ToolFrameProps extends ToolContext {
  readonly current: ToolLink["path"];
  readonly title: ComponentChildren;
  readonly lede: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of a tool: title, status of the topic's text, way to the other tools with the same patient, sources. */
export function ToolFrame({
  assets,
  topic,
  review,
  state,
  bibliography,
  current,
  title,
  lede,
  children,
}: ToolFrameProps) {
  const { toolNames } = useMessages().topic;
  const about = toolsOf(topic).find(({ path }) => path === current)?.about;
  const name = about === undefined ? toolNames[current] : `${about} ${toolNames[current]}`;
  return (
    <Layout title={`${name}: ${topic.title}`} assets={assets} index={false} translated>
      <div class={`page page-tool tool-${current}`}>
        <header class="page-lead">
          <p class="kicker" id="tool-topic" data-live>
            <a href={`/topics/${topic.slug}${searchOf(state)}`} lang="en">
              {topic.title}
            </a>
          </p>
          <h1>{title}</h1>
          <p class="lede">{lede}</p>
          <ToolNav topic={topic} state={state} current={current} />
        </header>
        {children}
        <div class="page-foot">
          <StatusStrip review={review} lastUpdated={topic.lastUpdated} topic={topic} />
          <ReferenceList bibliography={bibliography} />
        </div>
      </div>
    </Layout>
  );
}

interface ToolNavProps {
  readonly topic: Topic;
  readonly state: PatientState;
  readonly current?: ToolLink["path"];
}

/** The topic's tools; each takes along what is known of the patient. */
export function ToolNav({ topic, state, current }: ToolNavProps) {
  const { topic: words, patient } = useMessages();
  const tools = toolsOf(topic);
  if (tools.length === 0) return null;
  const at = `/topics/${topic.slug}`;
  return (
    <nav class="tool-nav" aria-label={words.tools} id="tool-nav" data-live>
      <ul>
        {tools.map(({ path, about }) => (
          <li key={path}>
            <a href={`${at}/${path}${searchOf(state)}`} aria-current={path === current ? "page" : undefined}>
              <span>
                {about === undefined ? null : <span lang="en">{about}</span>} {words.toolNames[path]}
              </span>
            </a>
          </li>
        ))}
        {current === undefined ? null : (
          <li>
            <a href={`${at}${searchOf(state)}#patient`}>{patient.title}</a>
          </li>
        )}
        <li>
          <a href={`${at}/pathway${searchOf(state)}`}>{words.pathway}</a>
        </li>
      </ul>
    </nav>
  );
}
