import { distance } from "fastest-levenshtein";

/**
 * In words shorter than this only two letters in each other's place are forgiven, and in those one letter shorter a letter left out:
 * another slip makes another word of them.
 */
const SHORTEST_CORRECTED = 6;
const SHORTEST_SWAPPED = 4;
/** From this length on, two slips are forgiven. */
const TWO_SLIPS_FROM = 9;

/**
 * Finds the word that a misspelt one was meant to be. Only words that share the first letter are compared, since slips at the first
 * letter are rare and the comparison is what costs time.
 */
export class Vocabulary {
  readonly #stems: ReadonlySet<string>;
  readonly #byFirstLetter = new Map<string, { readonly word: string; readonly stem: string }[]>();

  /** `words` maps each written word to its stem; `never` lists stems of real words that resemble them. */
  constructor(words: ReadonlyMap<string, string>, never: ReadonlySet<string>) {
    this.#stems = new Set([...words.values(), ...never]);
    for (const [word, stem] of words) {
      if (word.length < SHORTEST_SWAPPED) continue;
      const bucket = this.#byFirstLetter.get(word.charAt(0));
      if (bucket === undefined) this.#byFirstLetter.set(word.charAt(0), [{ word, stem }]);
      else bucket.push({ word, stem });
    }
  }

  /** The stem to compare by: that of the nearest known word, or the word's own when nothing is near. */
  correct(word: string, stem: string): string {
    if (word.length < SHORTEST_SWAPPED || word.length > 30 || this.#stems.has(stem)) return stem;
    const swapsOnly = word.length < SHORTEST_CORRECTED;
    const allowed = word.length >= TWO_SLIPS_FROM ? 2 : 1;
    let best = { stem, slips: allowed + 1 };
    for (const known of this.#byFirstLetter.get(word.charAt(0)) ?? []) {
      if (Math.abs(known.word.length - word.length) > allowed) continue;
      const leftOut = word.length === SHORTEST_CORRECTED - 1 && known.word.length === SHORTEST_CORRECTED;
      if (swapsOnly && !leftOut && (known.word.length !== word.length || distance(word, known.word) === 1)) continue;
      if (!swapsOnly && known.word.length < SHORTEST_CORRECTED) continue;
      const slips = slipsBetween(word, known.word);
      if (slips < best.slips) best = { stem: known.stem, slips };
    }
    return best.stem;
  }
}

/** Edit distance in which two neighbouring letters changing places are one slip, as they are for a typist. */
function slipsBetween(written: string, known: string): number {
  const slips = distance(written, known);
  if (slips !== 2 || written.length !== known.length) return slips;
  const first = [...written].findIndex((letter, index) => letter !== known.charAt(index));
  const swapped =
    written.slice(0, first) + written.charAt(first + 1) + written.charAt(first) + written.slice(first + 2);
  return swapped === known ? 1 : slips;
}
