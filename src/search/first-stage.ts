import { PostingCursor } from "./postings.ts";

/** What the first stage ranks with: plain BM25 over the fields run together, each occurrence in a title or a subject as so many. */
export const FIRST_STAGE = { k1: 1.2, b: 0.75, title: 3, subjects: 3 } as const;

/** Where passages have left the index, so many times more are looked at. */
const WIDEN = 4;

/** A stem of the question with the passages that hold it, in one or more lists. */
export interface StemPostings {
  /** Of the stem in the question, with its rarity. */
  readonly weight: number;
  readonly lists: readonly Uint8Array[];
}

/**
 * Ranks passages by BM25 over the postings of some stems. Sums lie in one array with a place for each slot, which is kept from question to
 * question and cleared where it was written, so that nothing grows with the corpus but that array.
 */
export class FirstStage {
  #sums = new Float64Array(0);

  /**
   * What `take` makes of the slots, best first, of equal ones the one that was put in first, until there are `limit`. It leaves out those whose
   * passage has left the index.
   */
  best<T>(
    stems: readonly StemPostings[],
    meanLength: number,
    limit: number,
    take: (slots: readonly number[]) => readonly T[],
  ): readonly T[] {
    const touched: number[] = [];
    for (const { weight, lists } of stems)
      for (const list of lists) this.#addUp(weight, list, meanLength || 1, touched);
    const taken: T[] = [];
    let looked = 0;
    for (let want = limit; taken.length < limit && looked < touched.length; want *= WIDEN) {
      const ranked = bestOf(touched, this.#sums, want);
      taken.push(...take(ranked.slice(looked)));
      looked = ranked.length;
    }
    for (const slot of touched) this.#sums[slot] = 0;
    return taken.slice(0, limit);
  }

  #addUp(weight: number, list: Uint8Array, meanLength: number, touched: number[]): void {
    const { k1, b } = FIRST_STAGE;
    const cursor = new PostingCursor(list);
    while (cursor.next()) {
      const { slot, frequency, length } = cursor;
      if (slot >= this.#sums.length) this.#makeRoom(slot);
      const before = this.#sums[slot] ?? 0;
      if (before === 0) touched.push(slot);
      const norm = k1 * (1 - b + (b * length) / meanLength);
      this.#sums[slot] = before + (weight * frequency * (k1 + 1)) / (frequency + norm);
    }
  }

  #makeRoom(slot: number): void {
    const sums = new Float64Array(2 * (slot + 1));
    sums.set(this.#sums);
    this.#sums = sums;
  }
}

/** The slots with the greatest sums, in their order. Sums in a typed array are sorted without a call for each pair; few slots are left then. */
function bestOf(touched: readonly number[], sums: Float64Array, want: number): readonly number[] {
  const sumOf = (slot: number) => sums[slot] ?? 0;
  const sorted = new Float64Array(touched.length);
  for (let at = 0; at < touched.length; at++) sorted[at] = sumOf(touched[at] ?? 0);
  sorted.sort();
  const least = sorted[Math.max(0, sorted.length - want)] ?? 0;
  const best = touched.filter((slot) => sumOf(slot) >= least);
  return best.sort((a, b) => sumOf(b) - sumOf(a) || a - b).slice(0, want);
}
