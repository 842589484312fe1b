import type { Topic } from "../../library/model/topic.ts";
import type { Instant } from "../model/review-record.ts";
import { describeChanges, type TextChange } from "../text/describe-changes.ts";
import type { Reviews } from "./reviews.ts";
import { codeOfHash } from "./short-code.ts";
import { statusOfText, type TextStatus } from "./text-status.ts";

/** One edition as readers see it. */
export interface EditionNote {
  readonly number: number;
  readonly hash: string;
  readonly code: string;
  readonly published: Instant;
  readonly confirmed: readonly Instant[];
  /** Why the safety officer changed it alone; null for an edition that a board published. */
  readonly correction: string | null;
  readonly status: TextStatus;
  /** What is other than in the edition before; null for the first, and when one of the two texts was not kept. */
  readonly changes: readonly TextChange[] | null;
}

/** The editions of a topic, the last one first. */
export async function listEditions(slug: string, reviews: Reviews): Promise<readonly EditionNote[]> {
  const record = reviews.read();
  const now = reviews.now();
  const editions = record.topics.get(slug)?.editions ?? [];
  const notes: EditionNote[] = [];
  let before: Topic | undefined;
  for (const { number, hash, published, confirmed, correction } of editions) {
    const text = await reviews.findTopic(hash);
    const changes = before === undefined || text === undefined ? null : describeChanges(before, text);
    const status = statusOfText(record, slug, hash, now);
    const why = correction?.reason ?? null;
    notes.push({ number, hash, code: codeOfHash(hash), published, confirmed, correction: why, status, changes });
    before = text;
  }
  return notes.toReversed();
}
