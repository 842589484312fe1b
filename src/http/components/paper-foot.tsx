import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import { useMessages } from "../messages/language.tsx";
import { monthsLater, shortHash } from "./words.ts";

/**
 * The day after which a copy must not be used: the next review by the record; before a board has looked at all, the one its author asks
 * for. None for a text that is in force no longer: no copy of it is to be used at all.
 */
export function goodUntil(
  { nextDue, status }: Pick<AnswerReview, "nextDue" | "status">,
  topic: Topic,
): string | undefined {
  if (nextDue !== null) return nextDue.slice(0, 10);
  if (status === "Replaced" || status === "Withdrawn") return undefined;
  return monthsLater(topic.lastUpdated, topic.reviewPolicy.reviewEveryMonths);
}

/** At the foot of every printed page, and there alone: what the sheet is, how to ask whether it still holds, and until when. */
export function PaperFoot({ topic, review }: { readonly topic: Topic; readonly review: AnswerReview }) {
  const { date, paper, status } = useMessages();
  const version = topic.changes[0]?.version;
  const until = goodUntil(review, topic);
  return (
    <footer class="paper-foot">
      <span lang="en">{topic.title}</span>
      <span>
        {status.code} <strong>{review.code}</strong>
      </span>
      <span>
        {status.version} {version === undefined ? null : `${version}, `}
        <code>{shortHash(review.hash)}</code>
      </span>
      <span class="paper-status">{status.words[review.status]}</span>
      {until === undefined ? (
        <strong>{paper.notAtAll}</strong>
      ) : (
        <span>
          {paper.until} <time dateTime={until}>{date(until)}</time>
        </span>
      )}
      <span>{paper.stillGood}</span>
    </footer>
  );
}
