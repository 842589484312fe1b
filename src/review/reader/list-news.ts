import type { Instant, ReviewRecord, TopicRecord } from "../model/review-record.ts";

/** Something that readers of a topic want to hear of. */
export interface ReviewNews {
  readonly id: string;
  readonly topic: string;
  readonly kind: "published" | "confirmed" | "corrected" | "flagged" | "withdrawn";
  readonly date: Instant;
  /** Number of the edition, where it is about one. */
  readonly edition: number | null;
  readonly reason: string | null;
}

/** What has happened to all topics, the last first. It is read from what the record holds and never written down beside it. */
export function listNews(record: ReviewRecord): readonly ReviewNews[] {
  return [...record.topics.values()]
    .flatMap(newsOf)
    .toSorted((left, right) => right.date.localeCompare(left.date) || right.id.localeCompare(left.id));
}

function newsOf({ topic, editions, flags, tombstone }: TopicRecord): readonly ReviewNews[] {
  const hashes = new Map(editions.map(({ hash, number }) => [hash, number]));
  return [
    ...editions.flatMap(({ number, published, confirmed, correction }): ReviewNews[] => [
      {
        id: `${topic}:edition:${number}`,
        topic,
        kind: correction === undefined ? "published" : "corrected",
        date: published,
        edition: number,
        reason: correction?.reason ?? null,
      },
      ...confirmed.map((date) => ({
        id: `${topic}:edition:${number}:confirmed:${date}`,
        topic,
        kind: "confirmed" as const,
        date,
        edition: number,
        reason: null,
      })),
    ]),
    // A doubt about a text that readers have never seen is no news to them.
    ...flags
      .filter(({ hash }) => hashes.has(hash))
      .map(({ entry, hash, reason, recorded }) => ({
        id: `${topic}:flag:${entry}`,
        topic,
        kind: "flagged" as const,
        date: recorded,
        edition: hashes.get(hash) ?? null,
        reason,
      })),
    ...(tombstone === undefined
      ? []
      : [
          {
            id: `${topic}:withdrawn:${tombstone.recorded}`,
            topic,
            kind: "withdrawn" as const,
            date: tombstone.recorded,
            edition: null,
            reason: tombstone.reason,
          },
        ]),
  ];
}
