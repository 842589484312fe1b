import type { BoundOperator } from "../phrases/phrase.ts";
import type { SentenceWords } from "../sentence-words.ts";

/** A unit as people write it. */
export interface Unit {
  readonly unit: string;
  readonly raws: readonly string[];
}

/** Token sequences of the language, ready to compare. */
export interface MeasureWords {
  readonly units: readonly Unit[];
  /** By their first word, the longest first. */
  readonly unitsByWord: ReadonlyMap<string, readonly Unit[]>;
  /** The longest first. */
  readonly bases: readonly { readonly basis: string; readonly raws: readonly string[] }[];
  readonly comparators: readonly { readonly operator: BoundOperator | "about"; readonly stems: readonly string[] }[];
  /** By their first stem. */
  readonly relativeTimes: ReadonlyMap<string, readonly { readonly days: number; readonly stems: readonly string[] }[]>;
  /** Words that multiply the number before them: hundred. */
  readonly scales: ReadonlyMap<string, number>;
  readonly sentenceWords: Pick<
    SentenceWords,
    "orMore" | "orLess" | "afterInches" | "changes" | "beforeOne" | "summing"
  >;
}
