import { editionInForce } from "../model/text-state.ts";
import type { QuestionBox, QuestionReply } from "../question-box.ts";
import type { Reviews } from "./reviews.ts";
import { parseCode } from "./short-code.ts";

/**
 * What the board has done with a question or a report, from the record. A question that was adopted is answered once the topic has an edition in force;
 * a report is about a topic that has one, and is answered in words.
 */
export async function followQuestion(
  typed: string,
  box: QuestionBox,
  reviews: Pick<Reviews, "read" | "now">,
): Promise<QuestionReply> {
  const code = parseCode(typed);
  const kept = code === undefined ? undefined : await box.findQuestion(code);
  if (kept === undefined) return { kind: "unknown" };
  const { recorded, about } = kept;
  const known = { recorded, ...(about === undefined ? {} : { about }) };
  const record = reviews.read();
  const decided = record.questions.get(kept.code);
  if (decided === undefined) return { kind: "waiting", ...known };
  if (decided.kind === "declined") return { kind: "declined", ...known, reason: decided.reason };
  if (decided.kind === "answered") return { kind: "replied", ...known, answer: decided.answer };
  const topic = decided.topic ?? about?.topic ?? null;
  if (topic === null || about !== undefined || editionInForce(record.topics.get(topic), reviews.now()) === undefined)
    return { kind: "adopted", ...known, topic };
  return { kind: "answered", ...known, topic };
}
