import { expect, test } from "vitest";
import { loadShippedLanguage, loadShippedTopic } from "../../../../test/support/shipped-topic.ts";
import type { FeatureWords } from "../../../library/model/words.ts";
import { checkUnits } from "./check-units.ts";

const topic = loadShippedTopic();
const language = loadShippedLanguage();

function reported(feature: string, changed: Partial<FeatureWords>): readonly string[] {
  const words = new Map(topic.words);
  const said = words.get(feature);
  if (said === undefined) throw new Error(`no words of ${feature}`);
  words.set(feature, { ...said, ...changed });
  return checkUnits({ ...topic, words }, language).map(({ code, message, help }) => `${code}: ${message}; ${help}`);
}

test("the units of the shipped topic can be read", () => {
  expect(checkUnits(topic, language)).toEqual([]);
});

test("a misspelt unit is reported with the one that was meant", () => {
  expect(reported("calfDifference", { spokenIn: { cmm: 0, mm: 10 } })).toEqual([
    "words-unit-unread: `spokenIn` of `calfDifference` names `cmm`, in which no text gives this number; did you mean `cm`?",
  ]);
});

test.each([
  ["of another kind", "kg"],
  ["that UCUM knows and no text is read with", "[ft_i]"],
  ["of no shape of a unit", "__proto__"],
])("a unit %s is reported", (_, unit) => {
  expect(reported("calfDifference", { spokenIn: { cm: 0, [unit]: 0 } })).toHaveLength(1);
  expect(reported("calfDifference", { bareNumber: { unit, from: 1, to: 2 } })).toHaveLength(1);
});

test("a value of a list is given in no unit; a yes or no may be told by a number in any that is read", () => {
  expect(reported("scan", { spokenIn: { cm: 0 } })).toHaveLength(1);
  expect(reported("calfSwelling", { spokenIn: { cm: 0 } })).toEqual([]);
  expect(reported("calfSwelling", { spokenIn: { cmm: 0 } })).toHaveLength(1);
});
