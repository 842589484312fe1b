import type { Light, Lights } from "../context/light.ts";
import type { Capture, Match } from "../match/walk.ts";
import type { Entry } from "../phrases/entry.ts";
import { tokensOf } from "../text/by-token.ts";
import type { Stretch } from "../text/stretch.ts";
import { lightOf } from "./light-of.ts";

/** A phrase of the lexicon found as a whole, with the light in which the text says it. */
export interface Reading extends Stretch {
  readonly entry: Entry;
  readonly at: readonly number[];
  readonly captures: readonly Capture[];
  readonly light: Light | undefined;
  /** Follows from measures, and counts only where nothing but values of this list is said of its feature. */
  readonly against?: readonly string[];
}

/** Whole phrases with their light; joined phrases only where every part is said as the phrase wants it. */
export function readingsOf(matches: readonly Match[], lights: Lights): readonly Reading[] {
  const readings: Reading[] = [];
  const joined: Match[] = [];
  for (const match of matches)
    if (match.entry.phrase.parts.length > 1) joined.push(match);
    else readings.push({ ...match, light: lightOf(match, lights) });
  for (const [entry, parts] of Map.groupBy(joined, ({ entry }) => entry)) {
    const together = joinParts(entry, parts, lights);
    if (together !== undefined) readings.push(together);
  }
  return readings.sort((left, right) => left.from - right.from || right.to - left.to);
}

function joinParts(entry: Entry, matches: readonly Match[], lights: Lights): Reading | undefined {
  const chosen: Match[] = [];
  for (const part of entry.phrase.parts) {
    if (part.absent && matches.some((match) => match.part === part)) return undefined;
    if (part.absent) continue;
    const found = matches.find(
      (match) => match.part === part && lightOf(match, lights) === (part.whenDenied ? "denied" : undefined),
    );
    if (found === undefined) return undefined;
    chosen.push(found);
  }
  const at = chosen.flatMap((match) => match.at);
  return {
    entry,
    from: Math.min(...at),
    to: Math.max(...at) + 1,
    at,
    captures: chosen.flatMap((match) => match.captures),
    light: undefined,
  };
}

/** Tokens of words that are known to mean nothing here. */
export function idleTokens(readings: readonly Reading[]): ReadonlySet<number> {
  return tokensOf(readings.filter(({ entry }) => entry.target.kind === "idle"));
}
