import { describe, expect, test } from "vitest";
import { SIGNING_KEY, shippedLibrary } from "../../../test/real-library.ts";
import type { Answer, Conversation } from "../answer-shape.ts";
import { MAX_EXCHANGE_CHARACTERS, openExchange, signExchange } from "./exchange.ts";

const { wellspring } = await shippedLibrary();
const CASE =
  "58-year-old man, left calf tender along the deep veins and 4 cm larger than the right, no cancer, no other Wells feature, no alternative diagnosis as likely.";

function ask(question: string, exchange?: string, more: { confirm?: string[] } = {}): Answer {
  const answer = wellspring.ask({ question, ...(exchange === undefined ? {} : { exchange }), ...more });
  if (!answer.ok) throw new Error(answer.diagnostics.map(({ message }) => message).join("; "));
  return answer.value;
}

function conversationOf({ conversation }: Answer): Conversation {
  if (conversation === null) throw new Error("the answer has no conversation");
  return conversation;
}

function converse(...questions: readonly string[]): Answer {
  const [first = "", ...rest] = questions;
  return rest.reduce((answer, question) => ask(question, conversationOf(answer).exchange), ask(first));
}

function followedIn(answer: Answer) {
  const { followed } = conversationOf(answer);
  if (followed === null) throw new Error(`not a follow-up: ${answer.refusal?.reason}`);
  return followed;
}

for (const q of [
      "what if the ultrasound is negative?",
      "and if she is pregnant?",
      "what about D-dimer then?",
      "why?",
      "how sure are you?",
      "what would a 3.1 cm swelling change?",
      "explain it to the patient",
      "what if it is positive?",
      "repeat when?",
      "what else could it be?",
      "and if the calf was not seen?",
      "what about the mass?",
      "What dose then?",
      "how is achalasia treated?",
      "the scan showed a popliteal clot",
      "is he breathless?",
      "he is breathless now",
      "what if the D-dimer is negative?",
]) test("try "+q, () => {
  const a = converse(CASE, q); const c = conversationOf(a).followed;
  console.log("=>", q, "|", a.refusal?.reason, a.nextStep?.code, JSON.stringify(c && {b:c.before?.code,a:c.after?.code,same:c.sameAdvice,ch:c.changed.map(x=>[x.feature,x.before,x.after,x.supposed,x.decides]),o:c.outcomes.map(o=>[o.supposed.map(s=>s.display),o.advice.code]),r:c.reply.map(r=>r.text.slice(0,80)),carried:c.carried.length}), JSON.stringify(a.notAnswered.map(n=>n.what)), [...new Set(a.statements.map(s=>s.section))].join());
});
