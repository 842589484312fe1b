import fc from "fast-check";
import { expect, test } from "vitest";
import { holdersOf, visitHolders } from "./held-shares.ts";

const name = fc.constantFrom("a", "b", "c", "d", "e");

test("each text holds all of what it names, else the share of its words that it has", () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(name)), name, fc.array(name), (lists, sought, words) => {
      const texts = lists.map((list) => new Set(list));
      const expected = texts.map((text) =>
        text.has(sought) ? 1 : words.length === 0 ? 0 : words.filter((word) => text.has(word)).length / words.length,
      );
      const shares = texts.map(() => 0);
      visitHolders({ name: sought, words }, holdersOf(texts), (holder, share) => {
        shares[holder] = share;
      });
      expect(shares).toEqual(expected);
    }),
  );
});
