import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { understand } from "../src/answer/understand/understand.ts";
import { assembleFacts } from "../src/pathway/facts/assemble-facts.ts";
import { indexOf } from "../src/pathway/facts/pathway-index.ts";
import type { FindingValue } from "../src/pathway/model/feature.ts";
import { DAY_OF_TESTS } from "./real-library.ts";
import { loadShippedLanguage, loadShippedTopic } from "./support/shipped-topic.ts";

// Floors at what was last measured (docs/evaluation.md): better is welcome, worse is a fault.

const file = new URL("fixtures/sayings.yaml", import.meta.url);
const { NOTHING = [], ...groups } = z.record(z.string(), z.array(z.string())).parse(parse(readFileSync(file, "utf8")));
const topic = loadShippedTopic();
const language = loadShippedLanguage();
const { pathway } = topic;
if (pathway === undefined) throw new Error("the shipped topic has a pathway");
const index = indexOf(pathway);

function show(value: FindingValue): string {
  return typeof value === "object" ? `${value.value}${value.unit}` : String(value);
}

/** What follows from a saying about one feature, so that "40 against 36 cm" and "4 cm larger" are the same. */
function readOf(saying: string, feature: string): string | undefined {
  const { statements } = understand(saying, topic, language, { today: DAY_OF_TESTS });
  const known = assembleFacts(index, statements, pathway?.defaultProfile ?? "").facts.of(feature);
  return known.kind === "known" && known.finding.from !== "presumed" ? show(known.finding.value) : undefined;
}

const judged = Object.entries(groups).flatMap(([group, sayings]) => {
  const [feature = "", expected] = group.split("=");
  return sayings.map((saying) => ({ group, saying, expected, read: readOf(saying, feature) }));
});

test("a finding said in few words is read as often as when last measured", () => {
  const right = judged.filter(({ read, expected }) => read === expected);
  expect(right.length).toBeGreaterThanOrEqual(2175);
});

test("no more findings are read wrongly than when last measured", () => {
  const wrong = judged.filter(({ read, expected }) => read !== undefined && read !== expected);
  expect(wrong.length, wrong.map(({ saying, read }) => `${saying}: ${read}`).join("\n")).toBeLessThanOrEqual(3);
});

test("what is asked, supposed, planned or said of others is no finding of the patient", () => {
  const loud = NOTHING.filter((saying) =>
    understand(saying, topic, language, { today: DAY_OF_TESTS }).statements.some(
      ({ feature, kind }) => kind === "value" && feature !== "sex" && feature !== "dDimerMeasured",
    ),
  );
  // A guideline quoted in an unknown wording, an opinion sought, and a question that says "the".
  expect(loud.length, loud.join("\n")).toBeLessThanOrEqual(3);
});
