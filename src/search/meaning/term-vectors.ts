/** Numbers that say of a stem what company it keeps. */
export const DIMENSIONS = 64;

/** A stem of a text with what it counts there. */
export type WeighedPlace = readonly [stem: string, weight: number];

/**
 * What stems mean, told by the company they keep: stems that stand in like passages have like directions, whether or not they ever stand
 * together. Of each stem the direction alone is kept, a byte for each dimension.
 */
export class TermVectors {
  readonly stems: readonly string[];
  readonly bytes: Int8Array;
  readonly #rows: ReadonlyMap<string, number>;

  /** The bytes of each stem in the order of the stems. */
  constructor(stems: readonly string[], bytes: Int8Array) {
    if (bytes.length !== stems.length * DIMENSIONS) throw new Error("vectors and stems are not of one making");
    this.stems = stems;
    this.bytes = bytes;
    this.#rows = new Map(stems.map((stem, row) => [stem, row]));
  }

  /** The direction of a text, of length 1: that of its stems together, each by its weight. Absent when none of them is known. */
  directionOf(text: Iterable<WeighedPlace>): Float64Array | undefined {
    const sum = new Float64Array(DIMENSIONS);
    for (const [stem, weight] of text) {
      const row = this.#rows.get(stem);
      if (row === undefined) continue;
      const from = row * DIMENSIONS;
      for (let at = 0; at < DIMENSIONS; at++) sum[at] = (sum[at] ?? 0) + weight * (this.bytes[from + at] ?? 0);
    }
    const length = Math.sqrt(likeness(sum, sum));
    return length === 0 ? undefined : sum.map((value) => value / length);
  }
}

/** Of two directions the cosine of the angle between them: 1 for the same, about 0 for what has nothing in common. */
export function likeness(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
