import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "../clinical/quantity.ts";
import { type Accuracy, chancesAfter, PEOPLE, peopleOf, prevalenceAtLine, printShare } from "./chances.ts";

const accuracy = (sensitivity: number, specificity: number): Accuracy => ({
  sensitivity: decimal(sensitivity),
  specificity: decimal(specificity),
});
const DDIMER = accuracy(0.961, 0.357);
const thousandth = fc.integer({ min: 1, max: 999 }).map((n) => n / 1000);

describe("the chance after a test", () => {
  // The worked table of a pooled high-sensitivity D-dimer: prevalence, NPV, miss rate, share that tests negative.
  test.each([
    [0.05, "99.4 %", "0.57 %", "34.1 %"],
    [0.06, "99.3 %", "0.69 %", "33.8 %"],
    [0.17, "97.8 %", "2.2 %", "30.3 %"],
    [0.28, "95.9 %", "4.1 %", "26.8 %"],
    [0.53, "89.0 %", "11.0 %", "18.8 %"],
  ])("at a prevalence of %d has an NPV of %s and misses %s", (prevalence, npv, missed, negative) => {
    const chances = chancesAfter(decimal(prevalence), DDIMER);
    expect([chances.npv, chances.missRate, chances.negative].map((share) => share && printShare(share))).toEqual([
      npv,
      missed,
      negative,
    ]);
  });

  test("is rounded once: 1.247 % is 1.2 %, never by way of 1.25", () => {
    const { missRate } = chancesAfter(decimal(0.17), accuracy(0.94, 0.973));
    expect(missRate?.times(100).toFixed(3)).toBe("1.247");
    expect(missRate && printShare(missRate)).toBe("1.2 %");
  });

  test("passes 1 % at a prevalence of 8.5 % and 2 % at 15.7 %", () => {
    const at = (line: number) => prevalenceAtLine(decimal(line), DDIMER)?.times(100).toFixed(1);
    expect([at(0.01), at(0.02)]).toEqual(["8.5", "15.7"]);
  });

  test("agrees with counting people one by one", () => {
    fc.assert(
      fc.property(thousandth, thousandth, thousandth, (prevalence, sensitivity, specificity) => {
        // A million people, so that every group of theirs is a whole number.
        const ill = prevalence * 1e6;
        const missed = Math.round(ill * (1 - sensitivity));
        const cleared = Math.round((1e6 - ill) * specificity);
        const { npv, missRate } = chancesAfter(decimal(prevalence), accuracy(sensitivity, specificity));
        expect(Number(npv)).toBeCloseTo(cleared / (cleared + missed), 9);
        expect(Number(missRate)).toBeCloseTo(missed / (cleared + missed), 9);
      }),
    );
  });

  test("crosses a line exactly at the prevalence that is given for it", () => {
    fc.assert(
      fc.property(thousandth, thousandth, thousandth, (line, sensitivity, specificity) => {
        const test = accuracy(sensitivity, specificity);
        const prevalence = prevalenceAtLine(decimal(line), test);
        expect(Number(prevalence && chancesAfter(prevalence, test).missRate)).toBeCloseTo(line, 9);
      }),
    );
  });

  test("of nobody is not known rather than nothing", () => {
    expect(chancesAfter(decimal(0), accuracy(1, 1)).ppv).toBeUndefined();
    expect(chancesAfter(decimal(1), accuracy(1, 1)).missRate).toBeUndefined();
    expect(prevalenceAtLine(decimal(0.02), accuracy(1, 0.5))).toBeUndefined();
  });
});

describe("a thousand people", () => {
  test("are always a thousand, none of them negative", () => {
    fc.assert(
      fc.property(thousandth, thousandth, thousandth, (prevalence, sensitivity, specificity) => {
        const people = Object.values(peopleOf(decimal(prevalence), accuracy(sensitivity, specificity)));
        expect(people.reduce((sum, group) => sum + group, 0)).toBe(PEOPLE);
        expect(Math.min(...people)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("show the D-dimer at 6 % as 60 with a clot, of whom 2 are missed", () => {
    expect(peopleOf(decimal(0.06), DDIMER)).toEqual({ found: 58, missed: 2, falseAlarms: 604, cleared: 336 });
  });
});

test.each([
  ["0", "0 %"],
  ["1", "100 %"],
  ["0.00001", "below 0.01 %"],
  ["0.99999", "above 99.9 %"],
  ["0.0069", "0.69 %"],
  ["0.01", "1.0 %"],
])("the share %s is printed as %s", (share, printed) => {
  expect(printShare(decimal(share))).toBe(printed);
});
