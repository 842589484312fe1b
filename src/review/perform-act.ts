import { failed, type Result } from "../kernel/result.ts";
import type { ActRequest } from "./decide.ts";
import type { Door, LogEntry } from "./log/log-entry.ts";
import type { RecordPort } from "./record-port.ts";
import { reviewDiagnostics } from "./review-diagnostics.ts";

/**
 * Has something recorded, by whichever door it came in, with what belongs to it outside the log: a question that is decided on
 * must be one that was given here, and the words of one that is declined are kept no longer.
 */
export async function performAct(record: RecordPort, request: ActRequest, door: Door): Promise<Result<LogEntry>> {
  const question = questionIn(request);
  if (question !== undefined && (await record.findQuestion(question)) === undefined)
    return failed(reviewDiagnostics.report("review-question-unknown", { field: "question", code: question }));
  const recorded = await record.act(request, door);
  if (recorded.ok && question !== undefined && request.activity === "decline-question")
    await record.forgetQuestion(question);
  return recorded;
}

function questionIn({ activity, body }: ActRequest): string | undefined {
  if (activity !== "adopt-question" && activity !== "decline-question") return undefined;
  const named = typeof body === "object" && body !== null && "question" in body ? body.question : undefined;
  return typeof named === "string" ? named : undefined;
}
