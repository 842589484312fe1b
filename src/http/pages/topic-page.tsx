import type { Answer, AnswerReview } from "../../answer/answer-shape.ts";
import { type Article, isAdvised, type Reader } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Assets } from "../assets.ts";
import type { Bibliography } from "../bibliography.ts";
import { GlossaryCards } from "../components/glossary.tsx";
import { Layout } from "../components/layout.tsx";
import { PaperFoot } from "../components/paper-foot.tsx";
import { PatientPanel, type PatientState } from "../components/patient-panel.tsx";
import { DepthPicker, ReaderPicker, VariantNote } from "../components/reader-picker.tsx";
import { ReferenceList } from "../components/reference-list.tsx";
import { NextQuestionBox, RelatedQuestions } from "../components/related-questions.tsx";
import { SectionView } from "../components/section-view.tsx";
import { SignedData } from "../components/signed-data.tsx";
import { StatusStrip } from "../components/status-strip.tsx";
import { WhatChanged } from "../components/what-changed.tsx";
import type { MarkedTerms } from "../glossary-terms.ts";
import { useMessages } from "../messages/language.tsx";
import { ReportForm } from "../questions/report-form.tsx";
import type { Depth } from "../reading-depth.ts";
import { ToolNav } from "../tools/tool-frame.tsx";

export interface TopicPageProps {
  readonly assets: Assets;
  readonly topic: Topic;
  readonly article: Article;
  readonly review: AnswerReview;
  readonly bibliography: Bibliography;
  readonly related: Answer["related"];
  /** Whom the page is for; the text is the clinician's where this reader has none. */
  readonly reader: Reader;
  readonly depth: Depth;
  readonly depths: readonly Depth[];
  /** Words that open their explanation. */
  readonly terms: MarkedTerms;
  /** Whether this server can keep what a reader reports. */
  readonly takesReports: boolean;
  /** Absent for patients, who are given general information and never advice on one person. */
  readonly patient: PatientState | undefined;
}

/** The article of a topic for one reader, and for clinicians the pathway beside it. */
export function TopicPage(props: TopicPageProps) {
  const { assets, topic, article, review, bibliography, patient, reader, depth, terms } = props;
  const words = useMessages().topic;
  const question = article.reader === "patient" ? topic.patientQuestion : topic.question;
  const [lead, ...rest] = article.sections;
  const hasPanel = patient !== undefined && topic.pathway !== undefined;
  return (
    <Layout title={question} assets={assets} index={review.status === "Approved"} translated>
      <SignedData topic={topic} review={review} />
      <article class={hasPanel ? "page page-topic" : "page page-topic page-alone"}>
        <header class="page-lead">
          <p class="kicker" lang="en">
            {topic.title}
          </p>
          <h1 lang="en">{question}</h1>
          <StatusStrip review={review} lastUpdated={topic.lastUpdated} topic={topic} />
          <PathwayRefused topic={topic} />
          <VariantNote topic={topic} reader={reader} />
          {lead === undefined ? null : <SectionView section={lead} bibliography={bibliography} graded terms={terms} />}
          {depth === "full" ? null : <ShortenedNote topic={topic} reader={reader} />}
          {patient === undefined ? null : <ToolNav topic={topic} state={patient} />}
          <div class="pickers">
            <ReaderPicker topic={topic} reader={reader} depth={depth} />
            <DepthPicker topic={topic} reader={reader} depth={depth} depths={props.depths} />
          </div>
        </header>
        {patient !== undefined && topic.pathway !== undefined ? (
          <div class="page-side">
            <PatientPanel topic={topic} pathway={topic.pathway} state={patient} bibliography={bibliography} />
          </div>
        ) : null}
        <ContentsList article={article} hasPanel={hasPanel} />
        <div class="page-body">
          {rest.map((section) => (
            <SectionView key={section.id} section={section} bibliography={bibliography} terms={terms} />
          ))}
          {hasPanel ? (
            <p class="topic-link">
              <a class="button" href={`/topics/${topic.slug}/pathway`}>
                {words.pathwayViews}
              </a>
            </p>
          ) : null}
          {topic.leaflet === undefined ? null : (
            <p class="topic-link">
              <a class="button" href={`/topics/${topic.slug}/leaflet`}>
                {isAdvised(reader) ? words.leafletForPatient : words.leafletToPrint}
              </a>
            </p>
          )}
          <Scope topic={topic} />
          <WhatChanged topic={topic} />
          <RelatedQuestions related={props.related} />
          <NextQuestionBox />
          {props.takesReports ? <ReportForm topic={topic} article={article} /> : null}
          <ReferenceList bibliography={bibliography} />
          <GlossaryCards concepts={terms.used} />
        </div>
        <PaperFoot topic={topic} review={review} />
      </article>
    </Layout>
  );
}

/** What the live update of the panel asks for: the panel and the references, without the article between them. */
export function TopicPart({ topic, bibliography, patient }: TopicPageProps) {
  if (patient === undefined || topic.pathway === undefined) return null;
  return (
    <main>
      <PatientPanel topic={topic} pathway={topic.pathway} state={patient} bibliography={bibliography} />
      <ReferenceList bibliography={bibliography} />
    </main>
  );
}

/** What is shown is a part, and says so. */
function ShortenedNote({ topic, reader }: { readonly topic: Topic; readonly reader: Reader }) {
  const { part, everything } = useMessages().topic;
  return (
    <p class="hint">
      {part} <a href={`/topics/${topic.slug}${reader === "clinician" ? "" : `?reader=${reader}`}`}>{everything}</a>
    </p>
  );
}

/** A pathway that cannot be run is not passed over in silence. */
function PathwayRefused({ topic: { pathwayRefused } }: { readonly topic: Topic }) {
  const { refused } = useMessages().topic;
  if (pathwayRefused === undefined) return null;
  return (
    <p class="contradictions" role="note">
      {refused(<span lang="en">{pathwayRefused}</span>)}
    </p>
  );
}

function ContentsList({ article, hasPanel }: { readonly article: Article; readonly hasPanel: boolean }) {
  const { topic, patient, evidence } = useMessages();
  return (
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">{topic.contents}</h2>
      <ol>
        {article.sections.slice(0, 1).map((section) => (
          <li key={section.id} lang="en">
            <a href={`#${section.id}`}>{section.title}</a>
          </li>
        ))}
        {hasPanel ? (
          <li>
            <a href="#patient">{patient.title}</a>
          </li>
        ) : null}
        {article.sections.slice(1).map((section) => (
          <li key={section.id} lang="en">
            <a href={`#${section.id}`}>{section.title}</a>
          </li>
        ))}
        <li>
          <a href="#references">{evidence.references}</a>
        </li>
      </ol>
    </nav>
  );
}

/** Whom the text is about and whom it is not, so that nobody stretches it. */
function Scope({ topic: { scope } }: { readonly topic: Topic }) {
  const words = useMessages().topic;
  return (
    <section class="scope" aria-labelledby="scope">
      <h2 id="scope">{words.scope}</h2>
      <p>
        <span lang="en">
          {scope.population}; {scope.setting}.
        </span>
        {scope.includes.length === 0 ? null : (
          <>
            {" "}
            {words.includes}: <span lang="en">{scope.includes.join("; ")}.</span>
          </>
        )}
      </p>
      {scope.excludes.length === 0 ? null : (
        <dl>
          {scope.excludes.map((exclusion) => (
            <div key={exclusion.what}>
              <dt>
                {words.not}: <span lang="en">{exclusion.what}</span>
              </dt>
              <dd lang="en">{exclusion.say}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
