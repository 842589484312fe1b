import { type Decimal, decimal } from "../../clinical/quantity.ts";
import { composeNumber } from "./compose-number.ts";
import { isTwofold } from "./numbers.ts";
import type { BoundOperator } from "./phrase.ts";
import type { SentenceWords } from "./sentence-words.ts";
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
  /** Absent when the separators of the number allow two readings, or when it is one end of a range. */
  readonly value: Decimal | undefined;
  /** Both ends of a range are one measure, without a value. */
  readonly isRange?: boolean;
  /** A minus stands before it. */
  readonly isBelowZero?: boolean;
  readonly raw: string;
  /** UCUM, without basis. */
  readonly unit: string | undefined;
  readonly basis: string | undefined;
  /** `more than 3`, `<500`: the number is a bound, not the value. */
  readonly comparator: BoundOperator | undefined;
}

/** The number as it counts for a feature: below zero only where the feature goes there ("-56F" is no negative age). */
export function signedValue({ value, isBelowZero }: Measure, low: number): Decimal | undefined {
  return isBelowZero === true && low < 0 ? value?.neg() : value;
}

/** A unit as people write it. */
export interface Unit {
  readonly unit: string;
  readonly raws: readonly string[];
}

/** Token sequences of the language, ready to compare. */
export interface MeasureWords {
  readonly units: readonly Unit[];
  /** By their first word, the longest first. */
  readonly unitsByWord: ReadonlyMap<string, readonly Unit[]>;
  readonly bases: readonly { readonly basis: string; readonly raws: readonly string[] }[];
  readonly comparators: readonly { readonly operator: BoundOperator | "about"; readonly stems: readonly string[] }[];
  /** By their first stem. */
  readonly relativeTimes: ReadonlyMap<string, readonly { readonly days: number; readonly stems: readonly string[] }[]>;
  /** Words that multiply the number before them: hundred. */
  readonly scales: ReadonlyMap<string, number>;
  readonly sentenceWords: Pick<SentenceWords, "orMore" | "orLess" | "afterInches" | "changes">;
}

/** Every number and relative time of the text, read once. The map is by the index of the token that carries the number. */
export function readMeasures(tokens: readonly Token[], words: MeasureWords): ReadonlyMap<number, Measure> {
  const measures = new Map<number, Measure>();
  for (let at = 0; at < tokens.length; at += 1) {
    const measure =
      readRelativeTime(tokens, at, words) ?? readArticle(tokens, at, words) ?? readMeasure(tokens, at, words);
    if (measure === undefined) continue;
    measures.set(measure.numberAt, measure);
    at = measure.to - 1;
  }
  return measures;
}

function readRelativeTime(tokens: readonly Token[], at: number, words: MeasureWords): Measure | undefined {
  for (const { days, stems } of words.relativeTimes.get(tokens[at]?.stem ?? "") ?? []) {
    if (!stemsAt(tokens, at, stems)) continue;
    const whole = { from: at, to: at + stems.length, numberAt: at, numberTo: at + stems.length, relative: true };
    return { ...whole, value: decimal(days), raw: String(days), unit: "d", basis: undefined, comparator: undefined };
  }
  return undefined;
}

const LENGTHS: ReadonlySet<string> = new Set(["cm", "mm", "[in_i]"]);

/** "Bigger by a centimetre", "within half a centimetre", "half an hour": an article before a length counts one, "half" with it a half. */
function readArticle(tokens: readonly Token[], at: number, words: MeasureWords): Measure | undefined {
  const half = tokens[at]?.raw === "half" ? 1 : 0;
  if (!["a", "an"].includes(tokens[at + half]?.raw ?? "")) return undefined;
  const numberTo = at + half + 1;
  const unit = readUnit(tokens, numberTo, words);
  if (unit === undefined || (half === 0 && !LENGTHS.has(unit.unit))) return undefined;
  const { from, operator } = readComparator(tokens, at, words);
  return {
    from,
    to: numberTo + unit.tokens,
    numberAt: at,
    numberTo,
    relative: false,
    value: half === 0 ? decimal(1) : decimal("0.5"),
    raw: half === 0 ? "1" : "0.5",
    unit: unit.unit,
    basis: undefined,
    comparator: operator,
  };
}

/** "08:50": hours and minutes are no number of anything. */
function isOfClock(tokens: readonly Token[], at: number): boolean {
  const [hours, colon, minutes] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (colon?.raw !== ":" || hours?.end !== colon.start || minutes?.start !== colon.end) return false;
  return /^(?:[01]?\d|2[0-4])$/.test(hours.raw) && /^[0-5]\d$/.test(minutes.raw);
}

