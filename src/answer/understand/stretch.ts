import type { Token } from "./tokens.ts";

/** A stretch of tokens, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export function isIn(at: number, { from, to }: Stretch): boolean {
  return at >= from && at < to;
}

export function placesOf({ from, to }: Stretch): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
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
