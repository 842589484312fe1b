import type { WeighedTerm } from "../../search/score-candidates.ts";
import { isAdded } from "../../search/score-candidates.ts";
import type { Cues } from "./cues.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** What two sentences say opposite things of: what happens, or what should be done. */
export type Opposition = "direction" | "advice";

interface Spoken {
  readonly read: ReadSentence;
  readonly terms: readonly WeighedTerm[];
}

/** Less of the question in common, and two sentences need not speak of the same. */
const SAME_SUBJECT_FROM = 0.6;

/**
 * Whether two sentences that hold most of the same words of the question say opposite things, by the words of
 * `library/quoting-words.yaml`. A sign to read both, and no more: words alone do not tell a contradiction from a different dose or group.
 */
export function oppositionOf(one: Spoken, other: Spoken, cues: Cues): Opposition | undefined {
  if (sharedWeight(one, other) < SAME_SUBJECT_FROM) return undefined;
  const advice = differ(adviceOf(one, cues), adviceOf(other, cues));
  if (advice) return "advice";
  return differ(directionOf(one, cues), directionOf(other, cues)) ? "direction" : undefined;
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function adviceOf({ read: { spoken } }: Spoken, { advice }: Cues): "against" | "favour" | undefined {
  if (advice.against.isIn(spoken)) return "against";
  return advice.favour.isIn(spoken) ? "favour" : undefined;
}

/** A sentence that names both directions leaves it open which of them is meant. */
function directionOf({ read: { spoken } }: Spoken, { directions }: Cues): keyof Cues["directions"] | undefined {
  if (directions.unchanged.isIn(spoken)) return "unchanged";
  const up = directions.up.isIn(spoken);
  const down = directions.down.isIn(spoken);
  if (up === down) return undefined;
  return up ? "up" : "down";
}

/** Share of the question's weight that both sentences hold. */
function sharedWeight(one: Spoken, other: Spoken): number {
  let whole = 0;
  let shared = 0;
  for (const { stem, weight, idf, origin } of one.terms) {
    if (isAdded(origin)) continue;
    whole += weight * idf;
    if (one.read.holds.has(stem) && other.read.holds.has(stem)) shared += weight * idf;
  }
  return whole === 0 ? 0 : shared / whole;
}
