import fc from "fast-check";
import { expect, test } from "vitest";
import { findJsonFault, isTooDeep } from "./json-place.ts";

test.each([
  ['{"a": }', 1, 7],
  ['{"a": 1,}', 1, 9],
  ['{"a" 1}', 1, 6],
  ["{a: 1}", 1, 2],
  ["[1, 2", 1, 6],
  ['{\n "a": tru\n}', 2, 7],
  ["01", 1, 2],
  ['"a\nb"', 1, 1],
  ["", 1, 1],
  ["{} x", 1, 4],
])("%j stops being JSON at %i:%i", (text, line, column) => {
  expect(findJsonFault(text)).toEqual({ line, column });
});

test("finds a fault exactly where the engine's own parser does not parse", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().map((text) => text.slice(0, -1)),
      ),
      (text) => {
        fc.pre(!isTooDeep(text));
        expect(findJsonFault(text) === undefined).toBe(parses(text));
      },
    ),
  );
});

test("depth is counted outside strings alone, in one pass", () => {
  expect(isTooDeep(`"${"[".repeat(100)}"`)).toBe(false);
  expect(isTooDeep("[".repeat(17))).toBe(true);
  expect(isTooDeep('"'.repeat(60_000) + '\\"'.repeat(2_000))).toBe(false);
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
