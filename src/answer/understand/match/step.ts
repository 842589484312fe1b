import type { EntryPart } from "../phrases/entry.ts";
import type { Element } from "../phrases/phrase.ts";
import type { MatchedText } from "./matched-text.ts";

/** A sequence of words, each by its number. */
export type Sequence = readonly number[];

type OfKind<Kind extends Element["kind"]> = Extract<Element, { readonly kind: Kind }>;

/** One step of a phrase with its words as numbers, so that comparing them is comparing integers. */
export type Step =
  | OfKind<"gap" | "bound" | "bracket" | "side">
  /** A number of the feature that the step names, or else of the phrase's own. */
  | (OfKind<"number"> & { readonly feature: string })
  | {
      readonly kind: "words";
      /** The same words in another phrase have the same number, so that where a text holds them is asked once. */
      readonly id: number;
      readonly byFirst: ReadonlyMap<number, readonly Sequence[]>;
      readonly optional: boolean;
      readonly alone: boolean;
    };

export type WordStep = Extract<Step, { readonly kind: "words" }>;
export type NumberStep = Extract<Step, { readonly kind: "number" | "bound" }>;

/** A part of a phrase as the matcher looks for it. */
export interface NumberedPart extends EntryPart {
  readonly steps: readonly Step[];
  /** Runs of words that must stand near those of `steps`, in any order. */
  readonly near: readonly (readonly Step[])[];
  /** How many numbers of the text it takes for itself. */
  readonly numbers: number;
  /** It means the affected side or the opposite one, and is not found before that is known. */
  readonly needsSide: boolean;
  /** It is one word, of several that may stand for it. */
  readonly isOneWord: boolean;
  /** Its place in the lexicon, and those of all parts that its phrase cannot do without. */
  readonly place: number;
  readonly required: readonly number[];
  /** What it says where its phrase is not whole, if that is no more than others say (`Mentions`). */
  readonly mention: number | undefined;
}

/** Small words that may stand between two words of a phrase. */
export const MAX_SKIPPED = 5;

/** Says that a sequence does not stand at a place. */
export const NOT_THERE = -1;

/**
 * The place behind a sequence that stands at this one, or `NOT_THERE`. Its tokens, without the small words between them, are put into `taken`
 * from `count` on, and no list is made for each try: most sequences do not stand where they are tried.
 */
export function takeSequence(
  sequence: Sequence,
  at: number,
  { words, skippable }: MatchedText,
  taken: number[],
  count: number,
): number {
  let here = at;
  for (let index = 0; index < sequence.length; index += 1) {
    const word = sequence[index];
    for (
      let skipped = 0;
      index > 0 && skipped < MAX_SKIPPED && words[here] !== word && skippable.has(here);
      skipped += 1
    )
      here += 1;
    if (words[here] !== word) return NOT_THERE;
    taken[count + index] = here;
    here += 1;
  }
  return here;
}
