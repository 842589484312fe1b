import { describe, expect, test } from "vitest";
import type { NodeId } from "../compile/diagram-store.ts";
import { describeRegion } from "./describe-region.ts";
import type { JointAtom } from "./joint-atoms.ts";
import { JointSpace } from "./joint-space.ts";
import type { Word } from "./vocabulary.ts";

const NAMES = ["a", "b", "c"];
const atoms = NAMES.map((name, level): JointAtom => {
  const value = { example: true, inRange: true, label: "yes" };
  const side = { level, states: [1, 2], unstated: [] };
  const values = [{ example: false, inRange: true, label: "no" }, value];
  return {
    atom: { kind: "feature", name, feature: name, guarded: false, values },
    accepted: [true, true],
    sides: [side, side],
  };
});
const space = new JointSpace(atoms, true, { maxNodes: 10_000, maxSteps: 10_000_000 });
const is = (level: number, state: number): NodeId => space.where(level, (one) => one === state);
const words = NAMES.flatMap((name, level): readonly Word[] => [
  { label: name, region: is(level, 1), negative: false, fact: true },
  { label: `not ${name}`, region: is(level, 0), negative: true, fact: false },
]);
const [a, b, c] = [is(0, 1), is(1, 1), is(2, 1)];

/** The alternatives as text, of a region among those who matter. */
function told(region: NodeId, care: NodeId = space.everywhere): readonly string[] {
  const { alternatives, rest } = describeRegion(space, words, region, care, space.everywhere);
  expect(rest).toBe(space.nowhere);
  return alternatives.map(({ conditions, region: one }) => `${conditions.join(" and ")}: ${space.count(one)}`);
}

describe("a region is described", () => {
  test("by what decides it, and by nothing else", () => {
    expect(told(space.and(a, b))).toEqual(["a and b: 2"]);
    expect(told(space.everywhere)).toEqual([": 8"]);
  });

  test("without what all who matter have anyway", () => {
    expect(told(space.and(a, b), a)).toEqual(["b: 2"]);
  });

  test("in alternatives, each patient counted once", () => {
    expect(told(space.or(a, space.and(b, c)))).toEqual(["a: 4", "b and c: 1"]);
  });

  test("even where no single word gains anything", () => {
    const either = space.or(space.without(a, b), space.without(b, a));
    expect(told(either).map((one) => one.slice(-1))).toEqual(["2", "2"]);
  });

  test("with what its patients share besides", () => {
    const { alternatives } = describeRegion(space, words, space.and(a, b), a, space.everywhere);
    expect(alternatives).toMatchObject([{ conditions: ["b"], also: ["a"] }]);
  });
});
