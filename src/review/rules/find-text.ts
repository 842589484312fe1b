import type { Edition, Instant, OpenText, TopicRecord } from "../model/review-record.ts";
import { editionInForce } from "../model/text-state.ts";

/** A text that people may look at now: the one under review, or the edition in force. */
export type CurrentText =
  | { readonly kind: "open"; readonly text: OpenText }
  | { readonly kind: "edition"; readonly text: Edition };

/** The current text of a topic with this hash; nothing for any other version. */
export function findText(topic: TopicRecord, hash: string, now: Instant): CurrentText | undefined {
  const edition = editionInForce(topic, now);
  if (edition?.hash === hash) return { kind: "edition", text: edition };
  return topic.open?.hash === hash ? { kind: "open", text: topic.open } : undefined;
}

/** True while signatures can be given on it: the review has begun, or a correction waits for its board. */
export function isOpenToSignature(found: CurrentText): boolean {
  if (found.kind === "open") return found.text.stage === "under-review";
  return found.text.correction !== undefined && found.text.correction.ratified === undefined;
}
