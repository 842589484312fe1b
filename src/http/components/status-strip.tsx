import type { AnswerReview } from "../../answer/answer-shape.ts";
import { dateWords, shortHash } from "./words.ts";

const STEPS = ["Submitted", "Under review", "Approved"] as const;

interface StatusStripProps {
  readonly review: AnswerReview;
  readonly lastUpdated: string | undefined;
}

/** The review status of exactly the text below: the word from the record, the caution, the date and the version. */
export function StatusStrip({ review, lastUpdated }: StatusStripProps) {
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
          Version <code title={review.hash}>{shortHash(review.hash)}</code>
        </span>
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
