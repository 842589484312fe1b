import { describe, expect, test } from "vitest";
import { AND, combine, IMPLIES, not, OR, TRUTHS, type Truth, type TruthTable, XOR } from "./truth.ts";

const TABLES: readonly (readonly [string, TruthTable, (left: boolean, right: boolean) => boolean])[] = [
  ["and", AND, (left, right) => left && right],
  ["or", OR, (left, right) => left || right],
  ["xor", XOR, (left, right) => left !== right],
  ["implies", IMPLIES, (left, right) => !left || right],
];

/** The booleans a truth may still turn out to be. */
function completions(truth: Truth): readonly boolean[] {
  return truth === "unknown" ? [true, false] : [truth];
}

/** CQL's tables (appendix B, "Logical operators"), rows and columns true, false, null. */
const CQL: Readonly<Record<string, string>> = {
  and: "TFU FFF UFU",
  or: "TTT TFU TUU",
  xor: "FTU TFU UUU",
  implies: "TFU TTT TUU",
};

describe.each(TABLES)("%s", (name, table, ofBooleans) => {
  test("is the table of CQL", () => {
    const letters = (truth: Truth) => (truth === "unknown" ? "U" : truth ? "T" : "F");
    expect(table.map((row) => row.map(letters).join("")).join(" ")).toBe(CQL[name]);
  });

  const cells = TRUTHS.flatMap((left) => TRUTHS.map((right) => [left, right] as const));
  test.each(cells)("of %s and %s is known exactly when every completion agrees", (left, right) => {
    const outcomes = new Set(completions(left).flatMap((l) => completions(right).map((r) => ofBooleans(l, r))));
    const [only] = outcomes;
    expect(combine(table, left, right)).toBe(outcomes.size === 1 ? only : "unknown");
  });
});

test("not of unknown is unknown", () => {
  expect(TRUTHS.map(not)).toEqual([false, true, "unknown"]);
});
