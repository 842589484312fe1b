import type { Token } from "./tokens.ts";

/** A stretch of tokens, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** All of the tokens. */
export function wholeOf({ length }: readonly Token[]): Stretch {
  return { from: 0, to: length };
}

/** Whether a place lies in a stretch. */
export function isIn(at: number, { from, to }: Stretch): boolean {
  return at >= from && at < to;
}

/** The places of a stretch, in order. */
export function placesOf({ from, to }: Stretch): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

/** Whether something holds at one of the places. */
export function isSomewhere({ from, to }: Stretch, holds: (at: number) => boolean): boolean {
  for (let at = from; at < to; at += 1) if (holds(at)) return true;
  return false;
}

/** What lies between the places that part the stretch, in order; where two of them meet there is nothing. */
export function cut({ from, to }: Stretch, parts: (at: number) => boolean): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && !parts(at)) continue;
    if (at > start) stretches.push({ from: start, to: at });
    start = at + 1;
  }
  return stretches;
}

/** The stretch with what stands around it, up to the next end on either side, and `reach` tokens at most: a hostile text is one sentence. */
export function widen(
  { from, to }: Stretch,
  tokens: readonly Token[],
  ends: (token: Token | undefined) => boolean,
  reach: number,
): Stretch {
  let first = from;
  while (first > 0 && from - first < reach && !ends(tokens[first - 1])) first -= 1;
  let last = to;
  while (last < tokens.length && last - to < reach && !ends(tokens[last])) last += 1;
  return { from: first, to: last };
}
