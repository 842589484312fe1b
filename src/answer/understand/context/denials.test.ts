import { describe, expect, test } from "vitest";
import { saying } from "../../../../test/support/saying.ts";
import { loadShippedLanguage, loadShippedTopic } from "../../../../test/support/shipped-topic.ts";
import { understand } from "../understand.ts";

const topic = loadShippedTopic();
const language = loadShippedLanguage();
const read = (text: string) => understand(text, topic, language);
const said = (text: string) => saying(read(text));

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
