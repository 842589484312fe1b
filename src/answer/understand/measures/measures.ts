import { type Decimal, decimal } from "../../../clinical/quantity.ts";
import type { BoundOperator } from "../phrases/phrase.ts";
import { isOneOf } from "../sentence-words.ts";
import { isTwofold } from "../text/numbers.ts";
import type { Token } from "../text/tokens.ts";
import { composeNumber } from "./compose-number.ts";
import type { MeasureWords } from "./measure-words.ts";
import { readBasis, readTimeBefore, readUnit, readUnitBehindBasis } from "./units.ts";

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
  /** Both ends of a range are one measure, without a value; one from nought has that of its end, as a bound. */
  readonly isRange?: boolean;
  /** A minus stands before it. */
  readonly isBelowZero?: boolean;
  /** Days since the end of the year that a bare number may be. */
  readonly yearEnded?: number | undefined;
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

/** What most numbers have not. */
const BARE = { relative: false, basis: undefined, comparator: undefined } as const;

function readRelativeTime(tokens: readonly Token[], at: number, words: MeasureWords): Measure | undefined {
  for (const { days, stems } of words.relativeTimes.get(tokens[at]?.stem ?? "") ?? []) {
    if (!stemsAt(tokens, at, stems)) continue;
    const to = at + stems.length;
    return {
      ...BARE,
      from: at,
      to,
      numberAt: at,
      numberTo: to,
      relative: true,
      value: decimal(days),
      raw: String(days),
      unit: "d",
    };
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
  const raw = half === 0 ? "1" : "0.5";
  return {
    ...BARE,
    from,
    to: numberTo + unit.tokens,
    numberAt: at,
    numberTo,
    value: decimal(raw),
    raw,
    unit: unit.unit,
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
  const upper = upperAt === undefined ? undefined : composeNumber(tokens, upperAt, words.scales);
  const numberTo = upperAt === undefined ? at + lower.tokens : upperAt + (upper?.tokens ?? 0);
  const after = upperAt === undefined ? lowerUnit : readUnit(tokens, numberTo, words);
  const behindBasis = after === undefined ? readUnitBehindBasis(tokens, numberTo, words) : undefined;
  const unit =
    after ?? behindBasis?.unit ?? readTimeBefore(tokens, at, words) ?? (upperAt === undefined ? undefined : lowerUnit);
  const afterUnit = numberTo + (after?.tokens ?? 0);
  const basis = behindBasis?.basis ?? readBasis(tokens, afterUnit, words);
  if (unit === undefined && upperAt === undefined && standsForThing(tokens, at, words)) return undefined;
  const before = readComparator(tokens, at, words);
  // "0 to 400" says what "up to 400" says.
  const upTo = lower.value?.number.eq(0) && before.operator === undefined ? upper?.value : undefined;
  const isRange = upperAt !== undefined;
  const number = upTo ?? (isRange ? undefined : lower.value);
  const isBelowZero = before.operator === undefined && unit === undefined && isMinus(tokens, at);
  return {
    from: isBelowZero ? at - 1 : before.from,
    to: afterUnit + (basis?.tokens ?? 0) + (behindBasis?.unit.tokens ?? 0),
    isBelowZero,
    numberAt: at,
    numberTo,
    relative: false,
    value: number === undefined || isTwofold(number.raw, unit?.unit) ? undefined : number.number,
    isRange,
    ...(unit === undefined && !isRange && token.yearEnded !== undefined ? { yearEnded: token.yearEnded } : {}),
    raw: upTo?.raw ?? token.number.raw,
    unit: unit?.unit,
    basis: basis?.basis,
    comparator: before.operator ?? (upTo ? "<=" : isRange ? undefined : readBoundAfter(tokens, afterUnit, words)),
  };
}

/** "D-dimer, first one, not back yet", "the other one": a thing, and no number. */
function standsForThing(tokens: readonly Token[], at: number, { sentenceWords: { beforeOne } }: MeasureWords): boolean {
  return tokens[at]?.raw === "one" && isOneOf(beforeOne, tokens[at - 1]);
}

/** "Minus two", "-2": a dash that stands before a number and behind no other. */
function isMinus(tokens: readonly Token[], at: number): boolean {
  const [before, sign, number] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (sign?.raw === "minus") return true;
  return sign?.raw === "-" && sign.kind === "break" && sign.end === number?.start && before?.number === undefined;
}

/** "3 cm or more", "500 or below", "410+": the bound may follow its number. */
function readBoundAfter(
  tokens: readonly Token[],
  at: number,
  { sentenceWords: { orMore, orLess } }: MeasureWords,
): BoundOperator | undefined {
  if (tokens[at]?.raw === "+" && tokens[at]?.glued && tokens[at + 1]?.number === undefined) return ">=";
  if (tokens[at]?.raw !== "or") return undefined;
  return isOneOf(orMore, tokens[at + 1]) ? ">=" : isOneOf(orLess, tokens[at + 1]) ? "<=" : undefined;
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
  if (tokens[at - 1]?.raw === "from" && isOneOf(changes, tokens[at - 2])) return undefined;
  const joins = join === "to" || (join === "and" && tokens[at - 1]?.raw === "between");
  return joins && ascends(tokens[at], tokens[afterUnit + 1]) ? afterUnit + 1 : undefined;
}

function ascends(lower: Token | undefined, upper: Token | undefined): boolean {
  const [from, to] = [lower?.number?.value, upper?.number?.value];
  return from !== undefined && to !== undefined && decimal(from).lt(to);
}

function readComparator(
  tokens: readonly Token[],
  at: number,
  words: MeasureWords,
): { readonly from: number; readonly operator: BoundOperator | undefined } {
  for (const { operator, stems } of words.comparators) {
    const from = at - stems.length;
    // "Adds up to 2" comes to it.
    if (isOneOf(words.sentenceWords.summing, tokens[from - 1])) continue;
    if (from >= 0 && stemsAt(tokens, from, stems))
      return { from, operator: operator === "about" ? undefined : operator };
  }
  return { from: at, operator: undefined };
}

function stemsAt(tokens: readonly Token[], at: number, stems: readonly string[]): boolean {
  return stems.every((stem, index) => tokens[at + index]?.stem === stem);
}
