import type { Answer } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { Bibliography } from "../bibliography.ts";
import { correctionsTo } from "../corrections.ts";
import { type FormField, findField, formFields, labelOf } from "../form-fields.ts";
import type { FormReading } from "../form-findings.ts";
import { useMessages } from "../messages/language.tsx";
import { parametersOf, searchOf } from "../patient-search.ts";
import { AdviceChanged, WasAdvised } from "./advice-changed.tsx";
import { NextStep } from "./next-step.tsx";
import { PatientField } from "./patient-fields.tsx";
import { Contradictions, Presumptions, Trace, Warnings } from "./patient-result.tsx";
import { type ProfileAdvice, ProfileComparison } from "./profile-comparison.tsx";
import { Scores } from "./score-view.tsx";
import { totalWords } from "./words.ts";

/** What stands in the panel: the form as it was sent, and the answer when the pathway could be run on it. */
export interface PatientState {
  readonly reading: FormReading;
  readonly profile: string;
  readonly answer: Answer | undefined;
  /** Faults that belong to no single field. */
  readonly problems: readonly string[];
  /** Code of the advice before the last change, as the form sent it along; empty when there was none. */
  readonly was: string;
  /** What each guideline of the pathway leads to for the same findings. */
  readonly byProfile: readonly ProfileAdvice[];
}

interface PatientPanelProps {
  readonly topic: Topic;
  readonly pathway: Pathway;
  readonly state: PatientState;
  readonly bibliography: Bibliography;
}

/** The pathway run on one patient: the result, then the form that it was made from. A plain GET form; scripts only save the click. */
export function PatientPanel({ topic, pathway, state, bibliography }: PatientPanelProps) {
  const words = useMessages().patient;
  const fields = formFields(pathway);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: beside the article the panel scrolls by itself and must do so by keyboard (WCAG 2.1.1)
    <section class="patient" id="patient" aria-labelledby="patient-heading" tabIndex={0}>
      <div class="patient-head">
        <h2 id="patient-heading">{words.title}</h2>
        <p class="patient-now" role="status" data-patient-status>
          <NowInShort state={state} pathway={pathway} />
        </p>
      </div>
      <div class="patient-result" data-patient-result>
        <ErrorSummary fields={fields} state={state} />
        {state.answer === undefined ? (
          <p class="hint">{words.enterToSee}</p>
        ) : (
          <PatientResult topic={topic} state={state} pathway={pathway} fields={fields} bibliography={bibliography} />
        )}
        <p>
          <a href={`/topics/${topic.slug}/pathway${searchOf(state)}`}>
            {state.answer === undefined ? words.chart : words.ownChart}
          </a>
        </p>
      </div>
      <details class="patient-entry" open={isInUse(state)}>
        <summary>{words.enter}</summary>
        <PatientForm topic={topic} pathway={pathway} fields={fields} state={state} />
      </details>
    </section>
  );
}

/** The result in one line, which stays in sight while the form is filled in. */
function NowInShort({ state: { answer, reading, problems }, pathway }: { state: PatientState; pathway: Pathway }) {
  const messages = useMessages();
  if (reading.errors.length + problems.length > 0) return <>{messages.patient.notAllUsed}</>;
  const score = answer?.scores.find((one) => one.score === pathway.decidingScore) ?? answer?.scores[0];
  const total = score === undefined ? "" : ` ${score.label} ${totalWords(score.lo, score.hi, messages)}`;
  return (
    <>
      <span lang="en">{answer?.nextStep?.title}</span>
      {total === "" ? null : (
        <span class="now-score" lang="en">
          {total}
        </span>
      )}
    </>
  );
}

/** On a phone the form stays folded until somebody uses it, so that the article is near; on a wide screen it is always open. */
function isInUse({ reading }: PatientState): boolean {
  return reading.errors.length > 0 || [...reading.typed.values()].some((text) => text !== "");
}

