import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { understand } from "../src/answer/understand/understand.ts";
import { loadShippedLanguage, loadShippedTopic } from "./support/shipped-topic.ts";

const list = z.array(z.string()).min(1);
const fixture = z
  .strictObject({ patient: z.string(), names: z.record(z.string(), list), frames: list, open: list })
  .parse(parse(readFileSync(new URL("fixtures/mixed-frames.yaml", import.meta.url), "utf8")));
const topic = loadShippedTopic();
const language = loadShippedLanguage();

const names = Object.entries(fixture.names).flatMap(([feature, ways]) => ways.map((name) => ({ feature, name })));
/** Each name beside two others of other findings, so that every name stands in each of the three places. */
const triples = names.map((x, at) => {
  const others = names.filter(({ feature }) => feature !== x.feature);
  const a = others[(at * 3) % others.length];
  const b = others.find(({ feature }, place) => place > at % others.length && feature !== a?.feature) ?? others[0];
  return { x, a: a ?? x, b: b ?? x };
});

/** The frame with its places filled: a place is a capital letter that stands alone. */
function fill(frame: string, words: Readonly<Record<string, string>>): string {
  const said = frame.replace(/(?<!\p{L})[XAB](?!\p{L})/gu, (place) => words[place] ?? place);
  return `${fixture.patient} ${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

/** What of a filled frame is not as the check wants it. */
function wrongIn(frame: string, isRight: (x: readonly unknown[], others: readonly (readonly unknown[])[]) => boolean) {
  return triples.flatMap(({ x, a, b }) => {
    const text = fill(frame, { X: x.name, A: a.name, B: b.name });
    const said = understand(text, topic, language).statements;
    const valuesOf = ({ feature }: { readonly feature: string }) =>
      said.flatMap((one) => (one.feature === feature && one.kind === "value" ? [one.value] : []));
    return isRight(valuesOf(x), [valuesOf(a), valuesOf(b)]) ? [] : [text];
  });
}

test.each(fixture.frames)("‘%s’ tells of one finding and denies two", (frame) => {
  const isRight = (x: readonly unknown[], others: readonly (readonly unknown[])[]) =>
    x.join() === "true" && others.every((other) => other.join() === "false");
  expect(wrongIn(frame, isRight)).toEqual([]);
});

test.each(fixture.open)("nothing in ‘%s’ is read the wrong way round", (frame) => {
  const isRight = (x: readonly unknown[], others: readonly (readonly unknown[])[]) =>
    !x.includes(false) && others.every((other) => !other.includes(true));
  expect(wrongIn(frame, isRight)).toEqual([]);
});
