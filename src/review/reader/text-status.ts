import type { Edition, Instant, ReviewRecord, Signature, TopicRecord } from "../model/review-record.ts";
import type { Capacity } from "../model/role.ts";
import { dueDateOf, editionInForce, expiryOf, forceStateOf, hasLapsed, openFlags } from "../model/text-state.ts";
import { interestsIn } from "../rules/find-interest.ts";
import { cautions, PENDING_CAUTION } from "./cautions.ts";

/** The three founding words, and three for a text that is no longer to be used as it was. */
export const STATUS_WORDS = ["Submitted", "Under review", "Approved", "Replaced", "Expired", "Withdrawn"] as const;
export type StatusWord = (typeof STATUS_WORDS)[number];

/** Who answers for a text, as readers are told. */
export interface Signer {
  readonly name: string;
  readonly capacity: Capacity;
  readonly date: Instant;
  /** What the signer has declared to have at stake, in their own words. */
  readonly interests: readonly string[];
}

/** What a reader is told of one exact text, computed from the record of its hash and from nothing else. */
export interface TextStatus {
  readonly status: StatusWord;
  /** Date of the entry that gives the word; null when the record says nothing of this text. */
  readonly date: Instant | null;
  /** What a reader must know before acting on the text; null only for an approved text in good standing. */
  readonly caution: string | null;
  /** Number of the edition that this text is or was; null when it was never published. */
  readonly edition: number | null;
  readonly signatures: readonly Signer[];
  /** When a board must look at it again, for an emergency correction when it must have ratified it; null unless it is an edition in force. */
  readonly nextDue: Instant | null;
  /** Whether answers may still be made from it. */
  readonly usable: boolean;
}

const NOTHING_KNOWN: TextStatus = {
  status: "Submitted",
  date: null,
  caution: PENDING_CAUTION,
  edition: null,
  signatures: [],
  nextDue: null,
  usable: true,
};

export function statusOfText(record: ReviewRecord, topic: string, hash: string, now: Instant): TextStatus {
  const known = record.topics.get(topic);
  if (known === undefined) return NOTHING_KNOWN;
  const { tombstone, open } = known;
  if (tombstone !== undefined) {
    const caution = cautions.withdrawn(tombstone.reason);
    return { ...NOTHING_KNOWN, status: "Withdrawn", date: tombstone.recorded, caution, usable: false };
  }
  const inForce = editionInForce(known, now);
  if (inForce?.hash === hash) return statusInForce(record, known, inForce, now);
  if (open?.hash === hash) return statusOpen(record, known, now);
  const past = known.editions.findLast((edition) => edition.hash === hash);
  return past === undefined ? NOTHING_KNOWN : statusPast(record, known, past, inForce, now);
}

function statusInForce(record: ReviewRecord, known: TopicRecord, edition: Edition, now: Instant): TextStatus {
  const { number, assured, correction } = edition;
  const nextDue =
    correction === undefined || correction.ratified !== undefined ? dueDateOf(edition) : correction.ratifyBy;
  const told = { edition: number, signatures: signersOf(record, known, edition.signatures), nextDue, usable: true };
  const state = forceStateOf(known, now);
  switch (state) {
    case "flagged": {
      const flags = openFlags(known, edition.hash);
      const caution = cautions.flagged(flags.map(({ reason }) => reason));
      return { ...told, status: "Under review", date: flags.at(-1)?.recorded ?? assured, caution };
    }
    case "correction":
      return {
        ...told,
        status: "Under review",
        date: edition.published,
        caution: cautions.correction(correction?.reason ?? "", correction?.ratifyBy ?? ""),
      };
    case "expired":
      return { ...told, status: "Expired", date: expiryOf(edition), caution: cautions.expired(nextDue), usable: false };
    case "due":
      return { ...told, status: "Approved", date: assured, caution: cautions.due(nextDue) };
    default:
      return { ...told, status: "Approved", date: assured, caution: null };
  }
}

/** A text that is being worked on. Approved, it is so from its approval on; it is an edition only once it is published. */
function statusOpen(record: ReviewRecord, known: TopicRecord, now: Instant): TextStatus {
  const { open } = known;
  if (open === undefined) return NOTHING_KNOWN;
  const told = { ...NOTHING_KNOWN, date: open.since, signatures: signersOf(record, known, open.signatures) };
  const flags = openFlags(known, open.hash);
  if (flags.length > 0) {
    const caution = cautions.flagged(flags.map(({ reason }) => reason));
    return { ...told, status: "Under review", caution };
  }
  if (open.stage === "approved") return { ...told, status: "Approved", caution: replacing(editionInForce(known, now)) };
  if (open.stage === "draft" || open.stage === "submitted") return told;
  return { ...told, status: "Under review" };
}

function replacing(edition: Edition | undefined): string | null {
  return edition === undefined ? null : cautions.notYetPublished(edition.number);
}

/** A text that was an edition and is one no longer: replaced by a later one, or a correction that did not hold. */
function statusPast(
  record: ReviewRecord,
  known: TopicRecord,
  edition: Edition,
  inForce: Edition | undefined,
  now: Instant,
): TextStatus {
  const lapsed = hasLapsed(edition, now);
  return {
    ...NOTHING_KNOWN,
    status: "Replaced",
    date: lapsed ? lapsedAt(edition) : (inForce?.published ?? edition.published),
    caution: lapsed ? cautions.lapsed(inForce?.number) : cautions.replaced(inForce?.number),
    edition: edition.number,
    signatures: signersOf(record, known, edition.signatures),
    usable: !lapsed,
  };
}

function lapsedAt({ correction, published }: Edition): Instant {
  return correction?.rolledBack ?? correction?.ratifyBy ?? published;
}

function signersOf(record: ReviewRecord, { topic }: TopicRecord, signatures: readonly Signature[]): readonly Signer[] {
  return signatures.map(({ agent, capacity, recorded }) => {
    const person = record.people.get(agent);
    const interests = person === undefined ? [] : interestsIn(person, topic);
    return { name: person?.name ?? agent, capacity, date: recorded, interests: interests.map(({ words }) => words) };
  });
}
