import { type Decimal, decimal } from "../../clinical/quantity.ts";
import { isTwofold } from "./numbers.ts";
import type { BoundOperator } from "./phrase.ts";
import { isBreak, type Token } from "./tokens.ts";

/** A number of the text with everything that belongs to it. Positions are token indices, `to` exclusive. */
export interface Measure {
  readonly from: number;
  readonly to: number;
  readonly numberAt: number;
  /** Where the number itself ends, before its unit. */
  readonly numberTo: number;
  /** Told from today ("yesterday"). */
  readonly relative: boolean;
  /** Absent when the separators of the number allow two readings. */
  readonly value: Decimal | undefined;
  readonly raw: string;
  /** UCUM, without basis. */
  readonly unit: string | undefined;
  readonly basis: string | undefined;
  /** `more than 3`, `<500`: the number is a bound, not the value. */
  readonly comparator: BoundOperator | undefined;
}

/** Token sequences of the language, ready to compare. */
export interface MeasureWords {
  readonly units: readonly { readonly unit: string; readonly raws: readonly string[] }[];
  readonly bases: readonly { readonly basis: string; readonly raws: readonly string[] }[];
  readonly comparators: readonly { readonly operator: BoundOperator | "about"; readonly stems: readonly string[] }[];
  readonly relativeTimes: readonly { readonly days: number; readonly stems: readonly string[] }[];
}

/** Every number and relative time of the text, read once. The map is by the index of the token that carries the number. */
export function readMeasures(tokens: readonly Token[], words: MeasureWords): ReadonlyMap<number, Measure> {
  const measures = new Map<number, Measure>();
  for (let at = 0; at < tokens.length; at += 1) {
    const measure = readRelativeTime(tokens, at, words) ?? readMeasure(tokens, at, words);
    if (measure === undefined) continue;
    measures.set(measure.numberAt, measure);
    at = measure.to - 1;
  }
  return measures;
}

function readRelativeTime(tokens: readonly Token[], at: number, words: MeasureWords): Measure | undefined {
  for (const { days, stems } of words.relativeTimes) {
    if (!stemsAt(tokens, at, stems)) continue;
    const whole = { from: at, to: at + stems.length, numberAt: at, numberTo: at + stems.length, relative: true };
    return { ...whole, value: decimal(days), raw: String(days), unit: "d", basis: undefined, comparator: undefined };
  }
  return undefined;
}

function readMeasure(tokens: readonly Token[], at: number, words: MeasureWords): Measure | undefined {
  const token = tokens[at];
  if (token?.number === undefined) return undefined;
  const composed = composeNumber(token, tokens[at + 1]);
  const after = readUnit(tokens, at + composed.tokens, words);
  const unit = after ?? readTimeBefore(tokens, at, words);
  const afterUnit = at + composed.tokens + (unit?.tokens ?? 0);
  const basis = readBasis(tokens, afterUnit, words);
  const before = readComparator(tokens, at, words);
  return {
    from: before.from,
    to: afterUnit + (basis?.tokens ?? 0),
    numberAt: at,
    numberTo: at + composed.tokens,
    relative: false,
    value:
      composed.value === undefined || isTwofold(composed.value.raw, unit?.unit) ? undefined : composed.value.number,
    raw: token.number.raw,
    unit: unit?.unit,
    basis: basis?.basis,
    comparator: before.operator,
  };
}

/** `fifty-eight` is two words and one number. */
function composeNumber(
  token: Token,
  next: Token | undefined,
): { readonly tokens: number; readonly value: { readonly number: Decimal; readonly raw: string } | undefined } {
  if (token.number?.value === undefined) return { tokens: 1, value: undefined };
  const number = decimal(token.number.value);
  const tens = token.kind === "word" && number.gte(20) && number.mod(10).eq(0);
  const ones = next?.kind === "word" && next.number?.value !== undefined ? decimal(next.number.value) : undefined;
  if (tens && ones?.lt(10) && ones.gt(0))
    return { tokens: 2, value: { number: number.plus(ones), raw: number.plus(ones).toString() } };
  return { tokens: 1, value: { number, raw: token.number.raw } };
}

function readUnit(
  tokens: readonly Token[],
  at: number,
  words: MeasureWords,
): { readonly unit: string; readonly tokens: number } | undefined {
  const found = longest(words.units.filter(({ raws }) => rawsAt(tokens, at, raws)));
  // "14 in." is a length, "4 in bed" is none.
  if (found === undefined || (found.raws[0] === "in" && !isUnitHere(tokens, at))) return undefined;
  return { unit: found.unit, tokens: found.raws.length };
}

function isUnitHere(tokens: readonly Token[], at: number): boolean {
  return (
    isBreak(tokens[at + 1]) ||
    ["vs", "v", "versus", "against", "on", "bigger", "larger"].includes(tokens[at + 1]?.raw ?? "")
  );
}

/** "day 5", "week 2": time counts its unit before the number as well. */
function readTimeBefore(
  tokens: readonly Token[],
  at: number,
  words: MeasureWords,
): { readonly unit: string; readonly tokens: number } | undefined {
  const raw = tokens[at - 1]?.raw;
  const found = words.units.find(
    ({ unit, raws }) => (unit === "d" || unit === "wk") && raws.length === 1 && raws[0] === raw,
  );
  return found === undefined || found.raws[0]?.length === 1 ? undefined : { unit: found.unit, tokens: 0 };
}

/** The basis right after the unit, also in brackets: `µg/L FEU`, `µg/L (FEU)`. */
function readBasis(
  tokens: readonly Token[],
  at: number,
  words: MeasureWords,
): { readonly basis: string; readonly tokens: number } | undefined {
  const bracket = tokens[at]?.raw === "(" ? 1 : 0;
  const found = longest(words.bases.filter(({ raws }) => rawsAt(tokens, at + bracket, raws)));
  return found === undefined ? undefined : { basis: found.basis, tokens: found.raws.length + bracket };
}

function longest<T extends { readonly raws: readonly string[] }>(found: readonly T[]): T | undefined {
  return found.reduce<T | undefined>(
    (best, next) => (best === undefined || next.raws.length > best.raws.length ? next : best),
    undefined,
  );
}

function readComparator(
  tokens: readonly Token[],
  at: number,
  words: MeasureWords,
): { readonly from: number; readonly operator: BoundOperator | undefined } {
  for (const { operator, stems } of words.comparators) {
    const from = at - stems.length;
    if (from >= 0 && stemsAt(tokens, from, stems))
      return { from, operator: operator === "about" ? undefined : operator };
  }
  return { from: at, operator: undefined };
}

function rawsAt(tokens: readonly Token[], at: number, raws: readonly string[]): boolean {
  return raws.every((raw, index) => tokens[at + index]?.raw === raw);
}

export function stemsAt(tokens: readonly Token[], at: number, stems: readonly string[]): boolean {
  return stems.every((stem, index) => tokens[at + index]?.stem === stem);
}
