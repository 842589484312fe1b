import type { Answer, ThreadTurn } from "../answer/answer-shape.ts";
import { block } from "./block.ts";

/** The questions of a conversation, oldest first, each with what was answered in short; empty while there is only one. */
export function renderThread({ conversation }: Answer): string {
  if (conversation === null) return "";
  const { turns, leftOut, shown } = conversation.thread;
  if (turns.length + leftOut < 2) return "";
  const before = leftOut === 0 ? [] : [`${leftOut} earlier, no longer listed; what they said of the patient is kept`];
  return block("THIS CONVERSATION", [...before, ...turns.map((turn) => renderTurn(turn, turn.number === shown))]);
}

function renderTurn({ number, question, advice, before, sameAdvice, said, changed }: ThreadTurn, isShown: boolean) {
  const step = advice === null ? [] : [`${advice.title} [${advice.code}]${changeOf(before, sameAdvice)}`];
  const news = changed.map(
    ({ label, before: old, after, supposed }) =>
      `${label}: ${old ?? "not said"} -> ${after ?? "set aside"}${supposed ? " (only supposed)" : ""}`,
  );
  const asked = question === "" ? "(what was supposed is so)" : question;
  return [`${number}. ${asked}${isShown ? "  <- shown above" : ""}`, ...said, ...step, ...news].join("\n    ");
}

function changeOf(before: ThreadTurn["before"], sameAdvice: boolean | null): string {
  if (sameAdvice === null) return "";
  return sameAdvice ? ", as before" : `, before: ${before?.title ?? "none"}`;
}
