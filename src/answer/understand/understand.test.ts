import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { saying } from "../../../test/support/saying.ts";
import { loadShippedLanguage, loadShippedTopic } from "../../../test/support/shipped-topic.ts";
import { checkPhrases } from "./lexicon/lexicon.ts";
import { understand } from "./understand.ts";

const topic = loadShippedTopic();
const language = loadShippedLanguage();
const read = (text: string) => understand(text, topic, language);
const said = (text: string) => saying(read(text));

test("every phrase of the topic and of the language can be read", () => {
  expect(checkPhrases(topic, language).map(({ message }) => message)).toEqual([]);
});

const sentences = z
  .record(z.string(), z.array(z.object({ say: z.string(), read: z.string() })))
  .parse(parse(readFileSync(new URL("../../../test/fixtures/understanding.yaml", import.meta.url), "utf8")));

describe.each(Object.entries(sentences))("%s", (_, rows) => {
  test.each(rows)("$say", ({ say, read: expected }) => {
    expect(said(say)).toBe(expected);
  });
});

describe("a list is denied as a whole", () => {
  test.each([
    [
      "cancer, a cast, lying in and former thrombosis are ruled out by history",
      "activeCancer paralysisOrPlaster previousDvt",
    ],
    [
      "the remaining boxes (malignancy, palsy, pitting, collaterals, former DVT) are all marked no",
      "activeCancer paralysisOrPlaster pittingOedema collateralVeins previousDvt",
    ],
    [
      "remaining criteria (tumour, palsy, collaterals): all negative",
      "activeCancer paralysisOrPlaster collateralVeins",
    ],
    [
      "malignancy, cast and prior clots have been asked for and are absent",
      "activeCancer paralysisOrPlaster previousDvt",
    ],
    [
      "none of the following applies: active cancer, a cast, documented DVT",
      "activeCancer paralysisOrPlaster previousDvt",
    ],
    ["tumour, palsy, pitting and collaterals do not", "activeCancer paralysisOrPlaster pittingOedema collateralVeins"],
    ["denies cancer, surgery, a cast and any previous thrombosis", "activeCancer paralysisOrPlaster previousDvt"],
    [
      "He has had none of the following: cancer, a plaster, bed rest, an earlier clot",
      "activeCancer paralysisOrPlaster",
    ],
    [
      "Pitting, collaterals, cancer, a cast - no to all.",
      "pittingOedema collateralVeins activeCancer paralysisOrPlaster",
    ],
    ["Pitting, collaterals, cancer, a cast, no.", "pittingOedema collateralVeins activeCancer paralysisOrPlaster"],
    ["No bed rest; cancer, casts and past clots were asked about and denied", "activeCancer paralysisOrPlaster"],
    ["Malignancy? Never. Cast? No.", "activeCancer paralysisOrPlaster"],
    ["Cancer 0, cast 0, collaterals 0, previous DVT 0", "activeCancer paralysisOrPlaster collateralVeins previousDvt"],
    ["oedema, collateral veins and every risk factor are absent", "collateralVeins activeCancer previousDvt"],
  ])("%s", (text, features) => {
    const denied = read(text).statements.flatMap((each) =>
      each.kind === "value" && each.value === false ? [each.feature] : [],
    );
    expect(denied).toEqual(expect.arrayContaining(features.split(" ")));
    expect(read(text).statements.filter((each) => each.kind === "value" && each.value === true)).toEqual([]);
  });

  test.each([
    ["calf tender, pitting, collaterals and cancer are absent", "deepVeinTenderness"],
    ["he has pitting, collaterals, a cast, cancer is absent", "pittingOedema"],
    ["the calf is 4 cm larger and tender, while pitting, collaterals and cancer are missing", "calfDifference"],
    ["pitting, collaterals, previous DVT and D-dimer negative", "pittingOedema"],
    ["pitting, collaterals, previous DVT and duplex negative", "previousDvt"],
    ["X-ray negative: pitting, collaterals, previous DVT", "pittingOedema"],
  ])("and what is stated before it stays: %s", (text, feature) => {
    expect(read(text).statements).not.toContainEqual(expect.objectContaining({ feature, value: false }));
    expect(read(text).statements).toContainEqual(expect.objectContaining({ feature, kind: "value" }));
  });
});

