import type { WordsOfSentences } from "./sentences.ts";
import type { FiledSequence, WordSteps } from "./word-steps.ts";

/** In which sentences each step can stand: those that have all words of one of its sequences, wherever they stand. */
export class HeldSteps {
  readonly #filed: readonly (readonly FiledSequence[])[];
  /** In which sentences each word stands, and each step can; written over for each text. */
  readonly #ofWord: Int32Array;
  readonly #ofStep: Int32Array;

  constructor(words: WordSteps) {
    this.#filed = words.file();
    this.#ofWord = new Int32Array(words.words);
    this.#ofStep = new Int32Array(words.steps.length);
  }

  /** The sentences that hold the step, as bits. */
  sentencesWith(step: number): number {
    return this.#ofStep[step] ?? 0;
  }

  /** Whether any of the sentences has the word. */
  hasWord(word: number): boolean {
    return this.#ofWord[word] !== 0;
  }

  read(there: WordsOfSentences): void {
    const [ofWord, ofStep] = [this.#ofWord.fill(0), this.#ofStep.fill(0)];
    for (const [word, { sentences }] of there) ofWord[word] = sentences;
    for (const word of there.keys())
      for (const { others, steps } of this.#filed[word] ?? []) {
        let sentences = ofWord[word] ?? 0;
        for (const other of others) sentences &= ofWord[other] ?? 0;
        if (sentences !== 0) for (const step of steps) ofStep[step] = (ofStep[step] ?? 0) | sentences;
      }
  }
}
