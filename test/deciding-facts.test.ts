import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { understand } from "../src/answer/understand/understand.ts";
import type { Statement } from "../src/pathway/model/finding.ts";
import { DAY_OF_TESTS } from "./real-library.ts";
import { loadShippedLanguage, loadShippedTopic } from "./support/shipped-topic.ts";

// One fact in many ways of telling it: what decides must be read as it is meant by whoever tells, denies, plans, asks or quotes it.

const list = z.array(z.string()).min(1);
const fact = z.strictObject({
  feature: z.string(),
  patient: z.string(),
  values: z.record(z.string(), list).default({}),
  notSo: list.optional(),
  open: list.optional(),
  neither: list.optional(),
});
const shape = z.record(z.string(), z.array(fact).min(1));
const groups = shape.parse(parse(readFileSync(new URL("fixtures/deciding-facts.yaml", import.meta.url), "utf8")));
const topic = loadShippedTopic();
const language = loadShippedLanguage();

/** The value when the text tells one and nothing against it; `open` when it is not known; `silent` when nothing was said. */
function told(feature: string, text: string): string {
  const { statements, doubts, uncertain } = understand(text, topic, language, { today: DAY_OF_TESTS });
  const isOf = (one: { readonly feature: string }) => one.feature === feature;
  const all = statements.filter(isOf).map(valueTold);
  // A value wins over "not known", as in the pathway.
  const said = new Set(all.some((one) => one !== "open") ? all.filter((one) => one !== "open") : all);
  const isDoubted = doubts.some(isOf) || uncertain.some((one) => isOf(one) && one.reason === "hedged");
  const [value] = said;
  if (value === undefined && !isDoubted) return "silent";
  return value === undefined || said.size > 1 || isDoubted ? "open" : value;
}

function valueTold(statement: Statement): string {
  if (statement.kind !== "value") return "open";
  const { value } = statement;
  return typeof value === "object" ? `${value.value} ${value.unit}` : String(value);
}

/** What each of the sayings tells where that is none of what it may. */
function wrong(feature: string, patient: string, sayings: readonly string[], may: readonly string[]) {
  const read = sayings.map((saying) => ({ saying, told: told(feature, `${patient} ${saying}`) }));
  return read.filter((one) => !may.includes(one.told));
}

const NOT_SO = ["false", "none", "silent"];
const NEITHER = ["open", "silent"];

describe.each(Object.entries(groups))("%s", (_, facts) => {
  test.each(facts)("$feature, $patient", ({ feature, patient, values, notSo = [], open = [], neither = [] }) => {
    for (const [value, sayings] of Object.entries(values))
      expect(wrong(feature, patient, sayings, [value])).toEqual([]);
    expect(wrong(feature, patient, notSo, NOT_SO)).toEqual([]);
    expect(wrong(feature, patient, open, ["open"])).toEqual([]);
    expect(wrong(feature, patient, neither, NEITHER)).toEqual([]);
  });
});