describe("how far a denial reaches", () => {
  test.each([
    ["no tenderness, pitting or collaterals", "deepVeinTenderness pittingOedema collateralVeins"],
    ["without pitting, collaterals or tenderness", "pittingOedema collateralVeins deepVeinTenderness"],
    ["denies cancer, plaster or prior DVT", "activeCancer paralysisOrPlaster previousDvt"],
    ["neither pitting nor collaterals", "pittingOedema collateralVeins"],
    ["pitting and collaterals are absent", "pittingOedema collateralVeins"],
    ["free of cancer and previous DVT", "activeCancer previousDvt"],
    ["pitting: none", "pittingOedema"],
    ["cancer (no), plaster (no)", "activeCancer paralysisOrPlaster"],
    ["cancer ruled out", "activeCancer"],
    ["no cancer but pitting", "activeCancer"],
    ["no pitting, the calf is tender", "pittingOedema"],
    ["no pitting, calf tender", "pittingOedema"],
    ["no pitting and a tender calf", "pittingOedema"],
    ["no pitting; collaterals", "pittingOedema"],
    ["no pitting. Collaterals.", "pittingOedema"],
    ["no doubt pitting", ""],
    ["not only pitting", ""],
  ])("%s", (text, features) => {
    const denied = read(text).statements.filter((statement) => statement.kind === "value" && statement.value === false);
    expect(new Set(denied.map(({ feature }) => feature))).toEqual(
      new Set(features.split(" ").filter((id) => id !== "")),
    );
  });
});

describe("what is affirmed beside a denial stays affirmed", () => {
  test.each([
    ["no cancer but pitting", "pittingOedema"],
    ["no pitting, the calf is tender along the deep veins", "deepVeinTenderness"],
    ["no pitting, calf tender", "deepVeinTenderness"],
    ["no oedema and a plaster on the leg", "paralysisOrPlaster"],
    ["no doubt pitting", "pittingOedema"],
  ])("%s", (text, feature) => {
    expect(read(text).statements).toContainEqual(expect.objectContaining({ feature, value: true }));
  });
});

describe("ages", () => {
  test.each([
    ["58-year-old", 58],
    ["58 year old man", 58],
    ["58F", 58],
    ["58 yo", 58],
    ["58y/o", 58],
    ["aged 58", 58],
    ["58 years of age", 58],
    ["fifty-eight-year-old", 58],
    ["a man of 58", 58],
    ["She is 58.", 58],
    ["a 58-year history of gout", undefined],
    ["58 years ago", undefined],
    ["her 58-year-old mother", undefined],
    ["158-year-old", undefined],
  ])("%s", (text, age) => {
    const stated = read(text).statements.filter(({ feature }) => feature === "age");
    expect(stated.map((statement) => (statement.kind === "value" ? statement.value : statement.kind))).toEqual(
      age === undefined ? [] : [age],
    );
  });
});

test("silence about a feature gives no statement, and no text gives none at all", () => {
  expect(read("").statements).toEqual([]);
  expect(read("The weather is fine and the train was late.").statements).toEqual([]);
  expect(read("A 50-year-old man.").statements.map(({ feature }) => feature)).toEqual(["age", "sex"]);
});

test("statements that contradict each other are both returned", () => {
  const labels = read("D-dimer negative, says the letter. D-dimer positive, says the laboratory.").statements;
  expect(labels.filter(({ feature }) => feature === "dDimerLabel")).toHaveLength(2);
});

test("a finding read from a summary is marked for confirmation and points at the summary", () => {
  const { implied } = read("Tender calf, no other Wells feature.");
  expect(implied).toContainEqual({
    feature: "activeCancer",
    from: "everyItem",
    span: { start: 16, end: 35, text: "other Wells feature" },
  });
});

test("an emergency is seen even when something else is asked", () => {
  expect(said("What is the sensitivity of D-dimer? His foot is cold, pale and pulseless.")).toContain(
    "limbIschaemia=true",
  );
});

test("the level at which a calf is measured is no finding that a summary would have to wait for", () => {
  const said = read(
    "The left calf is 3.4 cm larger, ten centimetres below the tibial tuberosity; no other Wells feature.",
  );
  expect(said.unreadThatMayBear).toEqual([]);
});

