import { expect, test } from "vitest";
import { namesOf, pagesOfTwoNames } from "../testing/two-names.ts";
import { learnTermVectors } from "./learn-term-vectors.ts";
import { likeness, type TermVectors } from "./term-vectors.ts";

const passages = pagesOfTwoNames().map(({ title, text }) => `${title}\nsubject\n${text}`);
const vectors = learnTermVectors(passages);

function likenessOf(one: string, other: string, of: TermVectors = vectors): number {
  const [left, right] = [one, other].map((stem) => of.directionOf([[stem, 1]]));
  if (left === undefined || right === undefined) throw new Error("a stem is not known");
  return likeness(left, right);
}

test("names that never stand together are alike when they keep like company, and others are not", () => {
  for (const subject of [0, 11, 39]) {
    const [latin, plain] = namesOf(subject);
    expect(likenessOf(latin, plain)).toBeGreaterThan(0.7);
    expect(Math.abs(likenessOf(latin, namesOf(subject + 1)[1]))).toBeLessThan(0.3);
  }
});

test("the same passages give the same vectors; a stem of one passage, and one of subjects alone, has none", () => {
  expect(learnTermVectors(passages).bytes).toEqual(vectors.bytes);
  expect(vectors.stems).toContain("latin3");
  expect(vectors.stems).not.toContain("page3");
  expect(vectors.stems).not.toContain("subject");
});

test("a text lies where its stems lie together, each by its weight, and one without known stems lies nowhere", () => {
  const mixed = vectors.directionOf([
    ["latin1", 3],
    ["latin2", 1],
    ["unheard", 9],
  ]);
  const [much, little] = ["latin1", "latin2"].map((stem) => vectors.directionOf([[stem, 1]]));
  if (mixed === undefined || much === undefined || little === undefined) throw new Error("a stem is not known");
  expect(likeness(mixed, mixed)).toBeCloseTo(1, 9);
  expect(likeness(mixed, much)).toBeGreaterThan(likeness(mixed, little));
  expect(vectors.directionOf([["unheard", 9]])).toBeUndefined();
});

test("passages that say nothing, or all the same, give vectors without a number that is none", () => {
  for (const few of [[], ["\n"], ["a\n\na b", "a\n\na b", "a\n\na b"]]) {
    const learned = learnTermVectors(few);
    expect(learned.bytes.every(Number.isFinite)).toBe(true);
    for (const stem of learned.stems)
      expect(learned.directionOf([[stem, 1]])?.every(Number.isFinite) ?? true).toBe(true);
  }
});
