import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { understand } from "../src/answer/understand/understand.ts";
import { loadShippedLanguage, loadShippedTopic } from "./support/shipped-topic.ts";

// Every result in every way of telling it: what makes one of another occasion, of somebody else, or of nobody yet excludes nothing.

const list = z.array(z.string()).min(1);
const group = z.strictObject({
  features: list,
  /** The value that would exclude, where others of the feature do not. */
  excluding: z.string().optional(),
  results: z.array(z.tuple([z.string(), z.string()])).min(1),
  today: list,
  open: list,
  /** Of the same kind, and read as a result all the same. */
  readAsTold: list,
});
type Group = z.infer<typeof group>;
const shape = z.strictObject({ patient: z.string(), groups: z.record(z.string(), group) });
const frames = shape.parse(parse(readFileSync(new URL("fixtures/report-frames.yaml", import.meta.url), "utf8")));
const topic = loadShippedTopic();
const language = loadShippedLanguage();

/** Whether a text tells the result and nothing else of it: beside another value, "not known" or a doubt it is open. */
function isTold(saying: string, { features, excluding }: Group): boolean {
  const { statements, doubts } = understand(`${frames.patient} ${saying}`, topic, language);
  const isOf = ({ feature }: { readonly feature: string }) => features.includes(feature);
  const said = statements.filter(isOf).map((one) => (one.kind === "value" ? JSON.stringify(one.value) : undefined));
  const [only] = said;
  if (only === undefined || new Set(said).size > 1 || doubts.some(isOf)) return false;
  return excluding === undefined || only === JSON.stringify(excluding);
}

function inFrame(frame: string, [name, result]: readonly [string, string]): string {
  const said = frame.replaceAll("{test}", name).replaceAll("{result}", result);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

describe.each(Object.entries(frames.groups))("%s", (_, said) => {
  const toldIn = (frame: string) => said.results.filter((pair) => isTold(inFrame(frame, pair), said));

  test.each(said.today)("a result of today is told: %s", (frame) => {
    expect(toldIn(frame)).toEqual(said.results);
  });

  test.each(said.open)("a result that is none of today is not: %s", (frame) => {
    expect(toldIn(frame)).toEqual([]);
  });

  test.each(said.readAsTold)("known to be read as a result: %s", (frame) => {
    expect(toldIn(frame)).not.toEqual([]);
  });
});
