import { type Conditions, keyOf, resultKey } from "../lexicon/conditions.ts";
import type { MatchedText } from "../match/matched-text.ts";
import { type Entry, isCondition } from "../phrases/entry.ts";
import { isIn, isSomewhere, widen } from "../text/stretch.ts";
import { isBreak } from "../text/tokens.ts";
import type { Reading } from "./readings.ts";

/** Words that may stand between a reading and what makes it say something else. */
const REACH = 6;

/**
 * Drops readings of a value whose conditions do not hold: the text holds none of the value's `onlyWith` phrases, or the reading's own clause
 * holds one of its `unless` phrases: "popliteal and tibial pulses are normal" is then no scan, and the feature stays unknown. The result of a test in a
 * clause of another occasion or person is put in that light.
 */
export function withoutUnmet(
  readings: readonly Reading[],
  text: MatchedText,
  { conditioned, results }: Conditions,
): readonly Reading[] {
  const held = new Set(readings.flatMap(({ entry }) => keyOf(entry, "onlyWith") ?? []));
  const voiding = Map.groupBy(readings, ({ entry }) => keyOf(entry, "unless"));
  const elsewhere = readings.filter(({ entry }) => entry.target.kind === "elsewhere");
  const isNear = (others: readonly Reading[], reading: Reading) =>
    others.some((other) => isInClause(other, reading, text));
  const said = readings.flatMap((reading): readonly Reading[] => {
    if (isCondition(reading.entry)) return [];
    const key = keyOf(reading.entry, "states");
    const isUnmet = key !== undefined && conditioned.has(key) && !held.has(key);
    if (isUnmet || (key !== undefined && isNear(voiding.get(key) ?? [], reading))) return [];
    return isResult(reading, results) && isNear(elsewhere, reading) ? [{ ...reading, light: "elsewhere" }] : [reading];
  });
  return withOutranked(said, results);
}

/**
 * What a reading of higher rank would have replaced does not come to life because that one is of another occasion: in "a complete scan was normal; when I
 * read it through, the calf was not part of it" no scan is complete.
 */
function withOutranked(readings: readonly Reading[], results: Conditions["results"]): readonly Reading[] {
  const taken = new Map<string, number>();
  for (const { entry, light } of readings) {
    if (light !== "elsewhere" || entry.target.kind !== "states") continue;
    const { id } = entry.target.feature;
    taken.set(id, Math.max(taken.get(id) ?? 0, rankOf(entry)));
  }
  return readings.map((reading) => {
    const { entry, light } = reading;
    const outranked = entry.target.kind === "states" && rankOf(entry) < (taken.get(entry.target.feature.id) ?? 0);
    return outranked && light === undefined && isResult(reading, results)
      ? { ...reading, light: "elsewhere" }
      : reading;
  });
}

function rankOf({ phrase: { marks } }: Entry): number {
  return marks.has("supersedes") ? 2 : marks.has("outranks") ? 1 : 0;
}

/** Of words that say that a result is not known ("?D-dimer last month"), and of those of alarm, it is no matter of which one. */
function isResult({ entry: { target, phrase } }: Reading, results: ReadonlySet<string>): boolean {
  if (target.kind !== "states" || phrase.marks.has("notKnown") || phrase.marks.has("alarm")) return false;
  return results.has(target.feature.id) || results.has(resultKey(target.feature.id, target.choice));
}

/**
 * Whether something of `other` stands within the reading, or near it with no break and no "but" between. What stands between two commas is an aside
 * in the clause around it: "the last report, from 2019, shows".
 */
function isInClause(other: Reading, reading: Reading, { tokens, dividers }: MatchedText): boolean {
  if (other.at.some((at) => isIn(at, reading))) return true;
  const between =
    other.from >= reading.to ? { from: reading.to, to: other.from } : { from: other.to, to: reading.from };
  if (between.to - between.from > REACH) return false;
  const isAside = isBetweenCommas(other, tokens);
  const opens = other.to <= reading.from;
  // "Last winter: duplex normal": what stands before a colon is told of what follows it.
  const isJoining = (at: number) => (isAside && tokens[at]?.raw === ",") || (opens && tokens[at]?.raw === ":");
  const isEnd = (at: number) => isBreak(tokens[at]) && !isJoining(at);
  return !isSomewhere(between, (at) => dividers.has(at) || isEnd(at));
}

/** Words of an aside before or behind those that matter: "from before the symptoms". */
const ASIDE_REACH = 3;

function isBetweenCommas(reading: Reading, tokens: MatchedText["tokens"]): boolean {
  const { from, to } = widen(reading, tokens, isBreak, ASIDE_REACH);
  return tokens[from - 1]?.raw === "," && tokens[to]?.raw === ",";
}
