import { failed, type Result } from "../kernel/result.ts";
import type { ActRequest } from "./decide.ts";
import type { Door, LogEntry } from "./log/log-entry.ts";
import type { RecordPort } from "./record-port.ts";
import { reviewDiagnostics } from "./review-diagnostics.ts";

/**
 * Has something recorded, by whichever door it came in, with what belongs to it outside the log: a question or report that is decided on
 * must be one that was given here, and the words of one that is declined, or of a report that is answered, are kept no longer.
 */
export async function performAct(record: RecordPort, request: ActRequest, door: Door): Promise<Result<LogEntry>> {
  const question = questionIn(request);
  const kept = question === undefined ? undefined : await record.findQuestion(question);
  // Questions are answered by topics that were reviewed, never by a sentence of one person.
  const isMissing = kept === undefined || (request.activity === "answer-report" && kept.about === undefined);
  if (question !== undefined && isMissing)
    return failed(reviewDiagnostics.report("review-question-unknown", { field: "question", code: question }));
  const recorded = await record.act(request, door);
  if (recorded.ok && question !== undefined && ENDING.has(request.activity)) await record.forgetQuestion(question);
  return recorded;
}

/** Acts after which nobody needs the words any more. */
const ENDING: ReadonlySet<string> = new Set(["decline-question", "answer-report"]);
const ON_QUESTIONS: ReadonlySet<string> = new Set(["adopt-question", ...ENDING]);

function questionIn({ activity, body }: ActRequest): string | undefined {
  if (!ON_QUESTIONS.has(activity)) return undefined;
  const named = typeof body === "object" && body !== null && "question" in body ? body.question : undefined;
  return typeof named === "string" ? named : undefined;
}
