import { describe, expect, test } from "vitest";
import { decimal } from "../../clinical/quantity.ts";
import type { Fact } from "../../evidence/fact.ts";
import { printList } from "../../pathway/print/print-list.ts";
import { printNumber } from "../../pathway/print/print-number.ts";
import { printQuantity } from "../../pathway/print/print-quantity.ts";
import { printStratum } from "../../pathway/print/print-stratum.ts";
import { printWindows } from "../../pathway/print/print-window.ts";
import { printFact, printFactPart } from "./print-fact.ts";

function fact(part: Partial<Fact>): Fact {
  return { id: "f", quantity: "q", measure: "other", unit: "%", population: "p", confidence: "read", ...part };
}

test.each([
  [63.5, "63.5"],
  [42487, "42,487"],
  [1096, "1,096"],
  [-2, "−2"],
  [0.000001, "0.000001"],
])("the number %s prints as %s", (value, printed) => {
  expect(printNumber(value)).toBe(printed);
});

describe("a fact", () => {
  test.each<[string, Partial<Fact>]>([
    ["63.5 % (95 % CI 59.8 to 67.0)", { value: 63.5, interval: { low: 59.8, high: 67, level: 95 } }],
    ["99.4 % (95 % CI 96.9 to 100)", { value: 99.4, interval: { low: 96.9, high: 100, level: 95 } }],
    ["1.0 % (95 % CI 0.6 to 1.6)", { value: 1, interval: { low: 0.6, high: 1.6, level: 95 } }],
    ["28 % (95 % CI 24 to 32)", { value: 28, interval: { low: 24, high: 32, level: 95 } }],
    ["12 % (range 9 to 15)", { value: 12, interval: { low: 9, high: 15, kind: "range" } }],
    ["83 to 92 %", { interval: { low: 83, high: 92, kind: "range" } }],
    ["95 % CI 4 to 8", { interval: { low: 4, high: 8, level: 95 } }],
    ["−0.3 % (95 % CI −1.4 to 0.8)", { value: -0.3, interval: { low: -1.4, high: 0.8, level: 95 } }],
    ["21,250", { value: 21250, unit: "1" }],
    ["2 cm", { value: 2, unit: "cm" }],
    ["1 day", { value: 1, unit: "d" }],
    ["12 weeks", { value: 84, unit: "d" }],
    ["1,000 µg/L FEU", { value: 1000, unit: "ug/L{FEU}" }],
    ["10 of 329", { numerator: 10, denominator: 329 }],
  ])("prints in full as %s", (printed, part) => {
    expect(printFact(fact(part))).toBe(printed);
  });

  test("prints one part, or none when the fact does not have it", () => {
    const one = fact({ value: 3, numerator: 10, denominator: 1329 });
    expect(printFactPart(one, "value")).toBe("3 %");
    expect(printFactPart(one, "count")).toBe("10 of 1,329");
    expect(printFactPart(one, "interval")).toBeUndefined();
  });
});

test.each([
  ["84", "d", "12 weeks"],
  ["28", "d", "4 weeks"],
  ["14", "d", "14 days"],
  ["90", "d", "90 days"],
  ["500", "ug/L{FEU}", "500 µg/L FEU"],
  ["3", "cm", "3 cm"],
  ["2", "1", "2"],
])("the quantity %s %s prints as %s", (value, unit, printed) => {
  expect(printQuantity({ value: decimal(value), unit })).toBe(printed);
});

test.each<[[number, number][], string]>([
  [[], ""],
  [[[5, 7]], "5–7 days"],
  [[[7, 7]], "day 7"],
  [
    [
      [7, 7],
      [14, 14],
    ],
    "day 7 and day 14",
  ],
  [
    [
      [1, 3],
      [7, 10],
    ],
    "days 1–3 and 7–10",
  ],
  [
    [
      [1, 1],
      [7, 10],
    ],
    "day 1 and days 7–10",
  ],
  [[[42, 84]], "6–12 weeks"],
])("the windows %j print as %s", (windows, printed) => {
  expect(printWindows(windows)).toBe(printed);
});

test.each([
  [{ from: 2 }, "2 or more"],
  [{ to: 1 }, "1 or less"],
  [{ from: 1, to: 2 }, "1–2"],
  [{ from: 0, to: 0 }, "0"],
  [{ from: -2, to: 0 }, "−2 to 0"],
])("the category %j prints as %s", (ends, printed) => {
  expect(printStratum({ id: "s", label: "s", ...ends })).toBe(printed);
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
  [["a, x", "b"], "a, x; and b"],
])("the list %j prints as %s", (entries, printed) => {
  expect(printList(entries)).toBe(printed);
});
