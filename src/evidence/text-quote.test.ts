import fc from "fast-check";
import { expect, test } from "vitest";
import { findTextQuote, selectTextQuote } from "./text-quote.ts";

/** Few letters, so that words repeat. */
const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "é"), minLength: 1, maxLength: 120 });

test("a selector made from a place leads back to that place, however often its words repeat", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
      const start = from % whole.length;
      const end = start + 1 + (length % (whole.length - start));
      expect(findTextQuote(whole, selectTextQuote(whole, start, end))).toEqual({ start, end });
    }),
  );
});

test("a selector does not fit a text in which one character of words or context has changed", () => {
  const whole = "Heparin helps in most of the cases. Heparin harms in some of the cases.";
  const selector = selectTextQuote(whole, 0, 35);
  expect(findTextQuote(whole, selector)).toEqual({ start: 0, end: 35 });
  for (const changed of [whole.replace("helps", "HELPS"), whole.replace("harms", "halts"), whole.slice(1), ""])
    expect(findTextQuote(changed, selector)).toBeUndefined();
});

test("words that stand twice with the same context lead nowhere, and no words lead nowhere", () => {
  expect(findTextQuote("yes yes", { exact: "yes", prefix: "", suffix: "" })).toBeUndefined();
  expect(findTextQuote("yes", { exact: "", prefix: "y", suffix: "es" })).toBeUndefined();
});
