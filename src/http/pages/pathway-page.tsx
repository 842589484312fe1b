import { useContext } from "preact/hooks";
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
import { PageLanguageContext, useMessages } from "../messages/language.tsx";
import { searchOf } from "../patient-search.ts";

const VIEWS = ["chart", "outline", "table"] as const;
export type View = (typeof VIEWS)[number];

export function isView(name: string): name is View {
  return VIEWS.some((view) => view === name);
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
  const words = useMessages().pathway;
  const isIndexed = review.status === "Approved" && patient === undefined;
  return (
    <Layout title={`${words.title}: ${topic.title}`} assets={assets} index={isIndexed} translated>
      <div class="page page-pathway">
        <header class="page-lead">
          <p class="kicker">
            <a href={`/topics/${topic.slug}${searchOf(state)}`} lang="en">
              {topic.title}
            </a>
          </p>
          <h1 lang="en">{pathway.title}</h1>
          <StatusStrip review={review} lastUpdated={topic.lastUpdated} topic={topic} />
          <nav class="readers" aria-label={words.shownAs}>
            <span class="readers-label" aria-hidden="true">
              {words.shownAs}
            </span>
            {VIEWS.map((name) => (
              <a key={name} href={searchOf(state, { view: name })} aria-current={name === view ? "page" : undefined}>
                {words.views[name]}
              </a>
            ))}
          </nav>
          <ProfilePicker {...props} />
        </header>
        <PatientSummary {...props} />
        {view === "chart" ? <PathwayChart {...props} hrefs={hrefsOf(props)} /> : null}
        {view === "outline" ? <PathwayOutline {...props} /> : null}
        {view === "table" ? <PathwayTables {...props} /> : null}
        <p class="hint">{words.drawnFrom(pathway.version)}</p>
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
  const { guideline } = useMessages().patient;
  if (pathway.profiles.length < 2) return null;
  return (
    <nav class="profiles" aria-labelledby="profiles">
      <p id="profiles" class="label">
        {guideline}
      </p>
      <ul>
        {pathway.profiles.map(({ id, label }) => (
          <li key={id}>
            <a
              href={searchOf({ ...state, profile: id }, { view })}
              aria-current={id === state.profile ? "true" : undefined}
            >
              <span lang="en">{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Which patient is drawn, or why none is. */
function PatientSummary({ topic, pathway, state, patient }: PathwayPageProps) {
  const { pathway: words, patient: patientWords } = useMessages();
  const { tag } = useContext(PageLanguageContext).language;
  const { reading, problems, answer } = state;
  const entered = formFields(pathway).filter(({ name }) => (reading.typed.get(name) ?? "") !== "");
  const form = `/topics/${topic.slug}${searchOf(state)}#patient`;
  if (reading.errors.length + reading.unused.length + problems.length > 0)
    return (
      <div class="error-summary" role="alert">
        <p class="label">
          {patientWords.notAllUsed}
          {patient === undefined ? words.noPatient : ""}
        </p>
        <ul lang="en">
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
              <code>{name}</code> <span lang={tag}>{patientWords.notAFinding}</span>
            </li>
          ))}
        </ul>
        <p>
          <a href={form}>{words.correct}</a>
        </p>
      </div>
    );
  if (patient === undefined) return <p class="hint">{words.anyPatient(<a href={form}>{patientWords.enter}</a>)}</p>;
  return (
    <section class="pathway-patient" aria-labelledby="this-patient">
      <h2 id="this-patient">{patientWords.title}</h2>
      <p>
        {answer?.nextStep?.title === undefined ? (
          <strong>{words.noAdvice}</strong>
        ) : (
          <strong lang="en">{answer.nextStep.title}</strong>
        )}
      </p>
      <p>
        {words.from}{" "}
        <span lang="en">
          {entered.map((field) => `${labelOf(field)}: ${reading.typed.get(field.name)}`).join("; ")}.
        </span>{" "}
        <a href={form}>{words.changeFindings}</a>
      </p>
    </section>
  );
}
