import fc from "fast-check";
import { expect, test } from "vitest";
import { InnocentText } from "./innocent-text.ts";
import { findSmuggling, withoutUnseen } from "./invisible-characters.ts";
import { toSkeleton, withoutLookAlikes } from "./look-alikes.ts";
import { phrasePattern } from "./trust-rules.ts";

const PHRASES = [
  "ignore|disregard ... previous|prior ... rules|prompt",
  "as an ai language model i",
  "you are|re now free",
  "забудь все",
  "a b",
];
const WORDS = PHRASES.flatMap((phrase) => phrase.split(/[ |]/).filter((word) => /\p{L}/u.test(word)));
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...WORDS).map((one) => one.toUpperCase()),
  fc.constantFrom("legs", "swell", "TNFα", "prevıous", "ⅰgnore", "n", "7", "über", "x\u200dy", "\u{e0041}", "ﬁ", "²"),
);
const between = fc.constantFrom(" ", "\n", " – ", "...", "-", "_", "·", "\u2009", "\u00a0", "\t", "\u0007", "≥", "💊");
const texts = fc
  .array(fc.tuple(word, between), { maxLength: 14 })
  .map((parts) => parts.map(([one, gap]) => one + gap).join(""));

test("a text that is called innocent holds no phrase, no row of letters, and nothing that would be taken out or replaced", () => {
  const look = new InnocentText(PHRASES);
  const phrases = phrasePattern(PHRASES);
  let innocent = 0;
  fc.assert(
    fc.property(texts, (text) => {
      if (!look.isInnocent(text)) return;
      innocent++;
      expect(phrases.exec(toSkeleton(withoutUnseen(text).text))).toBeNull();
      expect(text).not.toMatch(/(?:(?<![\p{L}\p{N}])[\p{L}\p{N}][\s.·_*-]{1,3}){8,}[\p{L}\p{N}](?![\p{L}\p{N}])/u);
      expect(findSmuggling(text)).toBeUndefined();
      expect(withoutLookAlikes(withoutUnseen(text).text)).toEqual({ text, words: 0 });
    }),
    { numRuns: 5_000 },
  );
  expect(innocent).toBeGreaterThan(300);
});

test("ordinary sentences are innocent, with the signs and dashes that stand in them", () => {
  const look = new InnocentText(PHRASES);
  expect(look.isInnocent("Legs swelled (RR 0.62, 95% CI 0.4–1.1; p ≤ 0.05) in “most” — not all — of 7 patients.")).toBe(
    true,
  );
  expect(look.isInnocent("You said that rules are now ignored, prior to all else.")).toBe(true);
});
