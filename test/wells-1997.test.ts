import { describe, expect, test } from "vitest";
import { adviseFor, type SentFindings, wells } from "./support/leg-dvt.ts";

/** Least and greatest total of both versions of the score. */
function totals(findings: SentFindings): readonly (readonly [string, number, number])[] {
  return adviseFor(findings).scores.map(({ version, low, high }) => [version, low, high] as const);
}

function without(item: string): SentFindings {
  return Object.fromEntries(Object.entries(wells()).filter(([id]) => id !== item));
}

const days = (value: number) => ({ value, unit: "d" });
const NEVER = days(36_500);

describe("the two versions of the score differ exactly at their limits", () => {
  test.each<[string, SentFindings, number, number]>([
    ["2.9 cm", { ...without("calfSwelling"), calfDifference: { value: 2.9, unit: "cm" } }, 0, 0],
    ["exactly 3 cm", { ...without("calfSwelling"), calfDifference: { value: 3, unit: "cm" } }, 1, 0],
    ["3.1 cm", { ...without("calfSwelling"), calfDifference: { value: 3.1, unit: "cm" } }, 1, 1],
    ["2 days in bed", { ...without("bedriddenOrSurgery"), bedriddenDays: days(2), daysSinceMajorSurgery: NEVER }, 0, 0],
    [
      "exactly 3 days in bed",
      { ...without("bedriddenOrSurgery"), bedriddenDays: days(3), daysSinceMajorSurgery: NEVER },
      1,
      0,
    ],
    ["4 days in bed", { ...without("bedriddenOrSurgery"), bedriddenDays: days(4), daysSinceMajorSurgery: NEVER }, 1, 1],
    [
      "surgery 28 days ago",
      { ...without("bedriddenOrSurgery"), bedriddenDays: days(0), daysSinceMajorSurgery: days(28) },
      1,
      1,
    ],
    [
      "surgery 29 days ago",
      { ...without("bedriddenOrSurgery"), bedriddenDays: days(0), daysSinceMajorSurgery: days(29) },
      1,
      0,
    ],
    [
      "surgery 84 days ago",
      { ...without("bedriddenOrSurgery"), bedriddenDays: days(0), daysSinceMajorSurgery: days(84) },
      1,
      0,
    ],
    [
      "surgery 85 days ago",
      { ...without("bedriddenOrSurgery"), bedriddenDays: days(0), daysSinceMajorSurgery: days(85) },
      0,
      0,
    ],
    ["an earlier clot", wells("previousDvt"), 1, 0],
    ["an alternative at least as likely", wells("alternativeDiagnosis"), -2, -2],
  ])("%s", (_, findings, now, then) => {
    expect(totals(findings)).toEqual([
      ["wells-2003-nice", now, now],
      ["wells-1997", then, then],
    ]);
  });

  test("a tick without the measurement leaves the 1997 version open", () => {
    expect(totals(wells("calfSwelling"))).toEqual([
      ["wells-2003-nice", 1, 1],
      ["wells-1997", 0, 1],
    ]);
  });
});

test.each([{ pregnant: true }, { site: "arm" }, { age: 12 }, { phlegmasia: true }, { peSymptoms: true }])(
  "a patient the score is not meant for has none: %j",
  (findings) => {
    expect(totals({ ...wells("deepVeinTenderness"), ...findings })).toEqual([]);
  },
);
