import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedLibrary } from "../../../test/real-library.ts";
import type { Answer } from "../answer-shape.ts";
import type { AskRequest } from "../wellspring.ts";

const { wellspring } = await shippedLibrary();

const FIRST = [
  "58-year-old man, left calf tender along the deep veins and 4 cm larger than the right, no cancer.",
  "Woman of 34 with a swollen right leg after a long flight. D-dimer?",
  "How sensitive is a D-dimer?",
];
const NEXT = [
  "what if the ultrasound is negative?",
  "and if she is pregnant?",
  "what if it is positive?",
  "he also has active cancer",
  "what would a 3.1 cm swelling change?",
  "D-dimer came back 0.3 mg/L FEU",
  "the scan only saw the thigh",
  "and what does NICE say?",
  "why?",
  "What dose of apixaban then?",
];

function ask(request: AskRequest): Answer {
  const answer = wellspring.ask(request);
  if (!answer.ok) throw new Error(answer.diagnostics.map(({ message }) => message).join("; "));
  return answer.value;
}

/** Everything but how the conversation is held. */
const contentOf = ({ conversation, ...answer }: Answer) => ({ ...answer, followed: conversation?.followed });

/** Each question asked after the one before, with the answers one by one. */
function replay(questions: readonly string[]): readonly Answer[] {
  const answers: Answer[] = [];
  for (const question of questions) {
    const exchange = answers.at(-1)?.conversation?.exchange;
    answers.push(ask(exchange === undefined ? { question } : { question, exchange }));
  }
  return answers;
}

test("the state after a thread is that of its questions asked anew, and each is shown again as it was answered", () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIRST), fc.array(fc.constantFrom(...NEXT), { maxLength: 4 }), (first, rest) => {
      const answers = replay([first, ...rest]);
      const last = answers.at(-1);
      if (last?.conversation == null) throw new Error("a question that is answered has a conversation");
      const { thread, exchange } = last.conversation;
      const asked = answers.filter(({ refusal }) => refusal === null);
      expect(thread.turns.map(({ question }) => question)).toEqual(asked.map(({ question }) => question));
      const again = replay(thread.turns.map(({ question }) => question)).at(-1);
      const state = asked.at(-1);
      if (again === undefined || state === undefined) throw new Error("the first question is answered");
      expect(contentOf(again)).toEqual(contentOf(state));
      expect(again.conversation?.exchange).toBe(exchange);
      for (const { number } of thread.turns) {
        const shown = ask({ question: "", exchange, turn: number });
        const then = asked[number - 1];
        expect(contentOf(shown)).toEqual(then === undefined ? undefined : contentOf(then));
      }
    }),
    { numRuns: Number(process.env.THREAD_RUNS ?? 6) },
  );
});
