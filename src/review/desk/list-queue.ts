import type { Edition, Instant, OpenText, ReviewRecord, TopicRecord } from "../model/review-record.ts";
import { dueDateOf, editionInForce, expiryOf, forceStateOf, openFlags } from "../model/text-state.ts";
import { missingSignatures } from "../rules/count-signatures.ts";

/** What waits at the desk, most pressing first. */
export const QUEUES = [
  "correction",
  "flagged",
  "expired",
  "due",
  "submitted",
  "under-review",
  "changes-requested",
  "approved",
  "draft",
] as const;
export type Queue = (typeof QUEUES)[number];

/** One text that waits for somebody. A text that is flagged and under review waits in both queues. */
export interface QueueEntry {
  readonly queue: Queue;
  readonly topic: string;
  readonly hash: string;
  readonly since: Instant;
  /** Until when something must have been done; absent where nothing lapses by itself. */
  readonly deadline?: Instant;
  /** Signatures that the text still lacks, in words. */
  readonly lacks: readonly string[];
  /** Why it is flagged or was corrected. */
  readonly reasons: readonly string[];
}

/** Everything that waits for a board, each queue with what has waited longest first. */
export function listQueue(record: ReviewRecord, now: Instant): readonly QueueEntry[] {
  return [...record.topics.values()]
    .flatMap((topic) => entriesOf(record, topic, now))
    .toSorted(
      (left, right) =>
        QUEUES.indexOf(left.queue) - QUEUES.indexOf(right.queue) ||
        left.since.localeCompare(right.since) ||
        left.topic.localeCompare(right.topic),
    );
}

function entriesOf(record: ReviewRecord, topic: TopicRecord, now: Instant): readonly QueueEntry[] {
  const { open } = topic;
  const edition = editionInForce(topic, now);
  return [
    ...(edition === undefined ? [] : [...correctionOf(record, topic, edition), ...overdue(topic, edition, now)]),
    ...[edition, open].flatMap((text) => (text === undefined ? [] : flaggedOf(topic, text))),
    ...(open === undefined ? [] : [openEntry(record, topic, open)]),
  ];
}

function correctionOf(record: ReviewRecord, { topic }: TopicRecord, edition: Edition): readonly QueueEntry[] {
  const { correction, hash, published } = edition;
  if (correction === undefined || correction.ratified !== undefined) return [];
  const lacks = missingSignatures(record, topic, edition);
  const { ratifyBy: deadline, reason } = correction;
  return [{ queue: "correction", topic, hash, since: published, deadline, lacks, reasons: [reason] }];
}

function overdue(topic: TopicRecord, edition: Edition, now: Instant): readonly QueueEntry[] {
  const state = forceStateOf(topic, now);
  if (state !== "due" && state !== "expired") return [];
  const named = { topic: topic.topic, hash: edition.hash, lacks: [], reasons: [] };
  if (state === "expired") return [{ queue: "expired", ...named, since: expiryOf(edition) }];
  return [{ queue: "due", ...named, since: dueDateOf(edition), deadline: expiryOf(edition) }];
}

function flaggedOf(topic: TopicRecord, { hash }: Edition | OpenText): readonly QueueEntry[] {
  const flags = openFlags(topic, hash);
  const since = flags[0]?.recorded;
  if (since === undefined) return [];
  const reasons = flags.map(({ reason }) => reason);
  return [{ queue: "flagged", topic: topic.topic, hash, since, lacks: [], reasons }];
}

function openEntry(record: ReviewRecord, { topic }: TopicRecord, open: OpenText): QueueEntry {
  const lacks = open.stage === "under-review" ? missingSignatures(record, topic, open) : [];
  return { queue: open.stage, topic, hash: open.hash, since: open.since, lacks, reasons: [] };
}
