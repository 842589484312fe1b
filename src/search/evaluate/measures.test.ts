import fc from "fast-check";
import { expect, test } from "vitest";
import { bootstrapInterval } from "./bootstrap-interval.ts";
import { measure } from "./measures.ts";

const raw = { relevantFrom: 2, condensed: false };

// Worked by hand. Grades: a 3, b 2, c 1, d 0; ranked d, a, x, b, c, where x was not judged.
const judged = new Map([
  [
    "1",
    new Map([
      ["a", 3],
      ["b", 2],
      ["c", 1],
      ["d", 0],
    ]),
  ],
]);
const runs = new Map([["1", ["d", "a", "x", "b", "c"]]]);

test("measures are those worked by hand", () => {
  const ideal = 3 + 2 / Math.log2(3) + 1 / 2;
  const found = measure(runs, judged, raw);
  expect(found.map10).toBeCloseTo((1 / 2 + 2 / 4) / 2, 12);
  expect(found.mrr10).toBeCloseTo(1 / 2, 12);
  expect(found.ndcg10).toBeCloseTo((3 / Math.log2(3) + 2 / Math.log2(5) + 1 / Math.log2(6)) / ideal, 12);
  expect(found.recall100).toBe(1);
  expect(found.averageScore).toBe(0);
});

test("on the condensed list what was not judged takes no place", () => {
  const found = measure(runs, judged, { ...raw, condensed: true });
  expect(found.map10).toBeCloseTo((1 / 2 + 2 / 3) / 2, 12);
});

test("a topic without a relevant document is no topic, one without results counts as nothing found", () => {
  const more = new Map([...judged, ["2", new Map([["a", 1]])], ["3", new Map([["a", 2]])]]);
  const found = measure(runs, more, raw);
  expect(found.topics).toBe(2);
  expect(found.mrr10).toBeCloseTo(1 / 4, 12);
});

test("measures agree with their definitions written out", () => {
  const documents = Array.from({ length: 15 }, (_, at) => `d${at}`);
  const list = fc.shuffledSubarray(documents);
  const grades = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(list, grades, fc.integer({ min: 1, max: 3 }), (ranked, given, relevantFrom) => {
      const graded = new Map(given.map((grade, at) => [`d${at}`, grade]));
      const relevant = given.filter((grade) => grade >= relevantFrom).length;
      const found = measure(new Map([["1", ranked]]), new Map([["1", graded]]), { relevantFrom, condensed: false });
      expect(found.topics).toBe(relevant === 0 ? 0 : 1);
      if (relevant === 0) return;
      const isRelevant = (at: number) => (graded.get(ranked[at] ?? "") ?? 0) >= relevantFrom;
      const precision = (at: number) =>
        ranked.slice(0, at + 1).filter((_, place) => isRelevant(place)).length / (at + 1);
      let [precisions, reciprocal, gain, ideal] = [0, 0, 0, 0];
      const best = given.toSorted((a, b) => b - a);
      for (let at = 9; at >= 0; at--) {
        if (at < ranked.length && isRelevant(at)) {
          precisions += precision(at);
          reciprocal = 1 / (at + 1);
        }
        gain += (graded.get(ranked[at] ?? "") ?? 0) / Math.log2(at + 2);
        ideal += (best[at] ?? 0) / Math.log2(at + 2);
      }
      expect(found.map10).toBeCloseTo(precisions / Math.min(10, relevant), 9);
      expect(found.mrr10).toBe(reciprocal);
      expect(found.ndcg10).toBeCloseTo(gain / ideal, 9);
      expect(found.recall100).toBeCloseTo(ranked.filter((_, at) => isRelevant(at)).length / relevant, 9);
    }),
  );
});

test("the interval of a mean holds it, is the same each time, and has no width where there is no spread", () => {
  const values = Array.from({ length: 50 }, (_, at) => (at % 5) / 4);
  const [low, high] = bootstrapInterval(values);
  expect(low).toBeLessThan(0.5);
  expect(high).toBeGreaterThan(0.5);
  // The normal interval: 1.96 standard errors of 0.35 / sqrt(50).
  expect(high - low).toBeCloseTo(2 * 1.96 * (Math.sqrt(0.125) / Math.sqrt(50)), 1);
  expect(bootstrapInterval(values)).toEqual([low, high]);
  expect(bootstrapInterval([0.3, 0.3])).toEqual([0.3, 0.3]);
});
