import type { Edition, Instant, ReviewRecord } from "../model/review-record.ts";
import { editionInForce, hasLapsed } from "../model/text-state.ts";
import type { NamedText } from "./text-shelf.ts";

/** An edition with the topic that it is of. */
export interface EditionInForce {
  readonly topic: string;
  readonly edition: Edition;
}

/** What the board stands behind now: one exact text of each topic that has one. */
export function textsInForce(record: ReviewRecord, now: Instant): readonly EditionInForce[] {
  return [...record.topics.values()].flatMap((known) => {
    const edition = editionInForce(known, now);
    return edition === undefined ? [] : [{ topic: known.topic, edition }];
  });
}

/** Texts that may come into force with the next entry, or by time alone: one that is approved, and the edition that holds when a correction lapses. */
export function textsToCome(record: ReviewRecord, now: Instant): readonly NamedText[] {
  return [...record.topics.values()].flatMap(({ topic, open, editions, tombstone }) => {
    if (tombstone !== undefined) return [];
    const approved = open?.stage === "approved" ? [open] : [];
    const standing = editions.filter((edition) => !hasLapsed(edition, now));
    const corrected = standing.at(-1)?.correction;
    const before = corrected !== undefined && corrected.ratified === undefined ? standing.slice(-2, -1) : [];
    return [...approved, ...before].map(({ hash }) => ({ topic, hash }));
  });
}
