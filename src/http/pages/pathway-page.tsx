import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { PathwayPicture, PatientPicture } from "../../pathway/draw/draw-pathway.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { PathwayChart } from "../components/pathway-chart.tsx";
import { PathwayOutline } from "../components/pathway-outline.tsx";
import { PathwayTables } from "../components/pathway-tables.tsx";
import type { PatientState } from "../components/patient-panel.tsx";
import { StatusStrip } from "../components/status-strip.tsx";
import { formFields, labelOf } from "../form-fields.ts";
import { searchOf } from "../patient-search.ts";

const VIEWS = { chart: "Chart", outline: "Outline", table: "Decision tables" } as const;
export type View = keyof typeof VIEWS;

export function isView(name: string): name is View {
  return Object.hasOwn(VIEWS, name);
}

export interface PathwayPageProps {
  readonly assets: Assets;
  readonly topic: Topic;
  readonly pathway: Pathway;
  readonly review: AnswerReview;
  readonly state: PatientState;
  readonly view: View;
  readonly picture: PathwayPicture;
  /** Present when findings were given and could all be used. */
  readonly patient?: PatientPicture;
}

/** The pathway as it is compiled: chart, outline or tables, each saying the same; for one patient with the way lit. */
export function PathwayPage(props: PathwayPageProps) {
  const { assets, topic, pathway, review, state, view, patient } = props;
  const isIndexed = review.status === "Approved" && patient === undefined;
  return (
    <Layout title={`Pathway: ${topic.title}`} assets={assets} index={isIndexed}>
      <div class="page page-pathway">
        <header class="page-lead">
          <p class="kicker">
            <a href={`/topics/${topic.slug}${searchOf(state)}`}>{topic.title}</a>
          </p>
          <h1>{pathway.title}</h1>
          <StatusStrip review={review} lastUpdated={topic.lastUpdated} topic={topic} />
          <nav class="readers" aria-label="Shown as">
            <span class="readers-label" aria-hidden="true">
              Shown as
            </span>
            {Object.entries(VIEWS).map(([name, label]) => (
              <a key={name} href={searchOf(state, { view: name })} aria-current={name === view ? "page" : undefined}>
                {label}
              </a>
            ))}
          </nav>
          <ProfilePicker {...props} />
        </header>
        <PatientSummary {...props} />
        {view === "chart" ? <PathwayChart {...props} hrefs={hrefsOf(props)} /> : null}
        {view === "outline" ? <PathwayOutline {...props} /> : null}
        {view === "table" ? <PathwayTables {...props} /> : null}
        <p class="hint">
          Drawn from the compiled pathway (version {pathway.version}), the same form that gives the advice. A drawing
          shows the rules as written; it does not make a guideline right.
        </p>
      </div>
    </Layout>
  );
}

export interface PathwayHrefs {
  readonly stage: (id: string) => string;
  readonly question: (feature: string) => string;
}

/** A stage leads to its decision table, a question to its entry in the form. */
function hrefsOf({ topic, pathway, state }: PathwayPageProps): PathwayHrefs {
  const fields = formFields(pathway);
  const nameOf = (feature: string) =>
    fields.find((field) => field.kind === "quantity" && field.members.some(({ id }) => id === feature))?.name ??
    feature;
  return {
    stage: (id) => `${searchOf(state, { view: "table" })}#stage-${id}`,
    question: (feature) => `/topics/${topic.slug}${searchOf(state)}#entry-${nameOf(feature)}`,
  };
}

function ProfilePicker({ pathway, state, view }: PathwayPageProps) {
  if (pathway.profiles.length < 2) return null;
  return (
    <nav class="profiles" aria-labelledby="profiles">
      <p id="profiles" class="label">
        Guideline followed
      </p>
      <ul>
        {pathway.profiles.map(({ id, label }) => (
          <li key={id}>
            <a
              href={searchOf({ ...state, profile: id }, { view })}
              aria-current={id === state.profile ? "true" : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Which patient is drawn, or why none is. */
function PatientSummary({ topic, pathway, state, patient }: PathwayPageProps) {
  const { reading, problems, answer } = state;
  const entered = formFields(pathway).filter(({ name }) => (reading.typed.get(name) ?? "") !== "");
  const form = `/topics/${topic.slug}${searchOf(state)}#patient`;
  if (reading.errors.length + reading.unused.length + problems.length > 0)
    return (
      <div class="error-summary" role="alert">
        <p class="label">Not everything could be used{patient === undefined ? ", so no patient is drawn" : ""}</p>
        <ul>
          {reading.errors.map(({ name, message }) => (
            <li key={name}>
              {name}: {message}
            </li>
          ))}
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {reading.unused.map((name) => (
            <li key={name}>
              <code>{name}</code> is not a finding of this pathway and was not used
            </li>
          ))}
        </ul>
        <p>
          <a href={form}>Correct the findings</a>
        </p>
      </div>
    );
  if (patient === undefined)
    return (
      <p class="hint">
        Shown for any patient. <a href={form}>Enter findings</a> to see one patient’s way.
      </p>
    );
  return (
    <section class="pathway-patient" aria-labelledby="this-patient">
      <h2 id="this-patient">This patient</h2>
      <p>
        <strong>{answer?.nextStep?.title ?? "No advice yet"}</strong>
      </p>
      <p>
        From {entered.map((field) => `${labelOf(field)}: ${reading.typed.get(field.name)}`).join("; ")}.{" "}
        <a href={form}>Change the findings</a>
      </p>
    </section>
  );
}
