import fc from "fast-check";
import { expect, test } from "vitest";
import { splitQuotable } from "./split-quotable.ts";

const abbreviations = new Set(["vs", "al", "e.g"]);
const split = (text: string) => splitQuotable(text, abbreviations).map((sentence) => sentence.text);

test.each([
  ["One helps. Two harms.", ["One helps.", "Two harms."]],
  ["A vs. B. J. Smith et al. Found it (p < 0.05). Next?", ["A vs. B. J. Smith et al. Found it (p < 0.05).", "Next?"]],
  ["Doses of 2.5 mg. and more", ["Doses of 2.5 mg. and more"]],
  ["Key points - One is red. - Two is blue.", ["Key points", "One is red.", "Two is blue."]],
  ["  first line\nsecond line \n\n third ", ["first line", "second line", "third"]],
  ["No end", ["No end"]],
  [" \n ", []],
])("%j is cut into whole sentences", (text, sentences) => {
  expect(split(text)).toEqual(sentences);
});

test("of any text every word stays, in order and at the place that is given", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "B", ".", "?", " ", "-", "\n", "é", ")") }), (text) => {
      const sentences = splitQuotable(text, abbreviations);
      for (const { start, end, text: words } of sentences) expect(text.slice(start, end)).toBe(words);
      const bare = (some: string) => some.replaceAll(/[\s-]/g, "");
      expect(bare(sentences.map((sentence) => sentence.text).join(""))).toBe(bare(text));
    }),
  );
});

test("a text without any end of a sentence is read in time that grows with its length", () => {
  expect(split(`${"a. b ".repeat(20_000)}`)).toHaveLength(1);
  expect(split(" -".repeat(50_000)).length).toBeLessThan(3);
});
