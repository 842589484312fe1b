import fc from "fast-check";
import { expect, test } from "vitest";
import { loadShippedLanguage, loadShippedTopic } from "../../../test/support/shipped-topic.ts";
import { type Understanding, understand } from "./understand.ts";

const topic = loadShippedTopic();
const language = loadShippedLanguage();
const read = (text: string) => understand(text, topic, language);

const clinicalWords = [
  ...[...topic.words.values()].flatMap(({ phrases, denials, choices }) => [
    ...phrases,
    ...denials,
    ...Object.values(choices).flat(),
  ]),
  ...Object.values(language.classes).flat(),
  ...Object.values(language.context).flat(),
]
  .flatMap((phrase) => phrase.replace(/[<>{}()#|@&!+?~]|\.\.\.?/g, " ").split(/\s+/))
  .filter((word) => word !== "");

const sign = fc.constantFrom(
  " ",
  ", ",
  "; ",
  ". ",
  ": ",
  " (",
  ") ",
  "?",
  "\n",
  " 3 cm ",
  " 780 µg/L FEU ",
  " 1.250 ",
  "\u200b",
  "\u202e",
  "\u0007",
  "é",
  "ﬁ",
);
const clinicalText = fc
  .array(fc.oneof(fc.constantFrom(...clinicalWords), sign), { maxLength: 60 })
  .map((parts) => parts.join(" "));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  clinicalText,
);

function spansOf(understanding: Understanding) {
  return [
    ...[
      ...understanding.statements,
      ...understanding.implied,
      ...understanding.uncertain,
      ...understanding.notOfPatient,
    ].flatMap(({ span }) => span ?? []),
    ...understanding.unread,
    ...(understanding.focusSpan === undefined ? [] : [understanding.focusSpan]),
  ];
}

test("any text is read without failing, and every span reproduces its words from the reader's own text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const span of spansOf(read(text))) expect(text.slice(span.start, span.end)).toBe(span.text);
    }),
    { numRuns: 400 },
  );
});

test("every statement points at words", () => {
  fc.assert(
    fc.property(clinicalText, (text) => {
      for (const { span } of read(text).statements) expect(span?.text.trim()).not.toBe("");
    }),
    { numRuns: 200 },
  );
});

test("text without any word of the lexicon states nothing", () => {
  const foreign = fc.array(fc.stringMatching(/^[qxzjwv]{3,9}$/), { maxLength: 40 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(foreign, (text) => {
      const { statements, notOfPatient, uncertain } = read(text);
      expect([...statements, ...notOfPatient, ...uncertain]).toEqual([]);
    }),
  );
});

test("characters that nobody sees change nothing but offsets", () => {
  const text = "No cancer, plaster or previous DVT; left calf tender.";
  const facts = (written: string) => read(written).statements.map(({ span: _, ...rest }) => rest);
  fc.assert(
    fc.property(
      fc.nat(text.length),
      fc.constantFrom("\u200b", "\u200d", "\u202e", "\u2066", "\u00ad", "\ufeff"),
      (at, hidden) => {
        expect(facts(text.slice(0, at) + hidden + text.slice(at))).toEqual(facts(text));
      },
    ),
  );
});

test("the same text is read the same way twice", () => {
  fc.assert(
    fc.property(clinicalText, (text) => {
      expect(read(text)).toEqual(read(text));
    }),
    { numRuns: 50 },
  );
});
