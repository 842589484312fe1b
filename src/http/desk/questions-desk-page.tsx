import { refusalsOf } from "../../review/desk/list-steps.ts";
import type { LogEntry } from "../../review/log/log-entry.ts";
import type { Instant, ReviewRecord } from "../../review/model/review-record.ts";
import type { Activity } from "../../review/policy.ts";
import type { KeptQuestion, ReportAbout } from "../../review/question-box.ts";
import type { Assets } from "../assets.ts";
import { dateWords } from "../components/words.ts";
import { ENGLISH } from "../messages/language.tsx";
import { ActForm } from "./act-form.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import { DoneNotice, RefusedNotice } from "./notices.tsx";
import type { Refused } from "./refused.ts";
import type { Choices } from "./typed-field.tsx";
import type { Visitor } from "./visitor.ts";

interface QuestionsDeskPageProps {
  readonly assets: Assets;
  readonly visitor: Visitor;
  readonly record: ReviewRecord;
  readonly now: Instant;
  readonly questions: readonly KeptQuestion[];
  readonly topics: Choices["topics"];
  readonly done?: LogEntry | undefined;
  readonly refused?: Refused | undefined;
}

/** What readers gave to the board, questions and reports: what waits, and what was taken up. */
export function QuestionsDeskPage(props: QuestionsDeskPageProps) {
  const { assets, visitor, record, questions: given, done, refused } = props;
  const questions = given.filter(({ about }) => about === undefined);
  const reports = given.filter(({ about }) => about !== undefined);
  const waiting = (list: typeof given) => list.filter(({ code }) => !record.questions.has(code));
  const adopted = (list: typeof given) => list.filter(({ code }) => record.questions.get(code)?.kind === "adopted");
  return (
    <DeskFrame title="Questions and reports" assets={assets} visitor={visitor} place="/desk/board/questions">
      <h1>Questions and reports of readers</h1>
      <DoneNotice entry={done} />
      <RefusedNotice refused={refused} />
      <Group {...props} id="reports" title="Reports that wait" questions={waiting(reports)} none="No report waits." />
      <Group {...props} id="reports-adopted" title="Reports taken up" questions={adopted(reports)} />
      <Group
        {...props}
        id="waiting"
        title="Questions that wait"
        questions={waiting(questions)}
        none="No question waits."
      />
      <Group {...props} id="adopted" title="Questions taken up" questions={adopted(questions)} />
    </DeskFrame>
  );
}

interface GroupProps extends QuestionsDeskPageProps {
  readonly id: string;
  readonly title: string;
  /** What is said when there are none; absent: the group is left out. */
  readonly none?: string;
}

function Group({ id, title, none, ...props }: GroupProps) {
  const isEmpty = props.questions.length === 0;
  if (isEmpty && none === undefined) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {isEmpty ? <p>{none}</p> : <List {...props} />}
    </section>
  );
}

function List({ visitor, record, now, questions, topics, refused }: QuestionsDeskPageProps) {
  const may = (activity: Activity, about: Readonly<Record<string, unknown>>) =>
    refusalsOf(record, visitor.person.id, activity, about, now).length === 0;
  return (
    <ul class="desk-questions">
      {questions.map(({ code, words, recorded, about: page }) => {
        const about = { question: code };
        const isSent = (activity: Activity) => refused?.activity === activity && refused.sent.get("question") === code;
        const decision = record.questions.get(code);
        const topic = page?.topic ?? (decision?.kind === "adopted" ? decision.topic : undefined);
        const adopting = page === undefined ? about : { ...about, topic: page.topic };
        const isTakenUp = page !== undefined && decision !== undefined;
        const mayAdopt = !isTakenUp && may("adopt-question", { topic: topics[0]?.slug, ...adopting });
        return (
          <li key={code} id={code}>
            <p class="hint">
              <code>{code}</code>, given on <time dateTime={recorded}>{dateWords(recorded)}</time>
              {topic === undefined ? null : (
                <>
                  , for <a href={`/desk/${topic}`}>{topic}</a>
                </>
              )}
            </p>
            {page === undefined ? null : <Place about={page} />}
            <blockquote>{words}</blockquote>
            {mayAdopt ? (
              <ActForm activity="adopt-question" place="board" {...{ about: adopting, refused, choices: { topics } }} />
            ) : null}
            {page !== undefined && may("answer-report", { ...about, answer: "words" }) ? (
              <details open={isSent("answer-report") || decision !== undefined}>
                <summary>Answer</summary>
                <ActForm activity="answer-report" place="board" {...{ about, refused }} quiet />
              </details>
            ) : null}
            {may("decline-question", { ...about, reason: "words" }) ? (
              <details open={isSent("decline-question")}>
                <summary>{page === undefined ? "Decline" : "Close with a reason"}</summary>
                <ActForm activity="decline-question" place="board" {...{ about, refused }} quiet />
              </details>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** What a report is about, as a way to the place itself. */
function Place({ about: { topic, part, kind } }: { readonly about: ReportAbout }) {
  return (
    <p>
      <strong>{ENGLISH.messages.report.kinds[kind]}</strong>:{" "}
      <a href={`/topics/${topic}${part === undefined ? "" : `#${part}`}`}>{part ?? "the whole page"}</a>
    </p>
  );
}
