import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal } from "../../clinical/quantity.ts";
import type { Comparison } from "../language/expression.ts";
import { compare, compute, type Interval, point, scale } from "./interval.ts";

const operators = ["=", "!=", "<", "<=", ">", ">="] as const;

const holds: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  "=": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

type Ends = readonly [number, number];
const ends = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.nat({ max: 4 }))
  .map(([low, width]): Ends => [low, low + width]);

function interval([low, high]: Ends): Interval {
  return { low: decimal(low), high: decimal(high) };
}

/** Every half between the ends: enough to find a counterexample to a comparison of whole ends. */
function samples([low, high]: Ends): readonly number[] {
  return Array.from({ length: (high - low) * 2 + 1 }, (_, step) => low + step / 2);
}

test("a comparison is true or false exactly when all pairs of the intervals agree", () => {
  fc.assert(
    fc.property(fc.constantFrom(...operators), ends, ends, (operator, left, right) => {
      const outcomes = new Set(samples(left).flatMap((l) => samples(right).map((r) => holds[operator](l, r))));
      const [only] = outcomes;
      expect(compare(operator, interval(left), interval(right))).toBe(outcomes.size === 1 ? only : "unknown");
    }),
  );
});

test("narrowing an interval never turns true into false or back", () => {
  fc.assert(
    fc.property(fc.constantFrom(...operators), ends, ends, fc.nat({ max: 8 }), (operator, left, right, step) => {
      const wide = compare(operator, interval(left), interval(right));
      const value = samples(left)[step % samples(left).length] ?? left[0];
      const narrow = compare(operator, point(decimal(value)), interval(right));
      if (wide !== "unknown") expect(narrow).toBe(wide);
    }),
  );
});

test("arithmetic gives the smallest interval that holds every pair", () => {
  const apply = {
    "+": (l: number, r: number) => l + r,
    "-": (l: number, r: number) => l - r,
    "*": (l: number, r: number) => l * r,
  };
  fc.assert(
    fc.property(fc.constantFrom("+", "-", "*"), ends, ends, (operator, left, right) => {
      const all = samples(left).flatMap((l) => samples(right).map((r) => apply[operator](l, r)));
      const found = compute(operator, interval(left), interval(right));
      expect([found.low.toNumber() + 0, found.high.toNumber() + 0]).toEqual([
        Math.min(...all) + 0,
        Math.max(...all) + 0,
      ]);
    }),
  );
});

test("scaling moves both ends", () => {
  expect(scale(interval([1, 2]), decimal("0.1"))).toEqual({ low: decimal("0.1"), high: decimal("0.2") });
});
