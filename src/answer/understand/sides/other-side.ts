import type { Lights } from "../context/light.ts";
import { namesSide } from "../phrases/phrase.ts";
import { idleTokens, type Reading } from "../readings/readings.ts";
import { placesOf, widen } from "../text/stretch.ts";
import { isSentenceEnd } from "../text/tokens.ts";
import { isImaging } from "./affected-side.ts";
import { type Side, type SidedText, sideAt } from "./sided-text.ts";

/** Tokens of a sentence in which a side is looked for. */
const SENTENCE_REACH = 60;

/**
 * "Four weeks ago the right leg was scanned, all clear; now the left is swollen": imaging in a sentence that names only the other side.
 * `idle` are tokens of words that name no side: of "the calf was left out" the left is no leg.
 */
export function isOfOtherSide(
  reading: Reading,
  affected: Side | undefined,
  { lights, idle }: { readonly lights: Lights; readonly idle: ReadonlySet<number> },
  text: SidedText,
): boolean {
  if (affected === undefined || reading.light !== undefined || !isImaging(reading)) return false;
  const sidesOf = (places: readonly number[]) =>
    new Set(places.flatMap((at) => (lights[at]?.has("compared") || idle.has(at) ? [] : (sideAt(at, text) ?? []))));
  // The words of the reading themselves say it best: "swollen right calf, duplex of the left leg normal".
  const own = sidesOf(placesOf(reading));
  const sides = own.size > 0 ? own : sidesOf(placesOf(widen(reading, text.tokens, isSentenceEnd, SENTENCE_REACH)));
  return !sides.has(affected) && sides.size > 0;
}

/** Tokens of words that are known to mean nothing and name no side; "the left leg is normal" means nothing of the right one, and names a side. */
export function idleWithoutSide(readings: readonly Reading[]): ReadonlySet<number> {
  return idleTokens(readings.filter(({ entry: { phrase } }) => !namesSide(phrase)));
}
