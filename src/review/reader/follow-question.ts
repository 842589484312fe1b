import { editionInForce } from "../model/text-state.ts";
import type { QuestionBox, QuestionReply } from "../question-box.ts";
import type { Reviews } from "./reviews.ts";
import { parseCode } from "./short-code.ts";

/** What the board has done with a question, from the record: adopted counts as answered once the topic has an edition in force. */
export async function followQuestion(
  typed: string,
  box: QuestionBox,
  reviews: Pick<Reviews, "read" | "now">,
): Promise<QuestionReply> {
  const code = parseCode(typed);
  const kept = code === undefined ? undefined : await box.findQuestion(code);
  if (kept === undefined) return { kind: "unknown" };
  const { recorded } = kept;
  const record = reviews.read();
  const decided = record.questions.get(kept.code);
  if (decided === undefined) return { kind: "waiting", recorded };
  if (decided.kind === "declined") return { kind: "declined", recorded, reason: decided.reason };
  const topic = decided.topic ?? null;
  if (topic === null || editionInForce(record.topics.get(topic), reviews.now()) === undefined)
    return { kind: "adopted", recorded, topic };
  return { kind: "answered", recorded, topic };
}
