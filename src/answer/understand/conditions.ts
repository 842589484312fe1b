import type { TopicWords } from "../../library/model/words.ts";
import { type Entry, isCondition } from "./entry.ts";
import type { MatchedText } from "./matched-text.ts";
import type { Reading } from "./readings.ts";
import { isBreak, type Token } from "./tokens.ts";

/** Words that may stand between a reading and what makes it say something else. */
const REACH = 6;

/** What readings depend on besides their own words. */
export interface Conditions {
  /** Values that are read only where the text holds one of their `onlyWith` phrases. */
  readonly conditioned: ReadonlySet<string>;
  /** Results of tests: values, or features with all their values. */
  readonly results: ReadonlySet<string>;
}

export function conditionsOf(entries: readonly Entry[], words: TopicWords): Conditions {
  return {
    conditioned: new Set(entries.flatMap((entry) => keyOf({ entry }, "onlyWith") ?? [])),
    results: new Set(
      [...words].flatMap(([feature, { results }]) => {
        if (results === undefined) return [];
        return results === "every" ? [feature] : [...results, undefined].map((choice) => resultKey(feature, choice));
      }),
    ),
  };
}

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
  const held = new Set(readings.flatMap((reading) => keyOf(reading, "onlyWith") ?? []));
  const voiding = Map.groupBy(
    readings.filter((reading) => keyOf(reading, "unless") !== undefined),
    (reading) => keyOf(reading, "unless"),
  );
  const elsewhere = readings.filter(({ entry }) => entry.target.kind === "elsewhere");
  const isElsewhere = (reading: Reading) => elsewhere.some((other) => isInClause(other, reading, text));
  const said = readings.map((reading) =>
    isResult(reading, results) && isElsewhere(reading) ? { ...reading, light: "elsewhere" as const } : reading,
  );
  return withOutranked(said, results).filter((reading) => {
    if (isCondition(reading.entry)) return false;
    const key = keyOf(reading, "states");
    if (key === undefined) return true;
    if (conditioned.has(key) && !held.has(key)) return false;
    return !(voiding.get(key) ?? []).some((other) => isInClause(other, reading, text));
  });
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

/** A value of a feature, or that the test is mentioned with a result that is none of the values ("duplex normal"). */
function resultKey(feature: string, choice: string | undefined): string {
  return `${feature} ${choice ?? "mentioned"}`;
}

/** Of words that say that a result is not known ("?D-dimer last month"), and of those of alarm, it is no matter of which one. */
function isResult({ entry: { target, phrase } }: Reading, results: ReadonlySet<string>): boolean {
  if (target.kind !== "states" || phrase.marks.has("notKnown") || phrase.marks.has("alarm")) return false;
  return results.has(target.feature.id) || results.has(resultKey(target.feature.id, target.choice));
}

function keyOf(
  { entry: { target } }: Pick<Reading, "entry">,
  kind: "states" | "onlyWith" | "unless",
): string | undefined {
  if (target.kind !== kind) return undefined;
  const value = target.choice ?? (target.feature.type.kind === "truth" ? "yes" : undefined);
  return value === undefined ? undefined : `${target.feature.id} ${value}`;
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
  const opens = other.to <= reading.from;
  for (let at = from; at < to; at += 1) {
    // "Last winter: duplex normal": what stands before a colon is told of what follows it.
    const isJoining = (isAside && isComma(tokens[at])) || (opens && tokens[at]?.raw === ":");
    if (dividers.has(at) || (isBreak(tokens[at]) && !isJoining)) return false;
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
