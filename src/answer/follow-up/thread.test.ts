import { describe, expect, test } from "vitest";
import { SIGNING_KEY, shippedLibrary } from "../../../test/real-library.ts";
import { ask, conversationOf, converse } from "../../../test/support/converse.ts";
import type { Answer } from "../answer-shape.ts";
import { MAX_EXCHANGE_CHARACTERS, MAX_HELD_QUESTION, MAX_TURNS, openExchange, signExchange } from "./exchange.ts";

const { wellspring } = await shippedLibrary();
const CASE = "58-year-old man, left calf tender along the deep veins and 4 cm larger than the right, no cancer.";

const SUPPOSED = "what if the ultrasound is negative?";

const withoutSpans = ({ findings }: Answer) => findings.map(({ span: _place, ...finding }) => finding);
const threadOf = (answer: Answer) => conversationOf(answer).thread;

describe("the thread of a conversation", () => {
  const answer = converse(CASE, SUPPOSED, "why?");

  test("lists each question with what was answered, oldest first", () => {
    const { turns, shown, follows, leftOut } = threadOf(answer);
    expect(turns.map(({ number, question }) => [number, question])).toEqual([
      [1, CASE],
      [2, "what if the ultrasound is negative?"],
      [3, "why?"],
    ]);
    expect([shown, follows, leftOut]).toEqual([3, 3, 0]);
    const [first, second, third] = turns;
    expect([first?.before, first?.sameAdvice, first?.changed, first?.carried]).toEqual([null, null, [], []]);
    expect(second?.before).toEqual(first?.advice);
    expect(second?.changed.map(({ feature, supposed }) => [feature, supposed])).toEqual([["scan", true]]);
    expect(third?.carried.filter(({ supposed }) => supposed).map(({ feature }) => feature)).toEqual(["scan"]);
    expect(third?.said[0]).toBe(conversationOf(answer).followed?.reply[0]?.text);
  });

  test("an earlier question is shown again in full, and later ones stay until another is asked from there", () => {
    const { exchange } = conversationOf(answer);
    const back = ask({ question: "", exchange, turn: 1 });
    expect({ ...back, conversation: null }).toEqual({ ...ask({ question: CASE }), conversation: null });
    expect(threadOf(back)).toEqual({ ...threadOf(answer), shown: 1, follows: 1 });
    const forth = ask({ question: "", exchange: conversationOf(back).exchange, turn: 3 });
    expect(forth).toEqual(answer);
    const on = ask({ question: "and if she is pregnant?", exchange: conversationOf(back).exchange });
    expect(threadOf(on).turns.map(({ question }) => question)).toEqual([CASE, "and if she is pregnant?"]);
  });

  test("what was sent beside a question is sent again with it", () => {
    const request = { question: CASE, findings: { activeCancer: true }, profile: "nice" };
    const first = ask(request);
    const later = ask({ question: "why?", exchange: conversationOf(first).exchange });
    const back = ask({ question: "", exchange: conversationOf(later).exchange, turn: 1 });
    expect({ ...back, conversation: null }).toEqual({ ...first, conversation: null });
    const supposed = ask({ question: "what if the ultrasound is negative?", exchange: conversationOf(first).exchange });
    const so = ask({ question: "", exchange: conversationOf(supposed).exchange, confirm: ["scan"] });
    const after = ask({ question: "why?", exchange: conversationOf(so).exchange });
    const shown = ask({ question: "", exchange: conversationOf(after).exchange, turn: 3 });
    expect({ ...shown, conversation: null }).toEqual({ ...so, conversation: null });
  });

  test("a question that is not answered is not in it, and nothing of it is shown as the answer", () => {
    const refused = ask({ question: "How is achalasia treated?", exchange: conversationOf(answer).exchange });
    expect(refused.kind).toBe("refusal");
    expect(threadOf(refused)).toEqual({ ...threadOf(answer), shown: null });
  });

  test("an answer from a text that has changed since says so", () => {
    const held = openExchange(conversationOf(answer).exchange, SIGNING_KEY);
    if (!held.ok) throw new Error("the exchange opens");
    const turns = held.value.turns.map((turn, at) => (at === 0 ? { ...turn, text: "an earlier hash" } : turn));
    const exchange = signExchange({ ...held.value, turns }, SIGNING_KEY);
    const { turns: shown } = threadOf(ask({ question: "why?", exchange }));
    expect(shown.map(({ outdated }) => outdated)).toEqual([true, false, false, false]);
  });
});

