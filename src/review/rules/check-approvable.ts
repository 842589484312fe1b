import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { ReviewRecord, Text, TopicRecord } from "../model/review-record.ts";
import { openFlags } from "../model/text-state.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { missingSignatures } from "./count-signatures.ts";

/** What stands between a text and its approval, whoever approves it. */
export function checkApprovable(record: ReviewRecord, topic: TopicRecord, text: Text): readonly Diagnostic[] {
  const missing = missingSignatures(record, topic.topic, text);
  const retracted = retractedIn(record, text);
  const flags = openFlags(topic, text.hash);
  return [
    ...(missing.length === 0
      ? []
      : [reviewDiagnostics.report("review-signatures-missing", { missing: missing.join(", ") })]),
    ...(text.proof === "not-proven" ? [reviewDiagnostics.report("review-not-proven", { topic: topic.topic })] : []),
    ...reportRetracted(retracted),
    ...(flags.length === 0
      ? []
      : [reviewDiagnostics.report("review-flag-open", { reasons: flags.map(({ reason }) => reason).join("; ") })]),
  ];
}

export function retractedIn(record: ReviewRecord, { cites }: Pick<Text, "cites">): readonly string[] {
  return cites.filter((source) => record.retractions.has(source));
}

export function reportRetracted(sources: readonly string[]): readonly Diagnostic[] {
  if (sources.length === 0) return [];
  return [reviewDiagnostics.report("review-cites-retracted", { sources: sources.join(", ") })];
}
