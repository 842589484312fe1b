import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { understand } from "../src/answer/understand/understand.ts";
import { loadShippedLanguage, loadShippedTopic } from "./support/shipped-topic.ts";

const list = z.array(z.string()).min(1);
const frames = z
  .strictObject({
    patient: z.string(),
    reads: z.record(z.string(), list),
    told: z.record(z.string(), list),
    joints: list,
    summaries: list,
  })
  .parse(parse(readFileSync(new URL("fixtures/summary-frames.yaml", import.meta.url), "utf8")));
const topic = loadShippedTopic();
const language = loadShippedLanguage();

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const items = Object.keys(frames.told);
const sayings = Object.entries(frames.told).flatMap(([item, ways]) => ways.map((way) => ({ item, way })));

/** Fewer of the nine others than these are denied: the summary was not read. */
const MOST_OF_THE_OTHERS = 5;

test.each(frames.summaries)("what is told before ‘%s’ stays, whatever it is and whatever parts them", (summary) => {
  const wrong = sayings.flatMap(({ item, way }) =>
    frames.joints.flatMap((joint) => {
      const text = `${frames.patient} ${capital(way)}${joint}${joint === ". " ? capital(summary) : summary}.`;
      const said = understand(text, topic, language).statements;
      const own = new Set(frames.reads[item] ?? [item]);
      const isTold = said.some(
        ({ feature, ...one }) => own.has(feature) && one.kind === "value" && one.value !== false,
      );
      const isDenied = said.some(
        ({ feature, ...one }) => own.has(feature) && one.kind === "value" && one.value === false,
      );
      return isTold && !isDenied ? [] : [text];
    }),
  );
  expect(wrong).toEqual([]);
});

test.each(frames.summaries)("‘%s’ denies the others", (summary) => {
  for (const { item, way } of sayings) {
    const said = understand(`${frames.patient} ${capital(way)}, ${summary}.`, topic, language).statements;
    const denied = items.filter((other) =>
      said.some((one) => one.feature === other && one.kind === "value" && one.value === false && other !== item),
    );
    expect(denied.length, `${way}, ${summary}`).toBeGreaterThanOrEqual(MOST_OF_THE_OTHERS);
  }
});
