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
