import { describe, expect, test } from "vitest";
import { saying } from "../../../test/support/saying.ts";
import { loadShippedLanguage } from "../../../test/support/shipped-topic.ts";
import { decimal } from "../../clinical/quantity.ts";
import { spanAt } from "../../kernel/source-span.ts";
import type { FeatureWords, TopicWords } from "../../library/model/words.ts";
import type { CaseFeature, FeatureType } from "../../pathway/model/feature.ts";
import { checkPhrases } from "./lexicon/lexicon.ts";
import type { SpokenTopic } from "./spoken-topic.ts";
import { understand } from "./understand.ts";

// A topic of another field, made of words alone: what understands it is the engine and the general language. Its medicine is for tests.

const truth: FeatureType = { kind: "truth" };

function feature(id: string, type: FeatureType, cost: CaseFeature["cost"] = "examination"): CaseFeature {
  const span = spanAt("second topic", "second topic", 0, 1);
  return { id, type, label: id, plain: id, ask: id, cost, input: true, implies: [], group: "test", codings: [], span };
}

const says = (...phrases: string[]): FeatureWords => ({ phrases, choices: {}, denials: [] });

const words: TopicWords = new Map<string, FeatureWords>([
  ["side", { phrases: [], choices: { left: ["left wrist"], right: ["right wrist"] }, denials: [] }],
  ["patientAge", says("#. ", "# year old", "aged #", "age #")],
  ["fall", says("fell", "fall on an outstretched hand")],
  [
    "snuffboxTenderness",
    { ...says("<tender> ... snuffbox", "snuffbox .. <tender>"), denials: ["snuffbox non-tender"] },
  ],
  ["dinnerFork", says("dinner-fork deformity", "deformity")],
  ["numbFingers", says("numb fingers", "numbness of the fingers", "paraesthesiae")],
  ["gap", says("# gap", "gap (of|is) #")],
]);

const quantity: FeatureType = {
  kind: "quantity",
  unit: "mm",
  low: { value: decimal("0"), unit: "mm" },
  high: { value: decimal("50"), unit: "mm" },
};

const topic: SpokenTopic = {
  words,
  pathway: {
    features: [
      feature("side", { kind: "choice", choices: ["left", "right"].map((code) => ({ code, label: code })) }),
      feature("patientAge", { kind: "wholeNumber", low: 0, high: 120 }, "history"),
      feature("fall", truth, "history"),
      feature("snuffboxTenderness", truth),
      feature("dinnerFork", truth),
      feature("numbFingers", truth),
      feature("gap", quantity, "imaging"),
    ],
    scores: [],
    parameters: [],
  },
};

const language = loadShippedLanguage();
const said = (text: string) => saying(understand(text, topic, language));

test("its phrases can be read with the general language alone", () => {
  expect(checkPhrases(topic, language)).toEqual([]);
});

describe("a topic that declares only words", () => {
  test.each([
    ["She fell. Left wrist, tenderness over the anatomical snuffbox.", "fall=true side=left snuffboxTenderness=true"],
    [
      "No deformity, numb fingers or snuffbox tenderness.",
      "dinnerFork=false numbFingers=false snuffboxTenderness=false",
    ],
    ["Deformity and numbness of the fingers are absent.", "dinnerFork=false numbFingers=false"],
    ["Not only deformity, but numb fingers.", "dinnerFork=true numbFingers=true"],
    ["What if there were a deformity?", "hypothetical:dinnerFork"],
    ["Her mother fell.", "family:fall"],
    ["Aged 34, 2 mm gap.", "patientAge=34 gap=2mm"],
    ["A 0.3 cm gap.", "gap=0.3cm"],
    ["Snufbox tender.", "snuffboxTenderness=true"],
    ["Numb fingers: not known.", "numbFingers?"],
    ["The weather is fine.", ""],
  ])("%s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});
