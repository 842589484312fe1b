import { refusalsOf } from "../../review/desk/list-steps.ts";
import type { LogEntry } from "../../review/log/log-entry.ts";
import type { Instant, ReviewRecord } from "../../review/model/review-record.ts";
import type { KeptQuestion } from "../../review/question-box.ts";
import type { Assets } from "../assets.ts";
import { dateWords } from "../components/words.ts";
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

/** Questions that readers gave to the board: those that wait, and those that were taken up. */
export function QuestionsDeskPage(props: QuestionsDeskPageProps) {
  const { assets, visitor, record, questions, done, refused } = props;
  const waiting = questions.filter(({ code }) => !record.questions.has(code));
  const adopted = questions.filter(({ code }) => record.questions.get(code)?.kind === "adopted");
  return (
    <DeskFrame title="Questions" assets={assets} visitor={visitor} place="/desk/board/questions">
      <h1>Questions of readers</h1>
      <DoneNotice entry={done} />
      <RefusedNotice refused={refused} />
      <section aria-labelledby="waiting">
        <h2 id="waiting">Waiting</h2>
        {waiting.length === 0 ? <p>No question waits.</p> : <List {...props} questions={waiting} />}
      </section>
      {adopted.length === 0 ? null : (
        <section aria-labelledby="adopted">
          <h2 id="adopted">Taken up</h2>
          <List {...props} questions={adopted} />
        </section>
      )}
    </DeskFrame>
  );
}

function List({ visitor, record, now, questions, topics, refused }: QuestionsDeskPageProps) {
  const may = (activity: "adopt-question" | "decline-question", about: Readonly<Record<string, unknown>>) =>
    refusalsOf(record, visitor.person.id, activity, about, now).length === 0;
  return (
    <ul class="desk-questions">
      {questions.map(({ code, words, recorded }) => {
        const about = { question: code };
        const decision = record.questions.get(code);
        const topic = decision?.kind === "adopted" ? decision.topic : undefined;
        return (
          <li key={code}>
            <p class="hint">
              <code>{code}</code>, given on <time dateTime={recorded}>{dateWords(recorded)}</time>
              {topic === undefined ? null : (
                <>
                  , for <a href={`/desk/${topic}`}>{topic}</a>
                </>
              )}
            </p>
            <blockquote>{words}</blockquote>
            {may("adopt-question", { ...about, topic: topics[0]?.slug }) ? (
              <ActForm activity="adopt-question" place="board" {...{ about, refused, choices: { topics } }} />
            ) : null}
            {may("decline-question", { ...about, reason: "words" }) ? (
              <details open={refused?.activity === "decline-question" && refused.sent.get("question") === code}>
                <summary>Decline</summary>
                <ActForm activity="decline-question" place="board" {...{ about, refused }} quiet />
              </details>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
