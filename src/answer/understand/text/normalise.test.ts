import { expect, test } from "vitest";
import { normalise, originalSpan } from "./normalise.ts";

test("compatibility forms are written out, and the way back leads to the reader's own characters", () => {
  const normalised = normalise("ﬁbrin 780 µg");
  expect(normalised.text).toBe("fibrin 780 μg");
  expect(originalSpan(normalised, 0, 2)).toEqual({ start: 0, end: 1, text: "ﬁ" });
});

test("zero-width and bidirectional characters disappear, control characters become spaces", () => {
  expect(normalise("ca\u200blf\u202e te\u0007nder").text).toBe("calf te nder");
});

test("typographic quotes and dashes become plain ones", () => {
  expect(normalise("patient\u2019s \u201Cclot\u201D 5\u20137").text).toBe('patient\'s "clot" 5-7');
});

test("binary text is read without failing", () => {
  const binary = String.fromCharCode(...Array.from({ length: 512 }, (_, at) => (at * 7919) % 65536));
  expect(normalise(binary).text.length).toBeGreaterThan(0);
});
