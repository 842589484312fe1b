import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import { dateWords, monthsLater, shortHash } from "./words.ts";

const STEPS = ["Submitted", "Under review", "Approved"] as const;

interface StatusStripProps {
  readonly review: AnswerReview;
  readonly lastUpdated: string | undefined;
  /** Adds the version by its author's count and the day by which the text is to be looked at again. */
  readonly topic?: Topic;
}

/** The review status of exactly the text below: the word from the record, the caution, the date and the version. */
export function StatusStrip({ review, lastUpdated, topic }: StatusStripProps) {
  const version = topic?.changes[0]?.version;
  return (
    <section class="status" aria-label="Review status">
      <p class={`status-line status-${review.status.toLowerCase().replace(" ", "-")}`}>
        {review.status === "Withdrawn" ? (
          <strong class="status-word">Withdrawn</strong>
        ) : (
          <StatusSteps current={review.status} />
        )}
      </p>
      <p class="status-facts">
        {lastUpdated === undefined ? null : (
          <span>
            Last updated <time dateTime={lastUpdated}>{dateWords(lastUpdated)}</time>
          </span>
        )}
        <span>
          Version {version === undefined ? null : `${version}, `}
          <code title={review.hash}>{shortHash(review.hash)}</code>
        </span>
        {topic === undefined ? null : (
          <span>
            Next review by <time dateTime={dueDate(topic)}>{dateWords(dueDate(topic))}</time>
          </span>
        )}
        <a href="/editorial-policy#review">How this is reviewed</a>
      </p>
      {review.caution === null ? null : <p class="caution">{review.caution}</p>}
    </section>
  );
}

/** The three words a reader sees, the one that holds in strong type and named for those who listen. */
function StatusSteps({ current }: { readonly current: (typeof STEPS)[number] }) {
  return (
    <>
      {STEPS.map((step) =>
        step === current ? (
          <strong key={step} class="status-word">
            <span class="visually-hidden">Status: </span>
            {step}
          </strong>
        ) : (
          <span key={step} class="status-other" aria-hidden="true">
            {step}
          </span>
        ),
      )}
    </>
  );
}

function dueDate({ lastUpdated, reviewPolicy }: Topic): string {
  return monthsLater(lastUpdated, reviewPolicy.reviewEveryMonths);
}
