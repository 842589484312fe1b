import { type MatchedText, NO_WORD } from "./matched-text.ts";
import { takeSequence, type WordStep } from "./step.ts";
import type { FiledSteps } from "./word-steps.ts";

/** Which words a text holds, and where; which steps it can hold, and where their words stand. */
export class Presence {
  /** The places of each word. */
  readonly places = new Map<number, number[]>();
  /** Steps of which the text holds all words of one sequence, wherever they stand. */
  readonly held: readonly number[];
  readonly #text: MatchedText;
  readonly #beginnings: (readonly number[])[] = [];

  constructor(text: MatchedText, filed: readonly FiledSteps[], steps: number) {
    this.#text = text;
    for (let at = 0; at < text.words.length; at += 1) {
      const word = text.words[at] ?? NO_WORD;
      if (word === NO_WORD) continue;
      const there = this.places.get(word);
      if (there === undefined) this.places.set(word, [at]);
      else there.push(at);
    }
    this.held = this.#findHeld(filed, steps);
  }

  #findHeld(filed: readonly FiledSteps[], steps: number): readonly number[] {
    const isHeld = new Uint8Array(steps);
    const held: number[] = [];
    const hold = (step: number) => {
      if (isHeld[step] === 1) return;
      isHeld[step] = 1;
      held.push(step);
    };
    for (const word of this.places.keys()) {
      const { byWord, bySequence } = filed[word] ?? NOTHING;
      for (const step of byWord) hold(step);
      for (const { step, words } of bySequence)
        if (isHeld[step] === 0 && words.every((one) => this.places.has(one))) hold(step);
    }
    return held;
  }

  /** Where the step's words stand; of a step that may be left out, where its first words do. */
  beginningsOf(step: WordStep): readonly number[] {
    const known = this.#beginnings[step.id];
    if (known !== undefined) return known;
    const found: number[] = [];
    for (const [first, sequences] of step.byFirst)
      for (const at of this.places.get(first) ?? [])
        if (step.optional || sequences.some((sequence) => takeSequence(sequence, at, this.#text) !== undefined))
          found.push(at);
    this.#beginnings[step.id] = found;
    return found;
  }
}

const NOTHING: FiledSteps = { byWord: [], bySequence: [] };
