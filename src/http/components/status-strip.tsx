import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import { useMessages } from "../messages/language.tsx";
import { goodUntil } from "./paper-foot.tsx";
import { shortHash } from "./words.ts";

const STEPS = ["Submitted", "Under review", "Approved"] as const;

interface StatusStripProps {
  readonly review: AnswerReview;
  readonly lastUpdated: string | undefined;
  /** Adds the version by its author's count, the day by which the author asks for review, and the way to the editions. */
  readonly topic?: Topic | undefined;
}

/** The review status of exactly the text below, all of it from the record: word, caution, who signed, when, which version. */
export function StatusStrip({ review, lastUpdated, topic }: StatusStripProps) {
  const { status, caution, code, edition } = review;
  const { date, status: words } = useMessages();
  const step = STEPS.find((known) => known === status);
  const version = topic?.changes[0]?.version;
  return (
    <section class="status" aria-label={words.label}>
      <p class={`status-line status-${status.toLowerCase().replace(" ", "-")}`}>
        {step === undefined ? (
          <strong class="status-word">{words.words[status]}</strong>
        ) : (
          <StatusSteps current={step} />
        )}
      </p>
      <Signers review={review} />
      {caution === null ? null : (
        <p class="caution" lang="en">
          {caution}
        </p>
      )}
      {/* Folded on a phone, where the bottom line must be near; in sight on a wide screen and on paper. */}
      <details class="status-more">
        <summary>
          {lastUpdated === undefined
            ? words.version
            : words.updated(<time dateTime={lastUpdated}>{date(lastUpdated)}</time>)}
          {edition === null ? null : <span class="status-edition">{words.edition(edition)}</span>}
        </summary>
        <p class="status-facts">
          <span>
            {words.version} {version === undefined ? null : `${version}, `}
            <code title={review.hash}>{shortHash(review.hash)}</code>
          </span>
          <span>
            {words.code} <a href={`/code/${code}`}>{code}</a>
          </span>
          <DueDate review={review} topic={topic} />
          {topic === undefined || edition === null ? null : (
            <a href={`/topics/${topic.slug}/editions`}>{words.editions}</a>
          )}
          <a href="/editorial-policy#review">{words.how}</a>
        </p>
      </details>
    </section>
  );
}

/** Who answers for the text, each with what they declared; nobody is named who has not signed exactly this version. */
export function Signers({ review: { signatures } }: { readonly review: Pick<AnswerReview, "signatures"> }) {
  const { date: dayOf, status } = useMessages();
  if (signatures.length === 0) return null;
  return (
    <ul class="signers" aria-label={status.signedBy}>
      {signatures.map(({ name, capacity, date, interests }) => (
        <li key={`${name} ${capacity}`}>
          {status.signer(
            <strong class="signer">{name}</strong>,
            capacity,
            <time dateTime={date}>{dayOf(date)}</time>,
            interests,
          )}
        </li>
      ))}
    </ul>
  );
}

/** The three words a reader sees, the one that holds in strong type and named for those who listen. */
function StatusSteps({ current }: { readonly current: (typeof STEPS)[number] }) {
  const { status, words } = useMessages().status;
  return (
    <>
      {STEPS.map((step) =>
        step === current ? (
          <strong key={step} class="status-word">
            <span class="visually-hidden">{status}</span>
            {words[step]}
          </strong>
        ) : (
          <span key={step} class="status-other" aria-hidden="true">
            {words[step]}
          </span>
        ),
      )}
    </>
  );
}

/** When a board must look again, by the record; before a board has looked at all, what its author asks for. */
function DueDate({ review, topic }: { readonly review: AnswerReview; readonly topic: Topic | undefined }) {
  const { date: dayOf, status } = useMessages();
  const { nextDue } = review;
  const date = topic === undefined ? nextDue?.slice(0, 10) : goodUntil(review, topic);
  if (date === undefined) return null;
  const day = <time dateTime={date}>{dayOf(date)}</time>;
  return <span class="status-due">{nextDue === null ? status.askedBy(day) : status.due(day)}</span>;
}