test.each([
  ["points of a score", "Tender calf and pitting oedema of the left leg, two points; no other Wells feature."],
  ["a denial of two items more", "No pitting, no collaterals; none of the other Wells items."],
])("the rest of a score is denied beside %s", (_, text) => {
  const { implied, unreadThatMayBear } = read(text);
  expect(unreadThatMayBear).toEqual([]);
  expect(implied.map(({ feature }) => feature)).toContain("activeCancer");
});

test.each([
  "A 50-year-old man whose calf nobody could describe; all other Wells items are negative.",
  "Left calf oddly shaped; apart from this every item of the Wells list was denied.",
  "No rival diagnosis; the remaining nine Wells items were answered no.",
  "Tender calf, three points; all other Wells items are negative.",
])("where a finding must have been missed, the rest is not denied: %s", (text) => {
  expect(read(text).implied).toEqual([]);
});

test("a vein that was left out is not of the left leg", () => {
  expect(said("Sore right calf. Duplex from groin to knee normal; the tibial veins were left out.")).toContain(
    "scan=normal-proximal-only",
  );
  expect(said("Sore right calf. Duplex of the left from groin to knee normal.")).not.toContain(
    "scan=normal-proximal-only",
  );
});

test("clauses that look clinical and were not read are listed", () => {
  expect(read("Left calf pain. Heart rate 110, no murmur.").unread.map(({ text }) => text)).toEqual([
    "Heart rate 110",
    "no murmur",
  ]);
});

describe("what is asked", () => {
  test.each([
    ["Which scan for a suspected calf DVT?", "next-test"],
    ["What does a D-dimer of 600 mean?", "interpretation"],
    ["When should I repeat the ultrasound?", "follow-up"],
    ["Isolated calf vein thrombosis found, treat or watch?", "treatment"],
    ["What counts as active cancer?", "definition"],
    ["How accurate is ultrasound in the calf?", "accuracy"],
    ["What should I tell the patient?", "patient-information"],
    ["A 50-year-old man with a tender calf.", "next-test"],
    ["The weather is fine.", "other"],
  ])("%s is %s", (text, focus) => {
    expect(read(text).focus).toBe(focus);
  });

  test("nothing asked in words leaves the focus without a place", () => {
    expect(read("A 50-year-old man with a tender calf.").focusSpan).toBeUndefined();
  });
});

test("a question behind a result denies nothing of it", () => {
  const { statements } = understand("Dimer 720 ng/mL FEU. Ruled out?", topic, language);
  expect(statements.map(({ feature }) => feature)).toContain("dDimerFeu");
});

test("millimetres under compression are of the vein, not of the calf; a rule of ages tells nobody's age", () => {
  const features = (text: string) => understand(text, topic, language).statements.map(({ feature }) => feature);
  expect(features("Popliteal segment 3 mm wider under compression")).toEqual(["diameterIncrease"]);
  expect(features("Does the age x 10 rule hold in legs?")).not.toContain("age");
  expect(features("Is MR with gadolinium safe?")).not.toContain("sex");
});

describe("a list behind a denial of all items", () => {
  test.each([
    "Tender left calf. All other Wells items are negative, including a cast, cancer and former clots.",
    "Tender left calf. None of the other Wells items, I asked about cancer, a cast and former clots.",
    "Tender left calf. The other nine Wells items I could deny one by one, cancer, cast and former clots included.",
  ])("is denied with it: %s", (text) => {
    expect(said(text).split(" ")).toEqual(
      expect.arrayContaining(["activeCancer=false", "paralysisOrPlaster=false", "previousDvt=false"]),
    );
  });

  test.each([
    "The only Wells item, including what I asked about, is a cast.",
    "Tender left calf, nothing else on the Wells list, but she has a cast and a rash among them.",
  ])("is none where something is said to be there: %s", (text) => {
    expect(said(text)).toContain("paralysisOrPlaster=true");
  });
});

test("what a definite place is said to be is not denied with what is missing there", () => {
  expect(said("Neither redness nor warmth of the tender left calf along its deep veins.")).toContain(
    "deepVeinTenderness=true",
  );
  expect(said("No pitting, no tender veins of the left calf.")).toContain("deepVeinTenderness=false");
});

test("what a relative tells of the patient is the patient's, and what the relative has had is not", () => {
  expect(said("Her daughter says she fainted this morning; the right calf is swollen.")).toContain("unstable=true");
  expect(said("Her daughter had a clot; the right calf is swollen.")).not.toContain("previousDvt=true");
});
