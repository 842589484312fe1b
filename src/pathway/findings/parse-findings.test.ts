import { describe, expect, test } from "vitest";
import { getPathway } from "../testing/small-pathway.ts";
import { findingDiagnostics } from "./finding-diagnostics.ts";
import { MAX_FINDINGS, parseFindings } from "./parse-findings.ts";

const small = getPathway();

/** What a finding is taken as: the value, `unknown`, what is missing of it, or the code of its refusal. */
function taken(field: string, value: unknown): string {
  const read = parseFindings(small, { [field]: value });
  if (!read.ok) return read.diagnostics.map(({ code }) => code).join(", ");
  return read.value
    .map((statement) => {
      if (statement.kind === "unknown") return `${statement.feature} unknown`;
      if (statement.kind === "incomplete") return `${statement.feature} lacks ${statement.missing.join(" and ")}`;
      const { value: known } = statement;
      return `${statement.feature} ${typeof known === "object" ? `${known.value.toString()} ${known.unit}` : known}`;
    })
    .join(", ");
}

describe("a finding of the right type is taken as it is", () => {
  test.each<[string, unknown, string]>([
    ["swollen", true, "swollen true"],
    ["swollen", false, "swollen false"],
    ["scan", "clear", "scan clear"],
    ["age", 0, "age 0"],
    ["age", 120, "age 120"],
    ["left", { value: 40.3, unit: "cm" }, "left 40.3 cm"],
    ["left", { value: 403, unit: "mm" }, "left 40.3 cm"],
    ["dimer", { value: 480, unit: "ug/L", basis: "FEU" }, "feu 480 ug/L{FEU}"],
    ["dimer", { value: 0.48, unit: "mg/L", basis: "FEU" }, "feu 480 ug/L{FEU}"],
    ["dimer", { value: 240, unit: "µg/L", basis: "DDU" }, "ddu 240 ng/mL{DDU}"],
    ["dimer", { value: 480, unit: "ug/L{FEU}" }, "feu 480 ug/L{FEU}"],
    ["dimer", { value: 480, unit: "ng/mL FEU" }, "feu 480 ug/L{FEU}"],
    ["feu", { value: 480, unit: "ng/mL", basis: "FEU" }, "feu 480 ug/L{FEU}"],
  ])("%s: %j", (field, value, expected) => {
    expect(taken(field, value)).toBe(expected);
  });
});

describe("null and 'unknown' mean asked and not known, for every type", () => {
  test.each([
    ["swollen", "swollen unknown"],
    ["scan", "scan unknown"],
    ["age", "age unknown"],
    ["left", "left unknown"],
    ["dimer", "feu unknown, ddu unknown"],
  ])("%s", (field, expected) => {
    expect([taken(field, null), taken(field, "unknown")]).toEqual([expected, expected]);
  });
});

describe("a number without its unit or basis is kept and never used", () => {
  test.each<[string, unknown, string]>([
    ["dimer", 0.6, "feu lacks unit and basis, ddu lacks unit and basis"],
    ["dimer", { value: 480 }, "feu lacks unit and basis, ddu lacks unit and basis"],
    ["dimer", { value: 480, unit: null, basis: null }, "feu lacks unit and basis, ddu lacks unit and basis"],
    ["dimer", { value: 480, unit: "ug/L" }, "feu lacks basis, ddu lacks basis"],
    ["dimer", { value: 480, basis: "FEU" }, "feu lacks unit, ddu lacks unit"],
    ["feu", { value: 480, unit: "ug/L" }, "feu lacks basis"],
    ["left", 40, "left lacks unit"],
    ["left", { value: 40 }, "left lacks unit"],
  ])("%s: %j", (field, value, expected) => {
    expect(taken(field, value)).toBe(expected);
  });
});

const WRONG: readonly unknown[] = [
  "499",
  "true",
  "",
  Number.NaN,
  Number.POSITIVE_INFINITY,
  [],
  [true],
  {},
  { value: "499" },
  { value: Number.NaN, unit: "cm" },
  { value: null },
  undefined,
  1.5,
];
const TAKEN_BY: Readonly<Record<string, (value: unknown) => boolean>> = {
  swollen: () => false,
  scan: () => false,
  age: () => false,
  // A bare number is a measurement whose unit nobody said.
  left: (value) => value === 1.5,
  dimer: (value) => value === 1.5,
};

