import fc from "fast-check";
import { expect, test } from "vitest";
import { Analyser } from "./analyser.ts";
import { LineWriter, linesAt } from "./line-writer.ts";
import { passageLines } from "./term-lines.ts";

const analyser = new Analyser({ stopWords: ["the", "of"] });
const writer = new LineWriter(analyser);

function write(document: { readonly title: string; readonly subjects: readonly string[] }, texts: readonly string[]) {
  const terms = writer.prepare(
    document,
    texts.map((text) => ({ text })),
  );
  return texts.map((_, at) => Buffer.from(linesAt(terms, at)).toString());
}

const word = fc.oneof(
  fc.constantFrom(
    "the",
    "of",
    "Legs",
    "legs",
    "SWELLING",
    "0.44",
    "x-ray",
    "café",
    "ﬁt",
    "β2",
    "𝛼",
    "\ud800",
    "K",
    "µg",
  ),
  fc.stringMatching(/^[A-Za-z0-9]{1,12}$/),
);
/** All that ends a sentence or looks as if it did. */
const gap = fc.oneof(
  fc.constantFrom(
    " ",
    " ",
    ". ",
    "? ",
    ": ",
    ";",
    " - ",
    "-",
    "\n",
    " \n ",
    " -\n",
    "–",
    "\u00a0",
    ".\u2003",
    "\u2028-\u3000",
    "±",
    "\0",
  ),
  fc.string({ unit: fc.constantFrom(..." .!?;:-\n\t\r\u00a0\u2003\u2013×÷|"), maxLength: 4 }),
);
const text = fc.array(fc.tuple(word, gap), { maxLength: 12 }).map((all) => all.flat().join(""));

test("lines written byte by byte are those of cutting, folding and stemming with expressions", () => {
  fc.assert(
    fc.property(
      text,
      fc.array(text, { maxLength: 3 }),
      fc.array(text, { minLength: 1, maxLength: 3 }),
      (title, subjects, texts) => {
        const expected = texts.map(passageLines({ title, subjects }, analyser));
        const written = write({ title, subjects }, texts);
        expect(written).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test("lines are those, whatever character stands between or beside words", () => {
  const texts = Array.from({ length: 0x2400 }, (_, code) => `The legs${String.fromCharCode(code)}swelled 4 Days`);
  const linesOf = passageLines({ title: "", subjects: [] }, analyser);
  const written = write({ title: "", subjects: [] }, texts);
  for (const [code, text] of texts.entries()) expect([code, written[code]]).toEqual([code, linesOf(text)]);
});

test("words stay apart when they are many and long", () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `w${at.toString(36)}`);
  const long = "z".repeat(100_000);
  for (const _ of [1, 2]) {
    const [lines] = write({ title: "", subjects: [] }, [`${words.join(" ")} ${long}`]);
    expect(lines).toBe(`\n\n${words.map((one) => analyser.stem(one)).join(" ")} ${long}`);
  }
});
