import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { Light, Lights } from "./context/light.ts";
import type { Reading } from "./readings.ts";
import { isSentenceEnd, type Token } from "./tokens.ts";
import type { Capture } from "./walk.ts";

export type Side = "left" | "right";

/** Stems of the words for each side, and the words as written whose followers belong to the other of two numbers. */
export type SideWords = Readonly<Record<Side | "betweenNumbers", ReadonlySet<string>>>;

export function sideOf(token: Token | undefined, words: SideWords): Side | undefined {
  if (token === undefined) return undefined;
  return words.left.has(token.stem) ? "left" : words.right.has(token.stem) ? "right" : undefined;
}

/**
 * The side that the text is about: the one said most often of the patient now, comparisons left out ("larger than the left").
 * With both sides affected it is the worse one.
 */
export function affectedSide(readings: readonly Reading[], feature: CaseFeature | undefined): Side | undefined {
  const named = readings.filter(
    ({ entry: { target }, light }) => light === undefined && target.kind === "states" && target.feature === feature,
  );
  // Which leg was scanned tells the affected one only where nothing else does.
  const imaging = readings.filter(isImaging);
  const isScanned = ({ from, to }: Reading) => imaging.some((scan) => scan.from < to && from < scan.to);
  const complained = named.filter((reading) => !isScanned(reading));
  return moreOften(complained) ?? moreOften(named);
}

function moreOften(named: readonly Reading[]): Side | undefined {
  const count = { left: 0, right: 0 };
  for (const { entry } of named)
    if (entry.target.kind === "states" && (entry.target.choice === "left" || entry.target.choice === "right"))
      count[entry.target.choice] += 1;
  return count.left === count.right ? undefined : count.left > count.right ? "left" : "right";
}

function isImaging({ entry: { target } }: Reading): boolean {
  return (target.kind === "states" || target.kind === "denies") && target.feature.cost === "imaging";
}

/** A side that is only compared with, or that a measurement of both sides names, does not say which side is affected. */
export function isOnlyCompared(reading: Reading, tokens: readonly Token[], lights: Lights, words: SideWords): boolean {
  const at = reading.at.find((index) => sideOf(tokens[index], words) !== undefined);
  const compared: Light = "compared";
  return at !== undefined && (lights[at]?.has(compared) ?? false);
}

/**
 * "Four weeks ago the right leg was scanned, all clear; now the left is swollen": imaging in a sentence that names only the other side.
 * Words known to mean nothing name none: of "the calf was left out" the left is no leg.
 */
export function isOfOtherSide(
  { entry, from, to, light }: Reading,
  affected: Side | undefined,
  { lights, idle }: { readonly lights: Lights; readonly idle: ReadonlySet<number> },
  tokens: readonly Token[],
  words: SideWords,
): boolean {
  const { target } = entry;
  if (affected === undefined || light !== undefined) return false;
  if ((target.kind !== "states" && target.kind !== "denies") || target.feature.cost !== "imaging") return false;
  const compared: Light = "compared";
  const sidesOf = (places: readonly number[]) =>
    new Set(
      places.flatMap((at) => (lights[at]?.has(compared) || idle.has(at) ? [] : (sideOf(tokens[at], words) ?? []))),
    );
  // The words of the reading themselves say it best: "swollen right calf, duplex of the left leg normal".
  const own = sidesOf(Array.from({ length: to - from }, (_, offset) => from + offset));
  const sides = own.size > 0 ? own : sidesOf(sentenceAround(from, to, tokens));
  return !sides.has(affected) && sides.size > 0;
}

/** Bounded: a hostile text is one sentence. */
const SENTENCE_REACH = 60;

function sentenceAround(from: number, to: number, tokens: readonly Token[]): readonly number[] {
  let first = from;
  while (first > 0 && from - first < SENTENCE_REACH && !isSentenceEnd(tokens[first - 1])) first -= 1;
  let end = to;
  while (end - to < SENTENCE_REACH && !isSentenceEnd(tokens[end])) end += 1;
  return Array.from({ length: end - first }, (_, offset) => first + offset);
}

/**
 * Puts a pair of measurements of both sides in order: the affected side's first. Sides named beside the numbers decide; without
 * them the larger number is the affected side's, since that is what a comparison of a swollen leg is written down for.
 */