describe("a finding of another type is refused and never coerced", () => {
  const cases = Object.keys(TAKEN_BY).flatMap((field) =>
    WRONG.filter((value) => !TAKEN_BY[field]?.(value)).map((value) => [field, value] as const),
  );
  test.each(cases)("%s: %j", (field, value) => {
    expect(taken(field, value)).toBe("finding-type");
  });

  test.each<[string, unknown]>([
    ["swollen", 1],
    ["swollen", 0],
    ["swollen", "yes"],
    ["scan", "Clear"],
    ["scan", "toString"],
    ["scan", "__proto__"],
    ["scan", true],
    ["age", 17.5],
    ["age", { value: 40 }],
    ["age", true],
    ["left", true],
    ["left", { value: 40, unit: 5 }],
    ["dimer", { value: 480, unit: "ug/L", basis: 1 }],
    ["dimer", { value: 480, unit: "u".repeat(61), basis: "FEU" }],
    ["dimer", { value: 480, unit: "ug/L", basis: "F".repeat(61) }],
    ["dimer", { amount: 480, unit: "ug/L" }],
  ])("%s: %j", (field, value) => {
    expect(taken(field, value)).toBe("finding-type");
  });
});

describe("what cannot be true is refused", () => {
  test.each<[string, unknown, string]>([
    ["age", -1, "finding-out-of-range"],
    ["age", 121, "finding-out-of-range"],
    ["left", { value: 9.9, unit: "cm" }, "finding-out-of-range"],
    ["left", { value: 40.3, unit: "m" }, "finding-out-of-range"],
    ["dimer", { value: -1, unit: "ug/L", basis: "FEU" }, "finding-out-of-range"],
    ["dimer", { value: 1e300, unit: "ug/L", basis: "FEU" }, "finding-out-of-range"],
    ["left", { value: 40, unit: "kg" }, "finding-unit"],
    ["left", { value: 40, unit: "" }, "finding-unit"],
    ["left", { value: 40, unit: "cm", basis: "FEU" }, "finding-unit"],
    ["dimer", { value: 480, unit: "nmol/L", basis: "FEU" }, "finding-unit"],
    ["dimer", { value: 480, unit: "ug/L{DDU}", basis: "FEU" }, "finding-unit"],
    ["feu", { value: 480, unit: "ug/L", basis: "DDU" }, "finding-basis"],
    ["dimer", { value: 480, unit: "ug/L", basis: "feu" }, "finding-basis"],
    ["dimer", { value: 480, unit: "ug/L{XEU}" }, "finding-basis"],
    ["swolen", true, "finding-unknown"],
    ["__proto__", true, "finding-unknown"],
    ["constructor", true, "finding-unknown"],
  ])("%s: %j: %s", (field, value, code) => {
    const findings: Record<string, unknown> = Object.fromEntries([[field, value]]);
    const read = parseFindings(small, findings);
    expect(read.ok ? [] : read.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });
});

test("an unknown field is answered with the nearest that is known", () => {
  const read = parseFindings(small, { swolen: true });
  expect(read.ok ? "" : read.diagnostics[0]?.message).toBe(
    "`swolen` is not something this pathway knows; did you mean `swollen`",
  );
});

test("every fault is reported, and nothing is taken while there is one", () => {
  const read = parseFindings(small, { swollen: true, tender: "no", age: -4 });
  expect(read.ok ? [] : read.diagnostics.map(({ code }) => code)).toEqual(["finding-type", "finding-out-of-range"]);
});

test("more findings than are read are refused unread", () => {
  const many = Object.fromEntries(Array.from({ length: MAX_FINDINGS + 1 }, (_, at) => [`f${at}`, true]));
  const read = parseFindings(small, many);
  expect(read.ok ? [] : read.diagnostics.map(({ code }) => code)).toEqual(["finding-too-many"]);
});

test("a message names what was sent and never repeats much of it", () => {
  for (const hostile of ["x".repeat(100_000), { value: 1, unit: "x".repeat(100_000) }]) {
    const read = parseFindings(small, { dimer: hostile });
    expect(read.ok ? 0 : (read.diagnostics[0]?.message.length ?? 0)).toBeLessThan(200);
  }
  const named = parseFindings(small, { ["x".repeat(100_000)]: true });
  expect(named.ok ? 0 : (named.diagnostics[0]?.message.length ?? 0)).toBeLessThan(200);
});

test("every code of the table is met in this file", () => {
  const met = [
    "finding-unknown",
    "finding-type",
    "finding-out-of-range",
    "finding-unit",
    "finding-basis",
    "finding-too-many",
  ];
  expect(Object.keys(findingDiagnostics.table).toSorted()).toEqual(met.toSorted());
});
