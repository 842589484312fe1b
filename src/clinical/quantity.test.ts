import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areComparable,
  basisOf,
  conversionFactor,
  convert,
  decimal,
  isUcumUnit,
  quantityDiagnostics,
  renderQuantity,
  toUcum,
} from "./quantity.ts";

function converted(value: number | string, from: string, to: string): string {
  const result = convert({ value: decimal(value), unit: from }, to);
  return result.ok ? result.value.value.toString() : (result.diagnostics[0]?.code ?? "");
}

describe("quantities convert exactly, as decimals", () => {
  test.each([
    [0.66, "mg/L{FEU}", "ug/L{FEU}", "660"],
    [0.655, "mg/L{FEU}", "ug/L{FEU}", "655"],
    [0.5, "ug/mL{FEU}", "ug/L{FEU}", "500"],
    [500, "ng/mL{FEU}", "ug/L{FEU}", "500"],
    [250, "ug/L{DDU}", "ng/mL{DDU}", "250"],
    [30, "mm", "cm", "3"],
    [0.4, "cm", "mm", "4"],
    [12, "wk", "d", "84"],
    [0.1, "cm", "mm", "1"],
    [37.3, "cm", "cm", "37.3"],
  ])("%d %s is in %s %s", (value, from, to, number) => {
    expect(converted(value, from, to)).toBe(number);
  });

  test("33.3 cm less 30.3 cm is 3 cm, which in binary it is not", () => {
    expect(decimal(33.3).minus(30.3).eq(3)).toBe(true);
    expect(33.3 - 30.3).toBeLessThan(3);
  });

  test("there and back is where one began", () => {
    const units = ["ug/L{FEU}", "ng/mL{FEU}", "mg/L{FEU}", "ug/mL{FEU}"];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        (thousandths, from, to) => {
          const start = { value: decimal(thousandths).div(1000), unit: from };
          const there = convert(start, to);
          const back = there.ok ? convert(there.value, from) : there;
          return back.ok && back.value.value.eq(start.value);
        },
      ),
    );
  });
});

describe("what must not be converted is refused", () => {
  test.each([
    ["ug/L{FEU}", "ug/L{DDU}", "unit-basis"],
    ["ug/L{FEU}", "ug/L", "unit-basis"],
    ["ug/L", "ng/mL{DDU}", "unit-basis"],
    ["cm", "ug/L", "unit-dimension"],
    ["nmol/L", "ug/L", "unit-dimension"],
    ["furlong", "cm", "unit-unknown"],
    ["Cel", "K", "unit-dimension"],
    ["Cel", "[degF]", "unit-dimension"],
    ["[pH]", "mol/L", "unit-dimension"],
  ])("%s to %s: %s", (from, to, code) => {
    expect(converted(1, from, to)).toBe(code);
    expect(areComparable(from, to)).toBe(false);
  });

  test("every code of the table is met here", () => {
    expect(Object.keys(quantityDiagnostics.table).toSorted()).toEqual(["unit-basis", "unit-dimension", "unit-unknown"]);
  });

  test("FEU and DDU never convert, in whatever scale", () => {
    const scales = ["ug/L", "ng/mL", "mg/L", "ug/mL", "g/L"];
    for (const from of scales)
      for (const to of scales) expect(conversionFactor(`${from}{FEU}`, `${to}{DDU}`).ok).toBe(false);
  });
});

describe("units as people write them", () => {
  test.each([
    ["µg/L", "ug/L"],
    ["μg/L", "ug/L"],
    ["mcg/L", "ug/L"],
    ["mcg/ml", "ug/mL"],
    ["ug/l", "ug/L"],
    ["ng/ml", "ng/mL"],
    ["ng / mL", "ng/mL"],
    [" µg/ml ", "ug/mL"],
    ["µg/L{FEU}", "ug/L{FEU}"],
    ["ng/mL FEU", "ng/mL{FEU}"],
    ["µg/ml (DDU)", "ug/mL{DDU}"],
    ["mg/L feu", "mg/L{FEU}"],
    ["weeks", "wk"],
    ["Days", "d"],
    ["cm", "cm"],
  ])("%s is %s", (written, code) => {
    expect(toUcum(written)).toBe(code);
    expect(isUcumUnit(code)).toBe(true);
  });

  test("the basis is the annotation", () => {
    expect([basisOf("ug/L{FEU}"), basisOf("ug/L")]).toEqual(["FEU", undefined]);
  });

  test("a quantity is printed as a clinician reads it", () => {
    expect(renderQuantity({ value: decimal(660), unit: "ug/L{FEU}" })).toBe("660 µg/L FEU");
    expect(renderQuantity({ value: decimal(1), unit: "d" })).toBe("1 day");
  });
});

test.each([
  ["120", "h", "d", "5"],
  ["4320", "min", "d", "3"],
  ["12", "wk", "d", "84"],
  ["50", "mm", "cm", "5"],
])("%s %s are exactly as many %s as can be written", (value, from, to, expected) => {
  const converted = convert({ value: decimal(value), unit: from }, to);
  expect(converted.ok && converted.value.value.toString()).toBe(expected);
});
