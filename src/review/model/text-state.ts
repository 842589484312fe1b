import { addDays, addMonths, DAYS_OF_GRACE } from "./calendar.ts";
import type { Edition, Flag, Instant, OpenStage, TopicRecord } from "./review-record.ts";

/** Where the work on a topic stands. */
export type WorkState = "none" | OpenStage;

/** Where the edition that readers use stands. */
export const FORCE_STATES = ["none", "published", "due", "expired", "flagged", "correction", "withdrawn"] as const;
export type ForceState = (typeof FORCE_STATES)[number];

export function workStateOf(topic: TopicRecord | undefined): WorkState {
  return topic?.open?.stage ?? "none";
}

/** A correction that was rolled back, or that nobody ratified in time, is no longer in force: it lapses by itself. */
export function hasLapsed({ correction }: Edition, now: Instant): boolean {
  if (correction === undefined || correction.ratified !== undefined) return false;
  return correction.rolledBack !== undefined || now > correction.ratifyBy;
}

/** The edition that holds now: the last one published that has not lapsed; none while the topic is withdrawn. */
export function editionInForce(topic: TopicRecord | undefined, now: Instant): Edition | undefined {
  if (topic?.tombstone !== undefined) return undefined;
  return topic?.editions.findLast((edition) => !hasLapsed(edition, now));
}

/** When a board must look at it again. */
export function dueDateOf({ assured, policy }: Edition): Instant {
  return addMonths(assured, policy.reviewEveryMonths);
}

/** When it stops being used because nobody did. */
export function expiryOf(edition: Edition): Instant {
  return addDays(dueDateOf(edition), DAYS_OF_GRACE);
}

export function openFlags(topic: TopicRecord, hash: string): readonly Flag[] {
  return topic.flags.filter((flag) => flag.hash === hash && flag.lifted === undefined);
}

export function forceStateOf(topic: TopicRecord | undefined, now: Instant): ForceState {
  if (topic?.tombstone !== undefined) return "withdrawn";
  const edition = editionInForce(topic, now);
  if (topic === undefined || edition === undefined) return "none";
  if (openFlags(topic, edition.hash).length > 0) return "flagged";
  if (edition.correction !== undefined && edition.correction.ratified === undefined) return "correction";
  if (now >= expiryOf(edition)) return "expired";
  return now >= dueDateOf(edition) ? "due" : "published";
}
