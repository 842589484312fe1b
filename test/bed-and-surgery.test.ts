import { expect, test } from "vitest";
import { ask } from "./support/converse.ts";

// One item of the score asks for two things. Each may be told anywhere in a text and in its own way; the item is denied when both are.

const NOT_IN_BED = [
  "No bed rest",
  "Not been bedridden",
  "Never confined to bed",
  "Has not been laid up",
  "Fully mobile",
  "Walks daily",
  "Up and about",
  "No immobility",
  "On his feet all day",
  "Never off his feet",
  "No spell in bed",
  "No bed, no plaster",
  "Still working",
  "One day in bed with flu",
  "Has kept active",
  "No recent immobilisation",
];
const NOT_OPERATED = [
  "No surgery",
  "No recent operation",
  "Last operation was in 2009",
  "Appendicectomy 20 years ago",
  "Hip replacement 5 months ago",
  "No anaesthetic this year",
  "No procedures",
  "Nothing surgical",
  "No theatre",
  "Hernia repair a year ago",
  "Has not been operated on",
  "Last under the knife in 2015",
  "15 weeks since his knee replacement",
  "No surgical history",
  "Vasectomy under local last month",
];
const PATIENT = "44M, left calf sore for two days.";
const BETWEEN = "Calf tender, no pitting, no cancer.";

/** Whether he lay in bed or was operated on, as the answer knows it. */
function itemOf(told: string) {
  return ask({ question: `${PATIENT} ${told}` }).findings.find(({ feature }) => feature === "bedriddenOrSurgery")
    ?.value;
}

test.each(NOT_IN_BED)("‘%s’ and no operation, near or far from each other and in any order, deny the item", (bed) => {
  const told = NOT_OPERATED.flatMap((surgery) => [
    `${bed}. ${surgery}.`,
    `${surgery}. ${bed}.`,
    `${surgery}. ${BETWEEN} ${bed}.`,
  ]);
  expect(told.filter((text) => itemOf(text) !== false)).toEqual([]);
});

const ONE_ALONE = [
  ...NOT_IN_BED.map((bed) => `${bed}.`),
  ...NOT_OPERATED.map((surgery) => `${surgery}.`),
  // What hurts on walking, moves or is active says nothing of his days in bed.
  "No surgery. Calf hurts when walking.",
  "No surgery. Pain on walking, worse on stairs.",
  "No surgery. Toes warm and mobile.",
  "No surgery. A mobile lump behind the knee.",
  "No surgery. Active cancer.",
  "No surgery. Disease remains active.",
  "No surgery. Popped while playing tennis.",
  "No surgery. Pain running down the calf.",
  "No surgery. No bed available.",
  // Nobody knows how long ago a day of this year was.
  "Last operation was in 2026. Fully mobile.",
  "Last under the knife in 2026. Up and about.",
  "No bed rest. Operated on, date unknown.",
];

test.each(ONE_ALONE)("‘%s’ leaves the item open", (told) => {
  expect(itemOf(told)).toBeUndefined();
});

const EITHER = [
  "No surgery. Bedridden for a week with flu.",
  "No bed rest. Hip replaced three weeks ago.",
  "Fully mobile since his laparotomy two weeks ago.",
  "No operation, but five days in bed.",
];

test.each(EITHER)("‘%s’ gives the point", (told) => {
  expect(itemOf(told)).toBe(true);
});

const CANCER_OF_THIS_YEAR = [
  "Bowel cancer resected in 2026, no recurrence.",
  "Breast cancer treated this year, no sign of recurrence.",
];

test.each(CANCER_OF_THIS_YEAR)("‘%s’ is no cancer of long ago", (told) => {
  const { findings } = ask({ question: `${PATIENT} ${told}` });
  expect(findings.find(({ feature }) => feature === "activeCancer")?.value).not.toBe(false);
});

test("a cancer of a year that is long over is none of now", () => {
  const { findings } = ask({ question: `${PATIENT} Bowel cancer resected in 2019, no recurrence.` });
  expect(findings.find(({ feature }) => feature === "activeCancer")?.value).toBe(false);
});
