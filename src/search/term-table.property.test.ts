import fc from "fast-check";
import { expect, test } from "vitest";
import { TermTable } from "./term-table.ts";

const made = (word: string) => (word.length < 2 ? "" : word.slice(0, 3));

test("the words of a text become their terms in its order, as cutting it with an expression has them", () => {
  const table = new TermTable(made);
  const text = fc.string({ unit: fc.constantFrom(..."abz019 -.\n\0~"), maxLength: 60 });
  fc.assert(
    fc.property(text, (one) => {
      const terms: string[] = [];
      table.addTerms(one, terms);
      expect(terms).toEqual((one.match(/[a-z0-9]+/g) ?? []).map(made).filter((term) => term !== ""));
    }),
    { numRuns: 1_000 },
  );
});

test("words stay apart when they are many, and each is made into its term once", () => {
  const seen: string[] = [];
  const table = new TermTable((word) => {
    seen.push(word);
    return `t${word}`;
  });
  const words = Array.from({ length: 20_000 }, (_, at) => `w${at.toString(36)}`);
  for (const round of [1, 2])
    for (const word of words) expect([round, table.termOf(word)]).toEqual([round, `t${word}`]);
  expect(seen).toEqual(words);
  expect(table.termOf("größe")).toBe("tgröße");
});
