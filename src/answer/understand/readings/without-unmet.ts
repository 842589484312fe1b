import { type Conditions, keyOf, resultKey } from "../lexicon/conditions.ts";
import type { MatchedText } from "../match/matched-text.ts";
import { isCondition } from "../phrases/entry.ts";
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
  return readings.flatMap((reading): readonly Reading[] => {
    if (isCondition(reading.entry)) return [];
    const key = keyOf(reading.entry, "states");
    const isUnmet = key !== undefined && conditioned.has(key) && !held.has(key);
    if (isUnmet || (key !== undefined && isNear(voiding.get(key) ?? [], reading))) return [];
    return isResult(reading, results) && isNear(elsewhere, reading) ? [{ ...reading, light: "elsewhere" }] : [reading];
  });
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
  const isEnd = (at: number) => isBreak(tokens[at]) && !(isAside && tokens[at]?.raw === ",");
  return !isSomewhere(between, (at) => dividers.has(at) || isEnd(at));
}

/** Words of an aside before or behind those that matter: "from before the symptoms". */
const ASIDE_REACH = 3;

function isBetweenCommas(reading: Reading, tokens: MatchedText["tokens"]): boolean {
  const { from, to } = widen(reading, tokens, isBreak, ASIDE_REACH);
  return tokens[from - 1]?.raw === "," && tokens[to]?.raw === ",";
}