function readMeasure(tokens: readonly Token[], at: number, words: MeasureWords): Measure | undefined {
  const token = tokens[at];
  if (token?.number === undefined || isOfClock(tokens, at) || isOfClock(tokens, at - 2)) return undefined;
  const lower = composeNumber(tokens, at, words.scales);
  const lowerUnit = readUnit(tokens, at + lower.tokens, words);
  const upperAt = upperEndOf(tokens, at, at + lower.tokens + (lowerUnit?.tokens ?? 0), words);
  const numberTo =
    upperAt === undefined ? at + lower.tokens : upperAt + composeNumber(tokens, upperAt, words.scales).tokens;
  const after = upperAt === undefined ? lowerUnit : readUnit(tokens, numberTo, words);
  const behindBasis = after === undefined ? readUnitBehindBasis(tokens, numberTo, words) : undefined;
  const unit =
    after ?? behindBasis?.unit ?? readTimeBefore(tokens, at, words) ?? (upperAt === undefined ? undefined : lowerUnit);
  const afterUnit = numberTo + (after?.tokens ?? 0);
  const basis = behindBasis?.basis ?? readBasis(tokens, afterUnit, words);
  const before = readComparator(tokens, at, words);
  const isRange = upperAt !== undefined;
  const isBelowZero = before.operator === undefined && unit === undefined && isMinus(tokens, at);
  return {
    from: isBelowZero ? at - 1 : before.from,
    to: afterUnit + (basis?.tokens ?? 0) + (behindBasis?.unit.tokens ?? 0),
    isBelowZero,
    numberAt: at,
    numberTo,
    relative: false,
    value:
      lower.value === undefined || isTwofold(lower.value.raw, unit?.unit) || isRange ? undefined : lower.value.number,
    isRange,
    raw: token.number.raw,
    unit: unit?.unit,
    basis: basis?.basis,
    comparator: before.operator ?? (isRange ? undefined : readBoundAfter(tokens, afterUnit, words)),
  };
}

/** "Minus two", "-2": a dash that stands before a number and behind no other. */
function isMinus(tokens: readonly Token[], at: number): boolean {
  const [before, sign, number] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (sign?.raw === "minus") return true;
  return sign?.raw === "-" && sign.kind === "break" && sign.end === number?.start && before?.number === undefined;
}

/** "500 FEU µg/L": the basis may stand before the unit. */
function readUnitBehindBasis(tokens: readonly Token[], at: number, words: MeasureWords) {
  const basis = readBasis(tokens, at, words);
  const unit = basis === undefined ? undefined : readUnit(tokens, at + basis.tokens, words);
  return basis === undefined || unit === undefined ? undefined : { basis, unit };
}

/** "3 cm or more", "500 or below": the bound may follow its number. */
function readBoundAfter(
  tokens: readonly Token[],
  at: number,
  { sentenceWords: { orMore, orLess } }: MeasureWords,
): BoundOperator | undefined {
  if (tokens[at]?.raw !== "or") return undefined;
  const raw = tokens[at + 1]?.raw ?? "";
  return orMore.has(raw) ? ">=" : orLess.has(raw) ? "<=" : undefined;
}

/** Where the upper end of a range begins ("between 2 cm and 3 cm", "2 to 3 cm", "2-3 cm"), if its lower end stands here. */
function upperEndOf(
  tokens: readonly Token[],
  at: number,
  afterUnit: number,
  { sentenceWords: { changes } }: MeasureWords,
): number | undefined {
  const join = tokens[afterUnit]?.raw ?? "";
  // "40 to 36 cm" compares; a range ascends.
  if (tokens[afterUnit]?.endsRange) return ascends(tokens[at], tokens[afterUnit]) ? afterUnit : undefined;
  // "Grown from 3 to 7.5 mm" tells of two times.
  if (tokens[at - 1]?.raw === "from" && changes.has(tokens[at - 2]?.raw ?? "")) return undefined;
  const joins = join === "to" || (join === "and" && tokens[at - 1]?.raw === "between");
  return joins && ascends(tokens[at], tokens[afterUnit + 1]) ? afterUnit + 1 : undefined;
}

function ascends(lower: Token | undefined, upper: Token | undefined): boolean {
  const [from, to] = [lower?.number?.value, upper?.number?.value];
  return from !== undefined && to !== undefined && decimal(from).lt(to);
}

function readUnit(
  tokens: readonly Token[],
  at: number,
  words: MeasureWords,
): { readonly unit: string; readonly tokens: number } | undefined {
  const found = words.unitsByWord.get(tokens[at]?.raw ?? "")?.find(({ raws }) => rawsAt(tokens, at, raws));
  // "14 in." is a length, "4 in bed" is none.
  if (found === undefined || (found.raws[0] === "in" && !isUnitHere(tokens, at, words))) return undefined;
  return { unit: found.unit, tokens: found.raws.length };
}

function isUnitHere(tokens: readonly Token[], at: number, { sentenceWords: { afterInches } }: MeasureWords): boolean {
  return isBreak(tokens[at + 1]) || afterInches.has(tokens[at + 1]?.raw ?? "");
}

/** "day 5", "week 2": time counts its unit before the number as well. */
function readTimeBefore(
  tokens: readonly Token[],
  at: number,
  words: MeasureWords,
): { readonly unit: string; readonly tokens: number } | undefined {
  const found = words.unitsByWord
    .get(tokens[at - 1]?.raw ?? "")
    ?.find(({ unit, raws }) => (unit === "d" || unit === "wk") && raws.length === 1);
  return found === undefined || found.raws[0]?.length === 1 ? undefined : { unit: found.unit, tokens: 0 };
}

/** The basis right after the unit, also in brackets or after "in": `µg/L FEU`, `µg/L (FEU)`, `ng/mL in D-dimer units`. */
function readBasis(
  tokens: readonly Token[],
  at: number,
  words: MeasureWords,
): { readonly basis: string; readonly tokens: number } | undefined {
  const bracket = ["(", "in"].includes(tokens[at]?.raw ?? "") ? 1 : 0;
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
