import type { Capture } from "../match/walk.ts";
import { namesSide } from "../phrases/phrase.ts";
import type { Reading } from "../readings/readings.ts";
import { isSomewhere } from "../text/stretch.ts";
import { isSentenceEnd, type Token } from "../text/tokens.ts";
import { opposite, type Side, type SidedText, sideAt } from "./sided-text.ts";

/** The captures of a reading, of a pair that compares both sides the affected side's first. */
export function orderedCaptures(reading: Reading, affected: Side | undefined, text: SidedText): readonly Capture[] {
  const pair = withUnitOfPair(reading.captures);
  // "37 to the right's 33.5": the phrase itself says which of its numbers is the other side's.
  return namesSide(reading.entry.phrase) ? pair : orderPair(pair, affected, text);
}

/** "37.9 and 35.0 cm": the unit written once holds for both. */
function withUnitOfPair(captures: readonly Capture[]): readonly Capture[] {
  if (captures.length !== 2) return captures;
  const unit = captures.map(({ measure }) => measure.unit).find((written) => written !== undefined);
  return captures.map((capture) => ({
    ...capture,
    measure: { ...capture.measure, unit: capture.measure.unit ?? unit },
  }));
}

/**
 * Sides named beside the numbers decide; without them the larger number is the affected side's, since that is what a comparison of a
 * swollen leg is written down for.
 */
function orderPair(captures: readonly Capture[], affected: Side | undefined, text: SidedText): readonly Capture[] {
  const [own, other] = captures;
  if (!isPairOfSides(captures, text) || own === undefined || other === undefined) return captures;
  const swapped = [
    { ...own, measure: other.measure },
    { ...other, measure: own.measure },
  ];
  const side = sideBeside(own, other, text) ?? opposite(sideBeside(other, own, text));
  if (affected !== undefined && side !== undefined) return side === affected ? captures : swapped;
  const larger = own.measure.value !== undefined && other.measure.value?.gt(own.measure.value);
  return larger ? swapped : captures;
}

function isPairOfSides(captures: readonly Capture[], { ofOtherSide }: SidedText): boolean {
  const features = new Set(captures.map(({ feature }) => feature));
  return captures.length === 2 && features.size === 2 && [...features].some((feature) => ofOtherSide.has(feature));
}

/** Words beside a number in which its side is looked for. */
const REACH = 6;

/**
 * Where the text names both sides and measures both ("left calf 41 cm, right calf 37 cm"), the side of the larger number is meant and
 * the other is only compared.
 */
export function withoutMeasuredSide(readings: readonly Reading[], text: SidedText): readonly Reading[] {
  const sideOf = ({ light, entry: { target } }: Reading) =>
    light === undefined && target.kind === "states" && target.feature === text.feature ? target.choice : undefined;
  const named = new Set(readings.map(sideOf));
  if (!named.has("left") || !named.has("right")) return readings;
  const pair = readings.find(({ captures }) => isPairOfSides(captures, text));
  const [own, other] = pair?.captures ?? [];
  if (pair === undefined || own?.measure.value === undefined || other?.measure.value === undefined) return readings;
  const isOwnLarger = own.measure.value.gte(other.measure.value);
  const side = isOwnLarger ? sideBeside(own, other, text) : sideBeside(other, own, text);
  const compared = opposite(side);
  const inPair = ({ from, to }: Reading) => from >= pair.from - 1 && to <= pair.to + REACH;
  return readings.filter((reading) => side === undefined || sideOf(reading) !== compared || !inPair(reading));
}

/** "Right versus left: 41 and 37 cm": the first of two sides in a row before both numbers, which is that of the first number. */
function rowOfSides(
  { measure, other }: { readonly measure: Capture["measure"]; readonly other: Capture["measure"] },
  text: SidedText,
): Side | undefined {
  const sides: Side[] = [];
  for (let at = measure.from - 1; at >= measure.from - REACH && !isSentenceEnd(text.tokens[at]); at -= 1) {
    const side = sideAt(at, text);
    if (side !== undefined) sides.unshift(side);
    // "Pain in the right calf, left 41 cm, right 37 cm": only what joins two sides may stand between them.
    else if (sides.length === 1 && !text.words.betweenNumbers.has(text.tokens[at]?.raw ?? "")) break;
  }
  const [first, second] = sides;
  const isNamedBetween = isSomewhere({ from: measure.to, to: other.from }, (at) => sideAt(at, text) !== undefined);
  return sides.length === 2 && first !== second && !isNamedBetween ? first : undefined;
}

/** The side named nearest to a number, not reaching across the other number of the pair. */
function sideBeside({ measure }: Capture, { measure: other }: Capture, text: SidedText): Side | undefined {
  const { tokens } = text;
  const isFirst = measure.from < other.from;
  const row = rowOfSides(isFirst ? { measure, other } : { measure: other, other: measure }, text);
  if (row !== undefined) return isFirst ? row : opposite(row);
  // "3 cm bigger than left (41 against 38 cm)": the side compared with is not that of the number behind it.
  const notCompared = (at: number) => (tokens[at - 1]?.raw === "than" ? undefined : sideAt(at, text));
  const ahead = (at: number) => (isFirst || at >= other.to ? notCompared(at) : undefined);
  // "left 40 cm, right 36 cm" and "40 cm on the left, 36 cm on the right": what follows counts up to the comma.
  const behind = (at: number) => {
    if ((isFirst && at >= other.from) || hasBreak(measure.to, at, text)) return undefined;
    return opensBracketOfOther(tokens, measure.to, at, isFirst ? other.from : at + REACH) ? undefined : notCompared(at);
  };
  // "R 37.5 L 34": a side right before the first number says that each stands before its own.
  const leads = sideAt(Math.min(measure.from, other.from) - 1, text) !== undefined;
  for (let distance = 1; distance <= REACH; distance += 1) {
    const [before, after] = [ahead(measure.from - distance), behind(measure.to - 1 + distance)];
    const side = leads ? (before ?? after) : (after ?? before);
    if (side !== undefined) return side;
  }
  return undefined;
}

/** "41 cm (left)" names the number's own side; "41 cm (right 37 cm)" that of the other number. */
function opensBracketOfOther(tokens: readonly Token[], to: number, side: number, end: number): boolean {
  const raws = (from: number, until: number) => tokens.slice(from, until).map(({ raw }) => raw);
  return raws(to, side).includes("(") && !raws(side, end).includes(")");
}

/** "R calf 41.5 cm vs L 37.5": what follows belongs to the other number. */
function hasBreak(from: number, to: number, { tokens, words }: SidedText): boolean {
  return tokens
    .slice(from, to + 1)
    .some(({ kind, raw }) => (kind === "break" && raw !== "(") || words.betweenNumbers.has(raw));
}
