import { describe, expect, test } from "vitest";
import type { Example } from "../src/library/model/example.ts";
import { parametersUsed } from "../src/pathway/examples/parameters-used.ts";
import { getPart, indexOf } from "../src/pathway/facts/pathway-index.ts";
import { adviseFor, codeOf, legDvt, PROFILES, ruleOf } from "./support/leg-dvt.ts";
import { legDvtExamples } from "./support/leg-dvt-examples.ts";

const advised = legDvtExamples.map((example) => {
  const profile = example.profile ?? legDvt.defaultProfile;
  return { example, profile, evaluation: adviseFor(example.findings, profile) };
});

describe("each rule advises at least one example", () => {
  const held = new Set(advised.map(({ profile, evaluation }) => `${ruleOf(evaluation)} under ${profile}`));
  const expected = legDvt.stages
    .flatMap(({ rules }) => rules)
    .flatMap(({ id, profiles }) =>
      (profiles.length === 0 ? PROFILES : profiles).map((profile) => `${id} under ${profile}`),
    );
  test.each(expected)("%s", (ruleAndProfile) => {
    expect(held).toContain(ruleAndProfile);
  });
});

test("each recommendation is the next step of an example", () => {
  const found = new Set(advised.map(({ evaluation }) => codeOf(evaluation)));
  expect(legDvt.recommendations.map(({ code }) => code).filter((code) => !found.has(code))).toEqual([]);
});

test("each warning is expected by an example", () => {
  const expected = new Set(legDvtExamples.flatMap(({ expect: { warnings } }) => warnings ?? []));
  expect(legDvt.warnings.map(({ code }) => code).filter((code) => !expected.has(code))).toEqual([]);
});

test("each advice that goes along with other advice is expected by an example", () => {
  const expected = new Set(legDvtExamples.flatMap(({ expect: { alsoDo } }) => alsoDo ?? []));
  expect(legDvt.alsoDo.map(({ advise }) => advise).filter((code) => !expected.has(code))).toEqual([]);
});

test("each presumption is blocked in some example by 'asked and not known'", () => {
  const asked = new Set(
    legDvtExamples.flatMap(({ findings }) => Object.keys(findings).filter((id) => findings[id] === null)),
  );
  const presumed = ["phlegmasia", "peSymptoms", "pregnant", "inpatient", "anticoagulation", "site", "scan", "calfMass"];
  expect(presumed.filter((id) => !asked.has(id))).toEqual([]);
});

/** Where a cut-off lies and which examples stand on its two sides; `at` stands on it where equality has a side of its own. */
interface Boundary {
  readonly parameter: string;
  readonly finding: string;
  /** The cut-off itself when it is not the parameter's value: an age-adjusted one is a product. */
  readonly limit?: number;
  readonly low: string;
  readonly at?: string;
  readonly high: string;
}

const BOUNDARIES: readonly Boundary[] = [
  { parameter: "adultAge", finding: "age", low: "age-17", at: "age-18", high: "age-19" },
  {
    parameter: "calfSwellingThreshold",
    finding: "calfDifference",
    low: "calf-difference-2-9",
    at: "calf-difference-3",
    high: "calf-difference-3-1",
  },
  {
    parameter: "bedriddenThreshold",
    finding: "bedriddenDays",
    low: "bedridden-2-days",
    at: "bedridden-3-days",
    high: "bedridden-4-days",
  },
  {
    parameter: "majorSurgeryWindow",
    finding: "daysSinceMajorSurgery",
    low: "surgery-29-days",
    at: "surgery-84-days",
    high: "surgery-85-days",
  },
  {
    parameter: "majorSurgeryWindowOriginal",
    finding: "daysSinceMajorSurgery",
    low: "surgery-28-days",
    high: "surgery-29-days",
  },
  { parameter: "dDimerCutoffFeu", finding: "dDimer", low: "feu-499", at: "feu-500", high: "feu-501" },
  {
    parameter: "dDimerAgeStepFeu",
    finding: "dDimer",
    limit: 660,
    low: "feu-659-at-66",
    at: "worked-age-66-equal",
    high: "feu-661-at-66",
  },
  {
    parameter: "dDimerAgeStepDdu",
    finding: "dDimer",
    limit: 330,
    low: "ddu-329-at-66",
    at: "ddu-330-at-66",
    high: "ddu-331-at-66",
  },
  { parameter: "laboratoryCutoffDduFrom", finding: "laboratoryCutoff", low: "ddu-adjust-224", high: "ddu-adjust-225" },
  { parameter: "laboratoryCutoffDduTo", finding: "laboratoryCutoff", low: "ddu-adjust-275", high: "ddu-adjust-276" },
  { parameter: "ageAdjustmentFrom", finding: "age", low: "feu-505-at-50", high: "feu-505-at-51" },
  {
    parameter: "recurrenceDiameter",
    finding: "diameterIncrease",
    low: "vein-wider-3mm",
    at: "vein-wider-4mm",
    high: "vein-wider-5mm",
  },
  { parameter: "massSize", finding: "massDiameter", low: "lump-4-9-cm", at: "lump-5-cm", high: "lump-5-1-cm" },
  {
    parameter: "persistenceReview",
    finding: "daysSinceScan",
    low: "complete-clear-persist-day-4",
    at: "complete-clear-persist-day-5",
    high: "complete-clear-persist-day-6",
  },
  {
    parameter: "extensionLength",
    finding: "clotLength",
    low: "calf-clot-length-4-9",
    at: "calf-clot-length-5",
    high: "calf-clot-length-5-1",
  },
  {
    parameter: "extensionDiameter",
    finding: "clotDiameter",
    low: "calf-clot-width-6-9",
    at: "calf-clot-width-7",
    high: "calf-clot-width-7-1",
  },
];

test("each parameter that a condition compares with has its boundary listed here", () => {
  const listed = new Set(BOUNDARIES.map(({ parameter }) => parameter));
  expect([...parametersUsed(legDvt)].filter((id) => !listed.has(id))).toEqual([]);
});

describe("examples stand on both sides of each cut-off", () => {
  test.each(BOUNDARIES)("$parameter: $low, $high", ({ parameter, finding, limit, low, at, high }) => {
    const cutoff = limit ?? getPart(indexOf(legDvt).parameters, parameter).value.value.toNumber();
    expect(numberOf(low, finding)).toBeLessThanOrEqual(cutoff);
    expect(numberOf(high, finding)).toBeGreaterThanOrEqual(cutoff);
    expect(numberOf(low, finding)).toBeLessThan(numberOf(high, finding));
    if (at !== undefined) expect(numberOf(at, finding)).toBe(cutoff);
  });
});

describe("examples stand on both sides of each limit of the score", () => {
  const totals = new Set(
    advised
      .map(({ evaluation }) => evaluation.scores[0])
      .map((score) => (score?.low === score?.high ? score?.low : undefined)),
  );
  test.each([0, 1, 2, 3])("a total of %d", (total) => {
    expect(totals).toContain(total);
  });
});

function numberOf(id: string, finding: string): number {
  const example = getExample(id);
  const sent = example.findings[finding];
  if (typeof sent === "number") return sent;
  if (typeof sent !== "object" || sent === null || !("value" in sent) || typeof sent.value !== "number")
    throw new Error(`\`${id}\` does not state \`${finding}\` as a number`);
  return sent.value;
}

function getExample(id: string): Example {
  const example = legDvtExamples.find((candidate) => candidate.id === id);
  if (example === undefined) throw new Error(`there is no example \`${id}\``);
  return example;
}