describe("at its bounds", () => {
  test("the oldest questions are let go, counted, and what they said of the patient stays", () => {
    const held = openExchange(conversationOf(converse(CASE, SUPPOSED)).exchange, SIGNING_KEY);
    if (!held.ok) throw new Error("the exchange opens");
    const [first, second] = held.value.turns;
    if (first === undefined || second === undefined) throw new Error("two questions were asked");
    const full = [first, ...Array.from({ length: MAX_TURNS - 1 }, () => second)];
    let exchange = signExchange({ ...held.value, turns: full, at: MAX_TURNS }, SIGNING_KEY);
    exchange = conversationOf(ask({ question: "how sure are you?", exchange })).exchange;
    const answer = ask({ question: "why?", exchange });
    exchange = conversationOf(answer).exchange;
    const { turns, leftOut, shown } = threadOf(answer);
    expect([turns.length, leftOut, turns[0]?.number, shown]).toEqual([MAX_TURNS, 2, 3, MAX_TURNS + 2]);
    expect(answer.findings).toEqual(converse(CASE, SUPPOSED, "why?").findings);
    expect(exchange.length).toBeLessThan(MAX_EXCHANGE_CHARACTERS / 2);
    // The first that is still held follows one that is not.
    const back = ask({ question: "", exchange, turn: 3 });
    expect(withoutSpans(back)).toEqual(withoutSpans(answer));
    const gone = wellspring.ask({ question: "", exchange, turn: 2 });
    expect(gone.ok ? undefined : gone.diagnostics[0]?.code).toBe("turn-not-held");
  });

  test("words that do not deflate push older questions out, and the exchange stays short enough to be read", () => {
    // Lone words of random-looking letters, as a hostile text has them.
    const noise = (seed: number) =>
      Array.from({ length: MAX_HELD_QUESTION - 300 }, (_, at) =>
        String.fromCodePoint(0x4e00 + ((at * 7919 * seed) % 20_000)),
      ).join("");
    let answer = ask({ question: CASE });
    for (let seed = 1; seed < 5; seed += 1)
      answer = ask({ question: `why? ${noise(seed)}`, exchange: conversationOf(answer).exchange });
    expect(conversationOf(answer).exchange.length).toBeLessThanOrEqual(MAX_EXCHANGE_CHARACTERS);
    expect(threadOf(answer).leftOut).toBeGreaterThan(0);
    expect(ask({ question: "how sure are you?", exchange: conversationOf(answer).exchange }).kind).toBe("topic");
  });

  test("of a very long question only the beginning is held, and it is not answered as if it were the whole", () => {
    const long = `${CASE} ${"The corridor was painted white. ".repeat(120)}`;
    const answer = ask({ question: "why?", exchange: conversationOf(ask({ question: long })).exchange });
    expect(threadOf(answer).turns.map(({ whole }) => whole)).toEqual([false, true]);
    const back = wellspring.ask({ question: "", exchange: conversationOf(answer).exchange, turn: 1 });
    expect(back.ok ? undefined : back.diagnostics[0]?.code).toBe("turn-not-held");
  });
});

test.each([
  [{ question: "why?", turn: 1 }, "turn-beside-question"],
  [{ question: "", turn: 1, confirm: ["scan"] }, "turn-beside-question"],
  [{ question: "", turn: 1, profile: "nice" }, "turn-beside-question"],
  [{ question: "", turn: 0 }, "turn-not-held"],
  [{ question: "", turn: 9 }, "turn-not-held"],
])("%j beside an exchange of one question is refused: %s", (request, code) => {
  const { exchange } = conversationOf(ask({ question: CASE }));
  const answer = wellspring.ask({ ...request, exchange });
  expect(answer.ok ? undefined : answer.diagnostics[0]).toMatchObject({ code, field: "turn" });
  expect(wellspring.ask({ question: "", turn: 1 }).ok).toBe(false);
});
