import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import { dateWords, monthsLater, shortHash } from "./words.ts";

const STEPS = ["Submitted", "Under review", "Approved"] as const;

interface StatusStripProps {
  readonly review: AnswerReview;
  readonly lastUpdated: string | undefined;
  /** Adds the version by its author's count, the day by which the author asks for review, and the way to the editions. */
  readonly topic?: Topic | undefined;
}

/** The review status of exactly the text below, all of it from the record: word, caution, who signed, when, which version. */
export function StatusStrip({ review, lastUpdated, topic }: StatusStripProps) {
  const { status, caution, code, edition, nextDue } = review;
  const step = STEPS.find((known) => known === status);
  const version = topic?.changes[0]?.version;
  return (
    <section class="status" aria-label="Review status">
      <p class={`status-line status-${status.toLowerCase().replace(" ", "-")}`}>
        {step === undefined ? <strong class="status-word">{status}</strong> : <StatusSteps current={step} />}
      </p>
      <Signers review={review} />
      <p class="status-facts">
        {lastUpdated === undefined ? null : (
          <span>
            Last updated <time dateTime={lastUpdated}>{dateWords(lastUpdated)}</time>
          </span>
        )}
        {edition === null ? null : <span class="status-edition">Edition {edition}</span>}
        <span>
          Version {version === undefined ? null : `${version}, `}
          <code title={review.hash}>{shortHash(review.hash)}</code>
        </span>
        <span>
          Code <a href={`/code/${code}`}>{code}</a>
        </span>
        <DueDate nextDue={nextDue} topic={topic} />
        {topic === undefined || edition === null ? null : <a href={`/topics/${topic.slug}/editions`}>Editions</a>}
        <a href="/editorial-policy#review">How this is reviewed</a>
      </p>
      {caution === null ? null : <p class="caution">{caution}</p>}
    </section>
  );
}

/** Who answers for the text, each with what they declared; nobody is named who has not signed exactly this version. */
export function Signers({ review: { signatures } }: { readonly review: Pick<AnswerReview, "signatures"> }) {
  if (signatures.length === 0) return null;
  return (
    <ul class="signers" aria-label="Signed by">
      {signatures.map(({ name, capacity, date, interests }) => (
        <li key={`${name} ${capacity}`}>
          Signed by <strong class="signer">{name}</strong> ({capacity} reviewer) on{" "}
          <time dateTime={date}>{dateWords(date)}</time>
          {interests.length === 0 ? null : `; declared interests: ${interests.join("; ")}`}
        </li>
      ))}
    </ul>
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

/** When a board must look again, by the record; before a board has looked at all, what its author asks for. */
function DueDate({ nextDue, topic }: { readonly nextDue: string | null; readonly topic: Topic | undefined }) {
  const asked = topic === undefined ? null : monthsLater(topic.lastUpdated, topic.reviewPolicy.reviewEveryMonths);
  const date = nextDue?.slice(0, 10) ?? asked;
  if (date === null) return null;
  return (
    <span class="status-due">
      {nextDue === null ? "Review asked for by" : "Next review by"} <time dateTime={date}>{dateWords(date)}</time>
    </span>
  );
}
