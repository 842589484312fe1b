import { expect, test } from "vitest";
import { ask } from "./support/converse.ts";

// An anticoagulant makes a negative D-dimer worthless. It is gone only when the text says that this patient's has ended, or that there is none.

const PATIENT = "A 60-year-old woman, left calf sore for two days.";
const TESTED = "Wells 0, no cancer, outpatient. High-sensitivity D-dimer 240 ug/L FEU (limit 500).";

/** What is known of an anticoagulant, and whether the D-dimer rules out. */
function answered(told: string) {
  const { findings, nextStep } = ask({ question: `${PATIENT} ${told} ${TESTED}` });
  const isNone = findings.some(({ feature, value }) => feature === "anticoagulation" && value === "none");
  return { isNone, isExcluded: nextStep?.code === "DVT_EXCLUDED" };
}

const NOT = ["has not", "hasn't", "has never", "did not", "didn't", "never"];
const ENDED = [
  "stopped",
  "discontinued",
  "come off",
  "ceased",
  "finished",
  "missed",
  "missed a dose of",
  "paused",
  "interrupted",
  "forgotten",
  "skipped",
  "ended",
];
const DRUGS = ["apixaban", "her apixaban", "rivaroxaban", "the warfarin", "taking edoxaban", "dalteparin 15000"];

test.each(ENDED)("what she has not ‘%s’ is there", (verb) => {
  const told = NOT.flatMap((not) => DRUGS.map((drug) => `She ${not} ${verb} ${drug}.`));
  expect(told.filter((text) => answered(text).isNone || answered(text).isExcluded)).toEqual([]);
});

const THERE = [
  "She was told to stop apixaban but has not.",
  "She should have stopped apixaban.",
  "Asked whether she has stopped apixaban.",
  "Refuses to stop warfarin.",
  "Will stop apixaban before the operation.",
  "Plans to stop rivaroxaban.",
  "Apixaban to be stopped next week.",
  "She is stopping apixaban tomorrow.",
  "She wants to stop apixaban.",
  "Due to stop apixaban in January.",
  "No reason to stop apixaban.",
  "Never off warfarin.",
  "She restarted apixaban after stopping it.",
  "Stopped apixaban in March, restarted in June.",
  "Apixaban stopped for surgery and restarted.",
  "Off warfarin. INR 2.4.",
  "No bleeding on apixaban.",
  "No bruising since rivaroxaban.",
  "No side effects from rivaroxaban.",
  "No problems with warfarin.",
  "No change to warfarin.",
  "Not a day without apixaban.",
  "Denies missing any apixaban.",
];

test.each(THERE)("‘%s’ takes no drug away", (told) => {
  expect(answered(told)).toEqual({ isNone: false, isExcluded: false });
});

const GONE = [
  "Stopped apixaban in 2024.",
  "Came off rivaroxaban a year ago.",
  "Not on apixaban.",
  "She has never been on warfarin.",
  "Without any anticoagulant.",
  "Finished prophylactic dalteparin two weeks ago.",
  "Stopped tinzaparin prophylaxis a week ago.",
];

test.each(GONE)("‘%s’ says that there is none", (told) => {
  expect(answered(told)).toEqual({ isNone: true, isExcluded: true });
});
