import type { Answer } from "../../answer/answer-shape.ts";
import { isAdvised, type Reader } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Assets } from "../assets.ts";
import type { Bibliography } from "../bibliography.ts";
import { EvidenceCards } from "../components/evidence-card.tsx";
import { FindingsList, HighlightedQuestion } from "../components/findings-list.tsx";
import { FollowUpBox } from "../components/follow-up-box.tsx";
import { FollowedView } from "../components/followed-view.tsx";
import { Layout } from "../components/layout.tsx";
import { NextStep, NextStepDetail, NextStepInShort } from "../components/next-step.tsx";
import { PaperFoot } from "../components/paper-foot.tsx";
import { Contradictions, Presumptions, Trace, Warnings } from "../components/patient-result.tsx";
import { VariantNote } from "../components/reader-picker.tsx";
import { ReferenceList } from "../components/reference-list.tsx";
import { NextQuestionBox, NotAnswered, RelatedQuestions } from "../components/related-questions.tsx";
import { Scores } from "../components/score-view.tsx";
import { type EvidencedText, StatementText } from "../components/statement-text.tsx";
import { StatusStrip } from "../components/status-strip.tsx";
import { ThreadView } from "../components/thread-view.tsx";
import { correctionsTo } from "../corrections.ts";
import { type FormReading, toParameters } from "../form-findings.ts";
import { useMessages } from "../messages/language.tsx";
import { AnswerStatements } from "./answer-statements.tsx";
import { NeedsForm } from "./needs-form.tsx";

export interface AnswerPageProps {
  readonly assets: Assets;
  readonly question: string;
  readonly answer: Answer;
  readonly topic: Topic | undefined;
  readonly reader: Reader;
  readonly profile: string | undefined;
  /** Findings that were sent beside the question; absent when there is no pathway to read them by. */
  readonly reading: FormReading | undefined;
  readonly bottomLine: readonly EvidencedText[];
  readonly statements: readonly (EvidencedText & { readonly section: string | undefined })[];
  readonly bibliography: Bibliography;
}

/**
 * The answer to one question, led by the step for this patient or by the text, as the answer says; a question that tells of no
 * patient gets the text alone.
 */
export function AnswerPage(props: AnswerPageProps) {
  const { answer, bibliography, topic, question } = props;
  const words = useMessages().answer;
  const followed = answer.conversation?.followed ?? null;
  // A patient is given general information, never advice on one person.
  const advises = isAdvised(props.reader);
  const asksOfPatient = advises && answer.lead !== "text-alone";
  const leads = asksOfPatient && answer.lead === "patient";
  // An emergency is told whole before anything else.
  const isShort = leads && !answer.alarm;
  const StepView = isShort ? NextStepInShort : NextStep;
  const step = asksOfPatient ? <StepView answer={answer} bibliography={bibliography} /> : null;
  const needs =
    topic === undefined || props.reading === undefined || !asksOfPatient ? null : (
      <NeedsForm answer={answer} topic={topic} question={question} profile={props.profile} reading={props.reading} />
    );
  // Where it is the next step to find something out, the questions stand with it.
  const asksFirst = leads && answer.nextStep?.rule == null;
  return (
    <Layout title={titleOf(question)} assets={props.assets} index={false} translated>
      <article class="page page-answer">
        <header class="page-lead">
          <p class="kicker">{followed === null ? words.yourQuestion : words.yourFollowUp}</p>
          <h1 class={question.length > 160 ? "question question-long" : "question"} dir="auto" lang="en">
            <HighlightedQuestion question={question} findings={answer.findings} {...linksOf(props)} />
          </h1>
          {followed === null || !advises ? null : <FollowedView followed={followed} bibliography={bibliography} />}
          {leads ? step : null}
          {asksFirst ? needs : null}
          {topic === undefined ? null : <VariantNote topic={topic} reader={props.reader} />}
          <BottomLine statements={props.bottomLine} bibliography={bibliography} waits={answer.alarm && advises} />
          {isShort ? <NextStepDetail answer={answer} bibliography={bibliography} /> : null}
          {leads ? null : step}
          {answer.review === null ? null : (
            <StatusStrip review={answer.review} lastUpdated={topic?.lastUpdated} topic={topic} />
          )}
          {asksOfPatient ? <Contradictions answer={answer} /> : null}
          {asksOfPatient ? <Warnings answer={answer} bibliography={bibliography} /> : null}
          {asksFirst ? null : needs}
        </header>
        {asksOfPatient ? <ThisPatient {...props} /> : <AskOfPatient topic={advises ? topic : undefined} />}
        <div class="page-body">
          <NotAnswered items={answer.notAnswered} />
          {topic === undefined ? null : (
            <p class="topic-link">
              <a
                class="button"
                href={`/topics/${topic.slug}${props.reader === "clinician" ? "" : `?reader=${props.reader}`}`}
              >
                {/* One box: between the boxes of a button no space is kept. */}
                <span>
                  {words.whole}: <span lang="en">{topic.title}</span>
                </span>
              </a>
            </p>
          )}
          <AnswerStatements
            statements={props.statements}
            topic={topic}
            reader={props.reader}
            bibliography={bibliography}
          />
          {answer.conversation === null || !advises ? (
            <NextQuestionBox />
          ) : (
            <>
              <ThreadView conversation={answer.conversation} />
              <FollowUpBox conversation={answer.conversation} findings={answer.findings} />
            </>
          )}
          <RelatedQuestions related={answer.related} />
          <ReferenceList bibliography={bibliography} />
        </div>
        {topic === undefined || answer.review === null ? null : <PaperFoot topic={topic} review={answer.review} />}
      </article>
    </Layout>
  );
}

