import type { Answer } from "../../answer/answer-shape.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { AdviceChanged, WasAdvised } from "../components/advice-changed.tsx";
import { NextStep } from "../components/next-step.tsx";
import { PatientField } from "../components/patient-fields.tsx";
import { ErrorSummary } from "../components/patient-panel.tsx";
import { Contradictions, Presumptions, Warnings } from "../components/patient-result.tsx";
import { ProfileComparison } from "../components/profile-comparison.tsx";
import { correctionsTo } from "../corrections.ts";
import { type FormField, findField, formFields, labelOf } from "../form-fields.ts";
import type { Messages } from "../messages/en.tsx";
import { useMessages } from "../messages/language.tsx";
import { parametersOf, searchOf } from "../patient-search.ts";
import { adviceLine, noteFooter } from "./note.ts";
import { type ToolContext, ToolFrame } from "./tool-frame.tsx";
import { NoteText, typedWords } from "./tool-parts.tsx";

export interface QuestionsPageProps extends ToolContext {
  readonly pathway: Pathway;
}

type Need = Answer["needs"][number];

/** One question at a time, the one that settles most first; each answer is one press, and the advice comes as soon as nothing can change it. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { topic, pathway, state, bibliography } = props;
  const words = useMessages().tools.questions;
  const { answer } = state;
  const fields = formFields(pathway);
  const open = answer?.needs.filter(({ feature }) => !isAnswered(findField(fields, feature), state)) ?? [];
  // What was answered with "not known" may still decide; it is not asked again.
  const [need] = open;
  // Before the first answer a reader sees what is taken for granted, emergencies among it.
  const isNew = Object.keys(state.reading.findings).length === 0;
  const corrections = correctionsTo(pathway, `/topics/${topic.slug}/questions`, parametersOf(state));
  return (
    <ToolFrame {...props} current="questions" title={words.title} lede={words.lede}>
      <section class="tool-form wizard" aria-labelledby="question">
        <ErrorSummary fields={fields} state={state} />
        {answer?.alarm === true || need === undefined ? (
          <h2 id="question">{headingOf(answer, words)}</h2>
        ) : (
          <Question {...props} need={need} field={findField(fields, need.feature)} left={open.length} />
        )}
        {answer !== undefined && need === undefined ? (
          <>
            <NextStep answer={answer} bibliography={bibliography} />
            <NotKnown answer={answer} />
            <Warnings answer={answer} bibliography={bibliography} />
          </>
        ) : null}
        {answer?.alarm === true && need !== undefined ? <NextStep answer={answer} bibliography={bibliography} /> : null}
      </section>
      <section class="tool-result" aria-labelledby="so-far">
        <div class="result-head">
          <h2 id="so-far">{words.soFar}</h2>
        </div>
        <div class="tool-answer">
          <Answered {...props} fields={fields} />
          {answer === undefined ? null : (
            <>
              <AdviceChanged state={state} pathway={pathway} />
              <Contradictions answer={answer} />
              {need === undefined ? null : <StillOpen answer={answer} />}
              <Presumptions answer={answer} correct={corrections.presumption} unfolded={isNew} />
              <ProfileComparison byProfile={state.byProfile} current={state.profile} />
              <NoteText label={words.label} text={questionsNote(props, fields)} />
            </>
          )}
          <p>
            {words.sameAs(
              <a href={`/topics/${topic.slug}/pathway${searchOf(state, { view: "outline" })}`}>{words.outline}</a>,
              <a href={`/topics/${topic.slug}/pathway${searchOf(state, { view: "table" })}`}>{words.tables}</a>,
              <a href={`/topics/${topic.slug}${searchOf(state)}#patient`}>{words.form}</a>,
            )}
          </p>
        </div>
      </section>
    </ToolFrame>
  );
}

function headingOf(answer: Answer | undefined, words: Messages["tools"]["questions"]): string {
  if (answer === undefined) return words.mendFirst;
  return answer.needs.length === 0 || answer.alarm ? words.noMore : words.notSettled;
}

function isAnswered(field: FormField | undefined, { reading }: ToolContext["state"]): boolean {
  return field !== undefined && (reading.typed.get(field.name) ?? "") !== "";
}

/** What was asked, is not known, and still decides. */
function NotKnown({ answer }: { readonly answer: Answer }) {
  const { notKnown } = useMessages().tools.questions;
  if (answer.needs.length === 0) return null;
  return (
    <div class="needs">
      <p class="label">{notKnown}</p>
      <ul lang="en">
        {answer.needs.map(({ feature, label, cost }) => (
          <li key={feature}>
            {label} <span class="cost">{cost}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface QuestionProps extends QuestionsPageProps {
  readonly need: Need;
  readonly field: FormField | undefined;
  readonly left: number;
}

/** The question with its reason. A yes/no and a list are answered by one press; a number has its entry. */
function Question({ topic, pathway, state, need, field, left }: QuestionProps) {
  const words = useMessages().tools.questions;
  if (field === undefined)
    return (
      <h2 id="question" lang="en">
        {need.ask}
      </h2>
    );
  const rest = formFields(pathway).filter((other) => other !== field);
  const typed = (name: string) => state.reading.typed.get(name) ?? "";
  const answered = rest.filter(({ name }) => typed(name) !== "").length;
  const names = rest.flatMap(({ kind, name }) => (kind === "quantity" ? [name, `${name}.unit`] : [name]));
  return (
    <form method="get" action={`/topics/${topic.slug}/questions`} class="question-form">
      <p class="label">
        {words.count(answered + 1, left)} ·{" "}
        <span class="cost" lang="en">
          {need.cost}
        </span>
      </p>
      <h2 id="question" lang="en">
        {need.ask}
      </h2>
      <p class="hint" lang="en">
        {need.why}
      </p>
      <input type="hidden" name="profile" value={state.profile} />
      <WasAdvised state={state} />
      {names.map((name) =>
        typed(name) === "" ? null : <input key={name} type="hidden" name={name} value={typed(name)} />,
      )}
      <Answers field={field} state={state} need={need} />
    </form>
  );
}

function Answers({ field, state, need }: Pick<QuestionProps, "state" | "need"> & { readonly field: FormField }) {
  const { patient, tools } = useMessages();
  if (field.kind === "truth" || field.kind === "choice") {
    const options =
      field.kind === "choice"
        ? field.choices.map(({ code, label }) => [code, label] as const)
        : ([
            ["yes", patient.answers.yes],
            ["no", patient.answers.no],
          ] as const);
    return (
      <div class={field.kind === "truth" ? "answers answers-truth" : "answers"}>
        {options.map(([value, label]) => (
          <button
            key={value}
            type="submit"
            name={field.name}
            value={value}
            class="answer"
            lang={field.kind === "choice" ? "en" : undefined}
          >
            {label}
          </button>
        ))}
        <button type="submit" name={field.name} value="unknown" class="answer answer-unknown">
          {patient.answers.unknown}
        </button>
      </div>
    );
  }
  return (
    <div class="answers">
      <PatientField field={field} reading={state.reading} ask={need.label} />
      <div class="answers-number">
        <button type="submit" class="primary">
          {tools.questions.next}
        </button>
        <a class="button" href={searchOf(state, { [field.name]: "unknown" })}>
          {patient.answers.unknown}
        </a>
      </div>
    </div>
  );
}

/** What was answered, each with the way back to its question. */
function Answered({ state, topic, fields }: QuestionsPageProps & { readonly fields: readonly FormField[] }) {
  const typed = (name: string) => state.reading.typed.get(name) ?? "";
  const { again, questions: words } = useMessages().tools;
  const answered = fields.filter(({ name }) => typed(name) !== "");
  if (answered.length === 0) return <p class="hint">{words.nothing}</p>;
  return (
    <>
      <ul class="answered">
        {answered.map((field) => {
          const query = parametersOf(state);
          query.delete(field.name);
          query.delete(`${field.name}.unit`);
          return (
            <li key={field.name}>
              <span lang="en">{labelOf(field)}</span> <strong lang="en">{typedWords(field, typed)}</strong>{" "}
              <a class="change" href={`?${query}`}>
                {words.takeBack}
                <span class="visually-hidden" lang="en">
                  : {labelOf(field)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      <p>
        <a class="reset" href={`/topics/${topic.slug}/questions`}>
          {again}
        </a>
      </p>
    </>
  );
}

function StillOpen({ answer }: { readonly answer: Answer }) {
  const { stillPossible } = useMessages().tools.questions;
  if (answer.possible.length === 0) return null;
  return (
    <div class="possible">
      <p class="label">{stillPossible}</p>
      <ul lang="en">
        {[...new Map(answer.possible.map((one) => [one.code, one])).values()].map(({ code, title }) => (
          <li key={code}>{title}</li>
        ))}
      </ul>
    </div>
  );
}

function questionsNote({ state, topic, review }: QuestionsPageProps, fields: readonly FormField[]): string {
  const typed = (name: string) => state.reading.typed.get(name) ?? "";
  const answered = fields.filter(({ name }) => typed(name) !== "");
  return [
    ...answered.map((field) => `${labelOf(field)}: ${typedWords(field, typed)}.`),
    ...(state.answer?.presumed.length
      ? [
          `Presumed, nobody asked: ${state.answer.presumed.map(({ label, display }) => `${label}: ${display}`).join("; ")}.`,
        ]
      : []),
    ...adviceLine(state.answer),
    ...noteFooter(topic, review, state.profile),
  ].join("\n");
}
