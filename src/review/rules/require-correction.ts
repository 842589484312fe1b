import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Instant, TopicRecord } from "../model/review-record.ts";
import { editionInForce } from "../model/text-state.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";

/** The text that is meant must be a correction in force that waits for its board. One that lapsed is in force no longer. */
export function requireCorrection(
  known: TopicRecord,
  { topic, hash }: { readonly topic: string; readonly hash: string },
  now: Instant,
): readonly Diagnostic[] {
  const edition = editionInForce(known, now);
  const isWaiting =
    edition?.hash === hash && edition.correction !== undefined && edition.correction.ratified === undefined;
  return isWaiting ? [] : [reviewDiagnostics.report("review-text-outdated", { field: "hash", topic })];
}
