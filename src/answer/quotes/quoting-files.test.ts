import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeCues } from "./cues.ts";
import { PhraseSet, spokenWords } from "./phrase-set.ts";
import { parseQuotingWeights } from "./quoting-weights.ts";
import { parseQuotingWords } from "./quoting-words.ts";

const read = (file: string) => readFileSync(join(import.meta.dirname, "../../../library", file), "utf8");

test("phrases are found as whole words, whatever stands between them and however they are written", () => {
  const phrases = new PhraseSet(["first-line", "no effect", "it", "(*"]);
  expect(phrases.isIn(spokenWords("A FIRST LINE drug"))).toBe(true);
  expect(phrases.isIn(spokenWords("had no, effect"))).toBe(true);
  expect(phrases.isIn(spokenWords("an item of noeffect"))).toBe(false);
  expect([phrases.begins(spokenWords("It is")), phrases.begins(spokenWords("Is it"))]).toEqual([true, false]);
  expect(new PhraseSet([]).isIn(spokenWords("anything"))).toBe(false);
});

test("the shipped words are read, and a sentence with a negated direction is none of that direction first", () => {
  const words = parseQuotingWords("quoting-words.yaml", read("quoting-words.yaml"));
  if (!words.ok) throw new Error(JSON.stringify(words.diagnostics));
  const { directions } = makeCues(words.value);
  const unchanged = spokenWords("Zimtol did not reduce mortality.");
  expect(directions.unchanged.isIn(unchanged)).toBe(true);
  expect(directions.down.isIn(spokenWords("Zimtol reduced mortality."))).toBe(true);
});

test("weights are taken whole or not at all: a name too few, a name too many, a threshold that is no probability", () => {
  const text = read("quoting-weights.json");
  expect(parseQuotingWeights("w", text).ok).toBe(true);
  const refusals = [
    text.replace('"coverage": ', '"cover": '),
    text.replace(/"threshold": [\d.]+/, '"threshold": 2'),
    "{",
    "null",
  ].map((broken) => parseQuotingWeights("w", broken));
  for (const refusal of refusals) {
    expect(refusal.ok).toBe(false);
    expect(refusal.ok ? "" : refusal.diagnostics[0]?.code).toBe("quoting-weights-unreadable");
  }
});
