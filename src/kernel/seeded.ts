/**
 * Numbers from 0 up to, and without, 1, the same for the same seed: mulberry32 by Tommy Ettinger (public domain, gist.github.com/tommyettinger/46a874533244883189143505d203312c).
 * Good enough to draw by and for nothing secret.
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
