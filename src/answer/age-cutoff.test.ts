import { expect, test } from "vitest";
import { shippedLibrary } from "../../test/real-library.ts";

const { wellspring } = await shippedLibrary();

const CASE =
  "left calf tender along the deep veins, no other Wells item, no other diagnosis as likely, no anticoagulant";

const textsOf = (question: string) => {
  const answer = wellspring.ask({ question });
  return answer.ok
    ? answer.value.warningTexts.map(({ text }) => text).filter((text) => text.includes("age-adjusted"))
    : [];
};

test.each([
  [`62-year-old man, ${CASE}, high-sensitivity D-dimer 580 µg/L FEU, laboratory cut-off 500 µg/L FEU`, "620 µg/L FEU"],
  [`70-year-old man, ${CASE}, high-sensitivity D-dimer 300 ng/mL DDU, cut-off 250 ng/mL DDU`, "350 ng/mL DDU"],
  [`55-year-old man, ${CASE}, no tests yet. What next?`, "550 µg/L FEU"],
])("%s: the cut-off of this patient is told, %s", (question, cutoff) => {
  const [text = ""] = textsOf(question);
  expect(text).toContain(cutoff);
  expect(text).not.toContain("{{");
});

test.each([
  `48-year-old man, ${CASE}, no tests yet. What next?`,
  `62-year-old man, ${CASE}, active cancer, left calf 4 cm larger, no tests yet. What next?`,
])("%s: none is told where none applies", (question) => {
  expect(textsOf(question)).toEqual([]);
});

test.each([
  ["age adjusted d-dimer for an 81 year old please", "810 µg/L FEU"],
  ["Which D-dimer cut-off applies at the age of 64?", "640 µg/L FEU"],
])("%s: asked for by itself, it is told", (question, cutoff) => {
  expect(textsOf(question).join()).toContain(cutoff);
});

test.each([
  ["too young", "age-adjusted D-dimer for a 45 year old"],
  ["void", "age-adjusted D-dimer cut-off for a 70 year old on apixaban"],
  ["no age", "How is the age-adjusted D-dimer calculated?"],
])("%s: asked for, and not told", (_, question) => {
  expect(textsOf(question)).toEqual([]);
});
