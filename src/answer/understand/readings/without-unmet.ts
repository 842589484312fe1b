import { type Conditions, keyOf, resultKey } from "../lexicon/conditions.ts";
import type { MatchedText } from "../match/matched-text.ts";
import { isCondition } from "../phrases/entry.ts";
import { isBreak, type Token } from "../text/tokens.ts";
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
  const held = new Set(readings.flatMap((reading) => keyOf(reading.entry, "onlyWith") ?? []));
  const voiding = Map.groupBy(
    readings.filter((reading) => keyOf(reading.entry, "unless") !== undefined),
    (reading) => keyOf(reading.entry, "unless"),
  );
  const elsewhere = readings.filter(({ entry }) => entry.target.kind === "elsewhere");
  const isElsewhere = (reading: Reading) => elsewhere.some((other) => isInClause(other, reading, text));
  const said = readings.map((reading) =>
    isResult(reading, results) && isElsewhere(reading) ? { ...reading, light: "elsewhere" as const } : reading,
  );
  return said.filter((reading) => {
    if (isCondition(reading.entry)) return false;
    const key = keyOf(reading.entry, "states");
    if (key === undefined) return true;
    if (conditioned.has(key) && !held.has(key)) return false;
    return !(voiding.get(key) ?? []).some((other) => isInClause(other, reading, text));
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
  if (other.at.some((at) => at >= reading.from && at < reading.to)) return true;
  const [from, to] = other.from >= reading.to ? [reading.to, other.from] : [other.to, reading.from];
  if (to - from > REACH) return false;
  const isAside = isBetweenCommas(other, tokens);
  for (let at = from; at < to; at += 1) {
    if (dividers.has(at) || (isBreak(tokens[at]) && !(isAside && isComma(tokens[at])))) return false;
  }
  return true;
}

/** Words of an aside before or behind those that matter: "from before the symptoms". */
const ASIDE_REACH = 3;

function isBetweenCommas({ from, to }: Reading, tokens: MatchedText["tokens"]): boolean {
  let start = from - 1;
  while (from - start <= ASIDE_REACH && !isBreak(tokens[start])) start -= 1;
  let end = to;
  while (end - to < ASIDE_REACH && !isBreak(tokens[end])) end += 1;
  return isComma(tokens[start]) && isComma(tokens[end]);
}

function isComma(token: Token | undefined): boolean {
  return token?.raw === ",";
}
