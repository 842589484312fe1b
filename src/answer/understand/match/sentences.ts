import { isSentenceEnd } from "../text/tokens.ts";
import { type MatchedText, NO_WORD } from "./matched-text.ts";

/** Where a word stands in some sentences, and in which of them, each of them a bit. */
export interface PlacesOfWord {
  readonly sentences: number;
  readonly places: readonly number[];
}

/** The words of up to 32 sentences. */
export type WordsOfSentences = ReadonlyMap<number, PlacesOfWord>;

/** The bits of all sentences. */
export const ALL_SENTENCES = -1;
const MOST_SENTENCES = 32;

/** The words of the sentences of a text that hold any, 32 sentences at a time: no phrase reaches across the end of one. The bit of each token's sentence is put into `sentenceAt`. */
export function sentencesOf({ words, tokens }: MatchedText, sentenceAt: Int32Array): readonly WordsOfSentences[] {
  const all: WordsOfSentences[] = [];
  let there = new Map<number, { sentences: number; readonly places: number[] }>();
  let sentence = 0;
  let isEmpty = true;
  for (let at = 0; at < words.length; at += 1) {
    if (isSentenceEnd(tokens[at]) && !isEmpty) {
      sentence = (sentence + 1) % MOST_SENTENCES;
      isEmpty = true;
    }
    const word = words[at] ?? NO_WORD;
    if (word === NO_WORD) continue;
    if (isEmpty && sentence === 0) {
      there = new Map();
      all.push(there);
    }
    isEmpty = false;
    const bit = 1 << sentence;
    sentenceAt[at] = bit;
    const known = there.get(word);
    if (known === undefined) there.set(word, { sentences: bit, places: [at] });
    else {
      known.sentences |= bit;
      known.places.push(at);
    }
  }
  return all;
}
