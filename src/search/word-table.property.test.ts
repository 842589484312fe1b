import fc from "fast-check";
import { expect, test } from "vitest";
import { MARGIN, WordTable, WordText } from "./word-table.ts";

function textOf(words: readonly Uint8Array[]): WordText {
  const text = new WordText();
  const bytes = Buffer.concat(words);
  text.makeRoom(bytes.length);
  text.bytes.set(bytes);
  // What stands after a text is of no matter.
  text.bytes.fill(0x61, bytes.length, bytes.length + MARGIN);
  return text;
}

/** Alike up to where a word is cut in two for the table, and beyond the greatest length that lies in it. */
const word = fc
  .tuple(fc.constantFrom(0, 3, 4, 7, 8, 10, 11, 12, 254, 255, 256), fc.uint8Array({ minLength: 1, maxLength: 3 }))
  .map(([alike, end]) => Uint8Array.of(...new Uint8Array(alike).fill(0x62), ...end));

test("a word has one number, whatever stands beside it, and its bytes are given back", () => {
  const table = new WordTable();
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      table.clear();
      const text = textOf(words);
      const numbers = new Map<string, number>();
      let from = 0;
      for (const bytes of words) {
        const key = Buffer.from(bytes).toString("latin1");
        const expected = numbers.get(key) ?? numbers.size;
        numbers.set(key, expected);
        expect(table.numberIn(text, from, from + bytes.length)).toBe(expected);
        expect(table.keyOf(expected)).toBe(key);
        from += bytes.length;
      }
      expect(table.size).toBe(numbers.size);
      expect(table.length).toBe([...numbers.keys()].reduce((sum, key) => sum + key.length, 0));
    }),
    { numRuns: 300 },
  );
});
