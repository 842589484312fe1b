import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { ReviewRecord } from "../model/review-record.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";

/** Each question is decided once, so that its reader is never told two things. */
export function requireUndecided(record: ReviewRecord, question: string): readonly Diagnostic[] {
  const decided = record.questions.get(question);
  if (decided === undefined) return [];
  return [reviewDiagnostics.report("review-question-decided", { field: "question", kind: decided.kind })];
}