/** What of the form could not be used, each with a way to its entry; nothing when all could. */
export function ErrorSummary({
  fields,
  state,
}: {
  readonly fields: readonly FormField[];
  readonly state: PatientState;
}) {
  const words = useMessages().patient;
  const { errors, unused } = state.reading;
  if (errors.length + unused.length + state.problems.length === 0) return null;
  return (
    <div class="error-summary" role="alert">
      <p class="label">{words.notAllUsed}</p>
      <ul>
        {errors.map((error) => (
          <li key={error.name} lang="en">
            <a href={`#entry-${error.name}`}>{nameOf(fields, error.name)}</a>: {error.message}
          </li>
        ))}
        {state.problems.map((message) => (
          <li key={message} lang="en">
            {message}
          </li>
        ))}
        {unused.map((name) => (
          <li key={name}>
            <code>{name}</code> {words.notAFinding}
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameOf(fields: readonly FormField[], name: string): string {
  const field = fields.find((candidate) => candidate.name === name);
  return field === undefined ? name : labelOf(field);
}

interface PatientResultProps extends PatientPanelProps {
  readonly fields: readonly FormField[];
}

function PatientResult({ topic, state, pathway, fields, bibliography }: PatientResultProps) {
  const { answer } = state;
  if (answer === undefined) return null;
  const corrections = correctionsTo(pathway, `/topics/${topic.slug}`, parametersOf(state));
  return (
    <>
      <AdviceChanged state={state} pathway={pathway} />
      <NextStep answer={answer} bibliography={bibliography} />
      <Contradictions answer={answer} />
      <Needs answer={answer} fields={fields} />
      <Scores scores={answer.scores} pathway={pathway} />
      <Warnings answer={answer} bibliography={bibliography} />
      <Presumptions answer={answer} correct={corrections.presumption} />
      <ProfileComparison byProfile={state.byProfile} current={state.profile} />
      <Trace answer={answer} bibliography={bibliography} pathway={pathway} />
    </>
  );
}

/** What can still change the advice, best question first; each leads to its field. */
function Needs({ answer, fields }: { readonly answer: Answer; readonly fields: readonly FormField[] }) {
  const words = useMessages().patient;
  if (answer.needs.length === 0) return null;
  return (
    <div class="needs">
      <p class="label">{words.stillNeeded}</p>
      <ol>
        {answer.needs.map((need, at) => (
          <li key={need.feature} lang="en">
            <a href={`#entry-${fieldNameOf(fields, need.feature)}`}>{need.ask}</a> <span class="cost">{need.cost}</span>
            {answer.needs[at - 1]?.why === need.why ? null : <p class="hint">{need.why}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function fieldNameOf(fields: readonly FormField[], feature: string): string {
  return findField(fields, feature)?.name ?? feature;
}

/** The first groups stand open: who the patient is, and the signs that must not be missed. */
const OPEN_GROUPS = 2;

interface PatientFormProps {
  readonly topic: Topic;
  readonly pathway: Pathway;
  readonly fields: readonly FormField[];
  readonly state: PatientState;
}

function PatientForm({ topic, pathway, fields, state }: PatientFormProps) {
  const words = useMessages().patient;
  const points = new Map(
    pathway.scores
      .filter((score) => score.id === (pathway.decidingScore ?? pathway.scores[0]?.id))
      .flatMap((score) => score.items.map((item) => [item.feature, item.points] as const)),
  );
  const groups = [...new Set(fields.map((field) => field.feature.group))];
  return (
    <form class="patient-form" action={`/topics/${topic.slug}#patient`} method="get" data-patient-form>
      <WasAdvised state={state} />
      {groups.map((group, index) => {
        const members = fields.filter((field) => field.feature.group === group);
        return (
          <details key={group} open={index < OPEN_GROUPS || isOpenAtFirst(members, points, state)}>
            <summary lang="en">{group}</summary>
            {members.map((field) => (
              <PatientField
                key={field.name}
                field={field}
                reading={state.reading}
                points={points.get(field.feature.id)}
              />
            ))}
          </details>
        );
      })}
      {pathway.profiles.length < 2 ? null : (
        <div class="entry">
          <label for="profile">{words.guideline}</label>
          <select id="profile" name="profile">
            {pathway.profiles.map((profile) => (
              <option key={profile.id} value={profile.id} lang="en" selected={profile.id === state.profile}>
                {profile.label}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="form-buttons">
        <button type="submit" class="primary">
          {words.show}
        </button>
        <a class="reset" href={`/topics/${topic.slug}#patient`}>
          {words.again}
        </a>
      </div>
    </form>
  );
}

/** The first group and those that hold the score, something typed or something wrong stand open; the rest is one tap away. */
function isOpenAtFirst(
  members: readonly FormField[],
  points: ReadonlyMap<string, number>,
  state: PatientState,
): boolean {
  const needed = new Set(state.answer?.needs.slice(0, 3).map((need) => need.feature));
  return members.some(
    (field) =>
      points.has(field.feature.id) ||
      needed.has(field.feature.id) ||
      (state.reading.typed.get(field.name) ?? "") !== "" ||
      state.reading.errors.some((error) => error.name === field.name),
  );
}
