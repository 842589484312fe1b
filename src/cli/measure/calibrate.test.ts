import { expect, test } from "vitest";
import { type Asked, calibrate } from "./calibrate.ts";

/** Questions whose one feature tells: answered ones spread from 0.5 to 1, others from 0 to 0.5, in two sets of different size. */
function asked(set: string, questions: number): readonly Asked[] {
  return Array.from({ length: questions }, (_, at) => at / questions).flatMap((share, at) => [
    { set, question: `${set} ${at}`, kind: "answered" as const, features: [0.5 + share / 2] },
    { set, question: `${set} ${at}`, kind: "taken-away" as const, features: [share / 2] },
    { set, question: `${set} other ${at}`, kind: "foreign" as const, features: [share / 4] },
  ]);
}

const both = [...asked("a", 200), ...asked("b", 40)];

test("the threshold loses a tenth of what is answered, over sets that count alike, and refuses what is clearly not", () => {
  const { rows, threshold } = calibrate(both);
  expect(threshold).toBeGreaterThan(0);
  expect(rows.map(({ set, kind }) => `${set} ${kind}`)).toEqual([
    "a taken-away",
    "a foreign",
    "b taken-away",
    "b foreign",
  ]);
  for (const { set, lost, lostInterval, answered, refused, unanswered } of rows) {
    expect([set, lostInterval[0] < lost / answered, lostInterval[1] > lost / answered]).toEqual([set, true, true]);
    expect([lost / answered, set]).toEqual([expect.closeTo(0.1, 1), set]);
    expect(refused).toBe(unanswered);
  }
});

test("what is foretold is foretold well: in each part of the curve about as many are answered as was said", () => {
  const { curve } = calibrate(both);
  expect(curve.reduce((sum, { questions }) => sum + questions, 0)).toBe(both.length);
  for (const { from, to, questions, answerable } of curve.filter((bin) => bin.questions >= 100))
    expect([answerable >= from - 0.2 && answerable <= to + 0.2, questions]).toEqual([true, questions]);
});

test("a feature that tells nothing refuses nothing well", () => {
  const blind = both.map((one, at) => ({ ...one, features: [(at * 7919) % 101] }));
  for (const { refused, unanswered } of calibrate(blind).rows) expect(refused / unanswered).toBeLessThan(0.4);
});

test("the same questions give the same numbers", () => {
  expect(calibrate(both)).toEqual(calibrate(both));
});