export function orderPair(
  captures: readonly Capture[],
  tokens: readonly Token[],
  affected: Side | undefined,
  words: SideWords,
  ofOtherSide: ReadonlySet<string>,
): readonly Capture[] {
  const [own, other] = captures;
  if (!isPairOfSides(captures, ofOtherSide) || own === undefined || other === undefined) return captures;
  const ownSide = sideBeside(own, other, tokens, words);
  const otherSide = sideBeside(other, own, tokens, words);
  const swapped = [
    { ...own, measure: other.measure },
    { ...other, measure: own.measure },
  ];
  if (affected !== undefined && (ownSide !== undefined || otherSide !== undefined))
    return (ownSide ?? opposite(otherSide)) === affected ? captures : swapped;
  const larger = own.measure.value !== undefined && other.measure.value?.gt(own.measure.value);
  return larger ? swapped : captures;
}

function isPairOfSides(captures: readonly Capture[], ofOtherSide: ReadonlySet<string>): boolean {
  const features = new Set(captures.map(({ feature }) => feature));
  return captures.length === 2 && features.size === 2 && [...features].some((feature) => ofOtherSide.has(feature));
}

/**
 * Where the text names both sides and measures both ("left calf 41 cm, right calf 37 cm"), the side of the larger number is meant and
 * the other is only compared.
 */
export function withoutMeasuredSide(
  readings: readonly Reading[],
  feature: CaseFeature | undefined,
  tokens: readonly Token[],
  words: SideWords,
  ofOtherSide: ReadonlySet<string>,
): readonly Reading[] {
  const sideAt = (reading: Reading) => {
    const { target } = reading.entry;
    return target.kind === "states" && target.feature === feature && reading.light === undefined
      ? target.choice
      : undefined;
  };
  const named = new Set(readings.map(sideAt));
  if (!named.has("left") || !named.has("right")) return readings;
  const pair = readings.find(({ captures }) => isPairOfSides(captures, ofOtherSide));
  const [own, other] = pair?.captures ?? [];
  if (pair === undefined || own?.measure.value === undefined || other?.measure.value === undefined) return readings;
  const larger = own.measure.value.gte(other.measure.value) ? own : other;
  const side = sideBeside(larger, larger === own ? other : own, tokens, words);
  const inPair = ({ from, to }: Reading) => from >= pair.from - 1 && to <= pair.to + REACH;
  return readings.filter((reading) => side === undefined || sideAt(reading) !== opposite(side) || !inPair(reading));
}

function opposite(side: Side | undefined): Side | undefined {
  return side === undefined ? undefined : side === "left" ? "right" : "left";
}

const REACH = 6;

/** The side named nearest to a number, not reaching across the other number of the pair. */
function sideBeside(capture: Capture, other: Capture, tokens: readonly Token[], words: SideWords): Side | undefined {
  const { from, to } = capture.measure;
  const first = from < other.measure.from;
  // "R 37.5 L 34": a side right before the first number says that each stands before its own.
  const leads = sideOf(tokens[Math.min(from, other.measure.from) - 1], words) !== undefined;
  for (let distance = 1; distance <= REACH; distance += 1) {
    const before = from - distance;
    const after = to - 1 + distance;
    // "left 40 cm, right 36 cm" and "40 cm on the left, 36 cm on the right": what follows counts up to the comma.
    const inReachAfter = first
      ? after < other.measure.from && !hasBreak(tokens, to, after, words)
      : !hasBreak(tokens, to, after, words);
    const inReachBefore = first || before >= other.measure.to;
    // "3 cm bigger than left (41 against 38 cm)": the side compared with is not that of the number behind it.
    const compared = (at: number) => tokens[at - 1]?.raw === "than";
    const ownBracket = !opensBracketOfOther(tokens, to, after, first ? other.measure.from : after + REACH);
    const sideAfter = inReachAfter && ownBracket && !compared(after) ? sideOf(tokens[after], words) : undefined;
    const sideBefore = inReachBefore && !compared(before) ? sideOf(tokens[before], words) : undefined;
    const side = leads ? (sideBefore ?? sideAfter) : (sideAfter ?? sideBefore);
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
function hasBreak(tokens: readonly Token[], from: number, to: number, { betweenNumbers }: SideWords): boolean {
  return tokens
    .slice(from, to + 1)
    .some(({ kind, raw }) => (kind === "break" && raw !== "(") || betweenNumbers.has(raw));
}
