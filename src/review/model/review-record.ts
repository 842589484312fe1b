import type { Capacity, Role } from "./role.ts";

/** ISO 8601 in UTC, to the millisecond, so that instants compare as text. */
export type Instant = string;
/** Lower-case letters, digits and hyphens; never given to another person. */
export type PersonId = string;

/** What a person declares to have at stake in a topic. A conflict bars; anything else is shown beside the signature. */
export interface Interest {
  /** Number of the entry that declares it: its name. */
  readonly entry: number;
  /** A topic, or `all`. */
  readonly topic: string;
  readonly words: string;
  readonly conflict: boolean;
  readonly recorded: Instant;
  readonly ended?: Instant;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly interests: readonly Interest[];
}

export interface Signature {
  readonly agent: PersonId;
  readonly capacity: Capacity;
  readonly recorded: Instant;
}

/** How many signatures a text asks for, as the text itself says; never fewer than one of each. */
export interface ReviewPolicy {
  readonly clinicalSignatures: number;
  readonly methodsSignatures: number;
  readonly reviewEveryMonths: number;
}

/** What the machine proved of the text before it was sent to people. */
export type Proof = "no-pathway" | "proven" | "not-proven";

/** One exact text as the record knows it. */
export interface Text {
  readonly hash: string;
  /** Everybody who has written it since the last edition. */
  readonly authors: readonly PersonId[];
  /** Keys of the sources it cites. */
  readonly cites: readonly string[];
  readonly policy: ReviewPolicy;
  readonly proof: Proof;
  readonly signatures: readonly Signature[];
  /** Which citations each reviewer has opened, since it was drafted or last confirmed. */
  readonly opened: ReadonlyMap<PersonId, ReadonlySet<string>>;
}

export const OPEN_STAGES = ["draft", "submitted", "under-review", "changes-requested", "approved"] as const;
export type OpenStage = (typeof OPEN_STAGES)[number];

/** The text that is being worked on. An edit makes another one, which begins without signatures. */
export interface OpenText extends Text {
  readonly stage: OpenStage;
  /** When it came to its stage. */
  readonly since: Instant;
  readonly approved?: { readonly agent: PersonId; readonly recorded: Instant };
}

/** A change that the safety officer put in force alone. It lapses unless a board ratifies it in time. */
export interface Correction {
  readonly officer: PersonId;
  readonly reason: string;
  readonly ratifyBy: Instant;
  readonly ratified?: Instant;
  readonly rolledBack?: Instant;
}

/** A text that was published. Its number, text and date never change. */
export interface Edition extends Text {
  readonly number: number;
  readonly published: Instant;
  /** When a board last answered for it: publication, ratification or the last confirmation. */
  readonly assured: Instant;
  readonly confirmed: readonly Instant[];
  /** Signatures towards a confirmation that is not complete yet. */
  readonly confirming: readonly Signature[];
  readonly correction?: Correction;
}

export interface Flag {
  /** Number of the entry that raised it: its name. */
  readonly entry: number;
  readonly hash: string;
  readonly reason: string;
  /** The source that was retracted, where that is the reason. */
  readonly source?: string;
  readonly agent: PersonId;
  readonly recorded: Instant;
  readonly lifted?: Instant;
}

/** What stands in the place of a withdrawn topic. */
export interface Tombstone {
  readonly reason: string;
  /** Slug of the topic that takes its place. */
  readonly successor?: string;
  readonly agent: PersonId;
  readonly recorded: Instant;
}

export interface Comment {
  readonly entry: number;
  readonly hash: string;
  readonly agent: PersonId;
  readonly recorded: Instant;
  readonly text: string;
  readonly replyTo?: number;
}

export interface TopicRecord {
  readonly topic: string;
  readonly open?: OpenText;
  /** In the order in which they were published. */
  readonly editions: readonly Edition[];
  readonly flags: readonly Flag[];
  readonly comments: readonly Comment[];
  readonly tombstone?: Tombstone;
}

export interface Retraction {
  readonly source: string;
  readonly reason: string;
  readonly recorded: Instant;
}

export const EVIDENCE_ACTIVITIES = ["release-evidence", "quarantine-evidence", "remove-evidence"] as const;
export type EvidenceActivity = (typeof EVIDENCE_ACTIVITIES)[number];

/** The last decision on a source of evidence, with what it then held. */
export interface EvidenceDecision {
  readonly source: string;
  readonly activity: EvidenceActivity;
  readonly digest: string;
  readonly reason: string;
  readonly agent: PersonId;
  readonly recorded: Instant;
  readonly entry: number;
}

/** What the board decided on a reader's question or report. Its words are not part of the record. */
export type QuestionDecision =
  | { readonly kind: "adopted"; readonly agent: PersonId; readonly recorded: Instant; readonly topic?: string }
  | { readonly kind: "declined"; readonly agent: PersonId; readonly recorded: Instant; readonly reason: string }
  | { readonly kind: "answered"; readonly agent: PersonId; readonly recorded: Instant; readonly answer: string };

/** All that the log says, folded into what holds now. Never edited: each entry gives the next one. */
export interface ReviewRecord {
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly topics: ReadonlyMap<string, TopicRecord>;
  readonly retractions: ReadonlyMap<string, Retraction>;
  /** By the source of evidence. */
  readonly evidence: ReadonlyMap<string, EvidenceDecision>;
  /** By the code of the question or report. */
  readonly questions: ReadonlyMap<string, QuestionDecision>;
  /** Number, time and hash of the last entry; nothing while the log is empty. */
  readonly last?: { readonly sequence: number; readonly recorded: Instant; readonly hash: string };
}

export const EMPTY_RECORD: ReviewRecord = {
  people: new Map(),
  topics: new Map(),
  retractions: new Map(),
  evidence: new Map(),
  questions: new Map(),
};
