import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { understand } from "../src/answer/understand/understand.ts";
import { loadShippedLanguage, loadShippedTopic } from "./support/shipped-topic.ts";

// What stands under a heading of a letter, in every way of writing headings: of the family, of another time, planned, or the patient's own.

const value = z.union([z.string(), z.boolean(), z.number()]);
const values = z.record(z.string(), z.array(value).min(1));
const saying = z.strictObject({
  say: z.string(),
  reads: z.record(z.string(), value).default({}),
  never: values.default({}),
});
const list = z.array(z.string()).min(1);
const fixture = z
  .strictObject({
    opening: z.string(),
    closing: z.strictObject({ heading: list, say: z.string(), reads: z.record(z.string(), value) }),
    styles: list,
    sections: z.record(
      z.string(),
      z.strictObject({
        headings: list,
        kept: list,
        says: z.array(saying).min(1),
        keptSays: z.array(saying).min(1),
      }),
    ),
  })
  .parse(parse(readFileSync(new URL("fixtures/letter-frames.yaml", import.meta.url), "utf8")));
type Saying = z.infer<typeof saying>;
const topic = loadShippedTopic();
const language = loadShippedLanguage();

const ANY = "*";
const SEVERAL_SENTENCES = /\. /;

function styled(style: string, heading: string, said: string): string {
  const written = style.replaceAll("{h}", heading).replaceAll("{H}", heading.toUpperCase());
  return written.replaceAll("{s}", said);
}

/** The section between the complaint and an examination written in the same style; its place counts through what parts the three and what the last is called. */
function letter(style: string, heading: string, say: string, place: number): string {
  const { opening, closing } = fixture;
  const isRunning = style.endsWith(".") && !style.includes("\n") && !SEVERAL_SENTENCES.test(say) && place % 2 === 0;
  const last = closing.heading[place % closing.heading.length] ?? "Examination";
  return [opening, styled(style, heading, say), styled(style, last, closing.say)].join(isRunning ? " " : "\n");
}

/** What of a letter is read otherwise than it is told. */
function wrongIn(text: string, { reads, never }: Saying): readonly string[] {
  const { statements } = understand(text, topic, language);
  const toldOf = (feature: string) =>
    statements.flatMap((one) => {
      if (one.feature !== feature || one.kind !== "value") return [];
      return typeof one.value === "object" ? [`${one.value.value}${one.value.unit}`] : [one.value];
    });
  const own = Object.entries(fixture.closing.reads).filter(([feature]) => never[feature] === undefined);
  const missed = [...Object.entries(reads), ...own].filter(([feature, wanted]) => {
    const told = toldOf(feature);
    return told.length === 0 || told.some((one) => one !== wanted);
  });
  const wronglyTold = Object.entries(never).filter(
    ([feature, wrong]) =>
      reads[feature] === undefined && toldOf(feature).some((one) => wrong.includes(ANY) || wrong.includes(one)),
  );
  return [...missed, ...wronglyTold].map(([feature]) => `${text} [${feature}]`);
}

describe.each(Object.entries(fixture.sections))("under headings of %s", (_, { headings, kept, says, keptSays }) => {
  const every = [...says, ...keptSays];
  test.each([...headings, ...kept])("%s", (heading) => {
    const start = [...headings, ...kept].indexOf(heading);
    const wrong = fixture.styles.flatMap((style, place) =>
      [0, 1].flatMap((turn) => {
        const one = every[(start * fixture.styles.length + place * 2 + turn) % every.length];
        return one === undefined ? [] : wrongIn(letter(style, heading, one.say, place + start), one);
      }),
    );
    expect(wrong).toEqual([]);
  });
});
