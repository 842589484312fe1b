import ucum from "@lhncbc/ucum-lhc";
import Big from "big.js";
import { type Diagnostic, defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";

export type Decimal = Big;

/** A number of the text as an exact decimal: `0.66` is 0.66 and not its binary neighbour. */
export function decimal(value: number | string): Decimal {
  return new Big(value);
}

/**
 * A measured value. `unit` is a case-sensitive UCUM code (https://ucum.org/ucum); an assay basis stands in it as a UCUM
 * annotation, for instance `ug/L{FEU}`. Values compare exactly, as decimals.
 */
export interface Quantity {
  readonly value: Decimal;
  readonly unit: string;
}

export const quantityDiagnostics = defineDiagnostics({
  "unit-unknown": {
    severity: "error",
    message: ({ unit }: { unit: string }) => `\`${unit}\` is not a unit that UCUM knows`,
    help: "write a UCUM unit, for instance `cm`, `ug/L{FEU}` or `ng/mL{DDU}`",
  },
  "unit-dimension": {
    severity: "error",
    message: ({ from, to }: { from: string; to: string }) => `\`${from}\` cannot be turned into \`${to}\``,
    help: "give the value in a unit of the same kind",
  },
  "unit-basis": {
    severity: "error",
    message: ({ from, to }: { from: string; to: string }) =>
      `\`${from}\` and \`${to}\` are on different bases and are never converted`,
    help: "state the basis that the laboratory reports (FEU or DDU) and compare with the cut-off of that basis",
  },
});

/** Spellings found on reports, and the UCUM code each stands for. Anything else must already be UCUM. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["µ", "u"],
  ["μ", "u"],
  ["mcg", "ug"],
  ["years", "a"],
  ["year", "a"],
  ["yr", "a"],
  ["days", "d"],
  ["day", "d"],
  ["weeks", "wk"],
  ["week", "wk"],
  ["months", "mo"],
  ["month", "mo"],
  ["hours", "h"],
  ["hour", "h"],
  ["litre", "L"],
  ["liter", "L"],
]);

/** The UCUM code of a unit as people write it (`µg/l FEU` gives `ug/L{FEU}`), unchanged when it needs no change. */
export function toUcum(written: string): string {
  const trimmed = written.trim().replaceAll(" ", "");
  const whole = SPELLINGS.get(trimmed.toLowerCase());
  if (whole !== undefined) return whole;
  return trimmed
    .replace(/[({]?(FEU|DDU)[)}]?$/i, (_, basis: string) => `{${basis.toUpperCase()}}`)
    .replace(/[µμ]/g, "u")
    .replace(/\bmcg\b/g, "ug")
    .replace(/\/ml\b/gi, "/mL")
    .replace(/\/l\b/gi, "/L");
}

/** The annotation of a UCUM code, which carries the assay basis (`FEU` of `ug/L{FEU}`), or undefined. */
export function basisOf(unit: string): string | undefined {
  return /\{([^}]*)\}/.exec(unit)?.[1];
}

/** Codes of the shape that quantities of this product have: atoms with a power, joined by `.` or `/`, and one annotation. */
const UNIT_SHAPE = /^(?:1|[A-Za-z%[\]_]{1,20}\d?)(?:[./][A-Za-z%[\]_]{1,20}\d?){0,3}(?:\{[A-Za-z0-9 -]{1,20}\})?$/;

/**
 * Whether UCUM knows the code. What does not even have the shape of one never reaches the UCUM library: it would print what
 * somebody typed on the console.
 */
export function isUcumUnit(unit: string): boolean {
  const atoms = unit.replace(/\{[^}]*\}/g, "").split(/[./]/);
  if (!UNIT_SHAPE.test(unit) || atoms.some((atom) => atom in Object.prototype)) return false;
  return utils().validateUnitString(unit, false).status === "valid";
}

/** Digits kept of a conversion factor: UCUM factors are short decimals, and binary noise starts at the sixteenth digit. */
const FACTOR_DIGITS = 12;

/** Converts between units of one dimension and one basis, exactly; refuses both kinds of mismatch. */
export function convert(quantity: Quantity, unit: string): Result<Quantity> {
  if (quantity.unit === unit) return ok(quantity);
  const factor = conversionFactor(quantity.unit, unit);
  if (!factor.ok) return factor;
  // 1/24 has no end as a decimal, so 120 hours times it miss 5 days; divided by 24 they meet them.
  const back = isRounded(factor.value) ? conversionFactor(unit, quantity.unit) : factor;
  return back.ok && back !== factor && !isRounded(back.value)
    ? ok({ value: quantity.value.div(back.value), unit })
    : ok({ value: quantity.value.times(factor.value), unit });
}

/** A factor that fills all the digits it may keep was cut off. */
function isRounded(factor: Decimal): boolean {
  return factor.c.length >= FACTOR_DIGITS;
}

const factors = new Map<string, Result<Decimal>>();

/** The factor that turns a number of `from` into a number of `to`. Memoised: the answer depends on the two codes alone. */
export function conversionFactor(from: string, to: string): Result<Decimal> {
  const key = `${from}\n${to}`;
  const known = factors.get(key);
  if (known !== undefined) return known;
  const found = findFactor(from, to);
  if (factors.size < 10_000) factors.set(key, found);
  return found;
}

function findFactor(from: string, to: string): Result<Decimal> {
  const unknown = [from, to].filter((unit) => !isUcumUnit(unit));
  if (unknown.length > 0)
    return failed(...unknown.map((unit): Diagnostic => quantityDiagnostics.report("unit-unknown", { unit })));
  if (basisOf(from) !== basisOf(to)) return failed(quantityDiagnostics.report("unit-basis", { from, to }));
  const conversion = utils().convertUnitTo(from, 1, to);
  if (conversion.status !== "succeeded" || conversion.toVal === null)
    return failed(quantityDiagnostics.report("unit-dimension", { from, to }));
  // Scales with another zero (Celsius) or another shape (pH) have no factor, and one point of them does not show it.
  const nothing = utils().convertUnitTo(from, 0, to);
  if (nothing.toVal !== 0) return failed(quantityDiagnostics.report("unit-dimension", { from, to }));
  return ok(new Big(conversion.toVal.toPrecision(FACTOR_DIGITS)));
}

/** True when both codes are valid, of one dimension and of one basis. */
export function areComparable(left: string, right: string): boolean {
  return conversionFactor(left, right).ok;
}

function utils() {
  return ucum.UcumLhcUtils.getInstance();
}

/** The unit as a clinician reads it: `ug/L{FEU}` becomes `µg/L FEU`, `a` becomes `years`. */
export function renderUnit(unit: string): string {
  const basis = basisOf(unit);
  const bare = unit.replace(/\{[^}]*\}/g, "").replace(/\bug\b/g, "µg");
  const word = UNIT_WORDS.get(bare) ?? bare;
  return basis === undefined ? word : `${word} ${basis}`;
}

const UNIT_WORDS: ReadonlyMap<string, string> = new Map([
  ["a", "years"],
  ["d", "days"],
  ["wk", "weeks"],
  ["mo", "months"],
  ["h", "hours"],
  ["1", ""],
]);

export function renderQuantity(quantity: Quantity): string {
  const unit = renderUnit(quantity.unit);
  const number = quantity.value.toString().replace("-", "−");
  const singular = number === "1" ? unit.replace(/s$/, "") : unit;
  return unit === "" ? number : unit === "%" ? `${number} %` : `${number} ${singular}`;
}
