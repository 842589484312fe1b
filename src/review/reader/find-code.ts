import type { Topic } from "../../library/model/topic.ts";
import type { Tombstone } from "../model/review-record.ts";
import { describeChanges, type TextChange } from "../text/describe-changes.ts";
import type { Reviews } from "./reviews.ts";
import { codeOfHash, parseCode } from "./short-code.ts";
import { statusOfText, type TextStatus } from "./text-status.ts";
import { type EditionInForce, textsInForce } from "./texts-in-force.ts";

/** What has become of the text that a code was printed on. */
export type CodeReply =
  | { readonly kind: "mistyped" }
  | { readonly kind: "unknown"; readonly code: string }
  | { readonly kind: "withdrawn"; readonly code: string; readonly topic: TopicName; readonly tombstone: Tombstone }
  | { readonly kind: "current"; readonly code: string; readonly topic: TopicName; readonly status: TextStatus }
  | {
      readonly kind: "changed";
      readonly code: string;
      readonly topic: TopicName;
      /** What the record now says of the text with the code. */
      readonly status: TextStatus;
      /** What has changed since; null when one of the two texts cannot be read any more, which is not "nothing". */
      readonly changes: readonly TextChange[] | null;
    };

export interface TopicName {
  readonly slug: string;
  readonly title: string;
}

/** Looks a code up among the texts that are shown now and those that were kept. */
export async function findCode(
  typed: string,
  topics: ReadonlyMap<string, Topic>,
  reviews: Reviews,
): Promise<CodeReply> {
  const code = parseCode(typed);
  if (code === undefined) return { kind: "mistyped" };
  const shown = [...topics.values()].find(({ hash }) => codeOfHash(hash) === code);
  const kept = shown?.hash ?? (await reviews.keptHashes()).find((hash) => codeOfHash(hash) === code);
  const record = reviews.read();
  const inForce = textsInForce(record, reviews.now()).find(({ edition }) => edition.hash === kept);
  const text = shown ?? (kept === undefined ? undefined : await reviews.findTopic(kept));
  const meant = text ?? nameOf(inForce);
  if (kept === undefined || meant === undefined) return { kind: "unknown", code };
  const { slug, title } = meant;
  const tombstone = record.topics.get(slug)?.tombstone;
  if (tombstone !== undefined) return { kind: "withdrawn", code, topic: { slug, title }, tombstone };
  const status = statusOfText(record, slug, kept, reviews.now());
  if (shown !== undefined || inForce !== undefined) return { kind: "current", code, topic: { slug, title }, status };
  const now = topics.get(slug);
  const changes = now === undefined || text === undefined ? null : describeChanges(text, now);
  return { kind: "changed", code, topic: { slug, title }, status, changes };
}

/** A text in force holds, whether or not it can be read here. */
function nameOf(inForce: EditionInForce | undefined): TopicName | undefined {
  return inForce === undefined ? undefined : { slug: inForce.topic, title: inForce.topic };
}