function BottomLine({
  statements,
  bibliography,
  waits,
}: {
  statements: readonly EvidencedText[];
  bibliography: Bibliography;
  /** An emergency stands above it: what it says of tests holds only afterwards. */
  waits: boolean;
}) {
  const words = useMessages().answer;
  if (statements.length === 0) return null;
  return (
    <section class="bottom-line" aria-labelledby="bottom-line">
      <h2 id="bottom-line">{waits ? words.bottomLineAfter : words.bottomLine}</h2>
      <p>
        {statements.map((statement) => (
          <StatementText key={statement.id} statement={statement} bibliography={bibliography} graded />
        ))}
      </p>
      <EvidenceCards statements={statements} bibliography={bibliography} />
    </section>
  );
}

/** The way to the pathway from a question of knowledge. */
function AskOfPatient({ topic }: { readonly topic: Topic | undefined }) {
  const { forOnePatient, isGeneral, runPathway } = useMessages().answer;
  if (topic?.pathway === undefined) return null;
  return (
    <div class="page-side">
      <section class="patient" id="patient" aria-labelledby="patient-heading">
        <h2 id="patient-heading">{forOnePatient}</h2>
        <div class="patient-result">
          <p>{isGeneral}</p>
          <p>
            <a class="button" href={`/topics/${topic.slug}#patient`}>
              {runPathway}
            </a>
          </p>
        </div>
      </section>
    </div>
  );
}

/** What was understood of the patient, to be confirmed or corrected, with the score and the way to the advice. */
function ThisPatient({ answer, topic, bibliography, reader, profile }: AnswerPageProps) {
  const { answer: words, patient } = useMessages();
  if (!isAdvised(reader)) return null;
  const stated = answer.findings.filter((finding) => finding.from !== "presumed");
  // Another page would show a supposition as a finding.
  const sure = stated.filter((finding) => finding.from !== "supposed");
  const told = stated.filter((finding) => finding.from !== "derived");
  const derived = stated.filter((finding) => finding.from === "derived");
  const links = linksOf({ answer, topic, reader });
  return (
    <div class="page-side">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: beside the answer the panel scrolls by itself and must do so by keyboard (WCAG 2.1.1) */}
      <section class="patient" id="patient" aria-labelledby="patient-heading" tabIndex={0}>
        <h2 id="patient-heading">{patient.title}</h2>
        <div class="patient-result">
          <FindingsList findings={told} {...links} />
          {derived.length === 0 ? null : (
            <details class="derived">
              <summary>{words.follows(derived.length)}</summary>
              <FindingsList findings={derived} {...links} />
            </details>
          )}
          {topic?.pathway === undefined ? null : (
            <p class="panel-links">
              <a class="button" href={`/topics/${topic.slug}?${toParameters(topic.pathway, sure)}#patient`}>
                {words.correct}
              </a>
              <a
                href={`/topics/${topic.slug}/pathway?${withProfile(toParameters(topic.pathway, stated), profile ?? topic.pathway.defaultProfile)}`}
              >
                {patient.ownChart}
              </a>
            </p>
          )}
          <Scores scores={answer.scores} pathway={topic?.pathway} />
          <Presumptions answer={answer} {...presumptionsOf({ answer, topic, reader })} />
          <Trace answer={answer} bibliography={bibliography} pathway={topic?.pathway} />
        </div>
      </section>
    </div>
  );
}

/** Each finding leads to its entry on the topic's page, where everything that is sure stands in the form already. */
function correctionsOf({ answer, topic }: Pick<AnswerPageProps, "answer" | "topic">) {
  if (topic?.pathway === undefined) return undefined;
  const sure = answer.findings.filter(({ from }) => from === "stated" || from === "derived");
  return correctionsTo(topic.pathway, `/topics/${topic.slug}`, toParameters(topic.pathway, sure));
}

type Shown = Pick<AnswerPageProps, "answer" | "topic" | "reader">;

function linksOf({ reader, ...shown }: Shown) {
  const corrections = reader === "patient" ? undefined : correctionsOf(shown);
  return corrections === undefined ? {} : { hrefOf: corrections.entry };
}

function presumptionsOf({ reader, ...shown }: Shown) {
  const corrections = reader === "patient" ? undefined : correctionsOf(shown);
  return corrections === undefined ? {} : { correct: corrections.presumption };
}

function withProfile(query: URLSearchParams, profile: string): URLSearchParams {
  query.set("profile", profile);
  return query;
}

function titleOf(question: string): string {
  return question.length > 90 ? `${question.slice(0, 88).trimEnd()}…` : question;
}
