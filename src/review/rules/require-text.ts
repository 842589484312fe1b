import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Instant, TopicRecord } from "../model/review-record.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { findText } from "./find-text.ts";

interface Named {
  readonly topic: string;
  readonly hash: string;
}

const outdated = ({ topic }: Named) => [reviewDiagnostics.report("review-text-outdated", { field: "hash", topic })];

/** The text that is meant must be the one that is being worked on: an edit made meanwhile is never signed unseen. */
export function requireOpenText(open: { readonly hash: string } | undefined, named: Named): readonly Diagnostic[] {
  return open?.hash === named.hash ? [] : outdated(named);
}

/** The text that is meant must be the one being worked on or the one in force. */
export function requireCurrentText(topic: TopicRecord, named: Named, now: Instant): readonly Diagnostic[] {
  return findText(topic, named.hash, now) === undefined ? outdated(named) : [];
}
