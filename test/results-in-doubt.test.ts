import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { converse } from "./support/converse.ts";

// Short hints beside a result that would rule out, as a clinician puts them: none of them is passed over.

const hints = z.array(z.string()).min(1);
const shape = z.strictObject({ scan: hints, sample: hints, items: hints });
const fixture = new URL("fixtures/results-in-doubt.yaml", import.meta.url);
const HINTS = shape.parse(parse(readFileSync(fixture, "utf8")));
/** Hundreds of questions in one test. */
const TIMEOUT = 60_000;
const SAMPLE = "High-sensitivity D-dimer 240 ug/L FEU (limit 500).";

const PATIENTS = {
  scan: (hint: string) =>
    `58M. Left leg swollen for 3 days, Wells 1, no cancer, no anticoagulant. Whole-leg duplex today: no DVT. ${hint}`,
  sample: (hint: string) =>
    `58M. Left leg swollen for 3 days, Wells 2, no cancer, no anticoagulant. Proximal compression scan today normal. ${SAMPLE} ${hint}`,
  items: (hint: string) =>
    `51M, outpatient. ${hint} Left calf 3 cm larger than the right. No other Wells items, no anticoagulant. ${SAMPLE}`,
};

function ruledOut(said: readonly string[], patient: (hint: string) => string): readonly string[] {
  return said.filter((hint) => converse(patient(hint)).nextStep?.code === "DVT_EXCLUDED");
}

test(
  "no hint that a scan saw too little, or is of another leg, person or time, is passed over",
  () => {
    expect(ruledOut(HINTS.scan, PATIENTS.scan)).toEqual([]);
  },
  TIMEOUT,
);

test(
  "no hint that a sample does not count, or that a scan was to be repeated, is passed over",
  () => {
    expect(ruledOut(HINTS.sample, PATIENTS.sample)).toEqual([]);
  },
  TIMEOUT,
);

test(
  "no hint of an item beside a denial of all others is passed over",
  () => {
    expect(ruledOut(HINTS.items, PATIENTS.items)).toEqual([]);
  },
  TIMEOUT,
);

const CALM = {
  scan: [
    "",
    "Good views.",
    "All segments seen.",
    "Done by a consultant radiologist.",
    "Report verified.",
    "Images saved to PACS.",
    "No Baker's cyst.",
    "Walks well.",
    "BMI 31.",
  ],
  sample: ["", "D-dimer taken today.", "Sample taken this morning before any treatment.", "Walks well."],
  items: ["", "Office worker.", "Plays golf.", "Takes ramipril.", "Mother had a DVT.", "No family history."],
};

test("what says nothing against a result leaves the answer as it is", () => {
  for (const group of ["scan", "sample", "items"] as const)
    expect(ruledOut(CALM[group], PATIENTS[group])).toEqual(CALM[group]);
});

test("no anticoagulant that is named beside a denial of all is passed over", () => {
  const said = [
    "On enoxaparin since yesterday.",
    "He's had fondaparinux for the scan delay.",
    "Bloods taken after Clexane.",
  ];
  expect(ruledOut(said, PATIENTS.sample)).toEqual([]);
});

test("a scan of which two sides are told rules nothing out", () => {
  const told = ["They scanned the right leg.", "Left leg scanned, right leg swollen.", "Right leg was scanned."];
  expect(ruledOut(told, PATIENTS.scan)).toEqual([]);
});

test("a lump that is told by its hardness or growth is looked at", () => {
  const { nextStep } = converse(PATIENTS.scan("Firm lump, growing."));
  expect(nextStep?.code).toBe("MASS_IMAGING");
});
