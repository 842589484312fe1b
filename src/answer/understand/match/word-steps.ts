import type { Element } from "../phrases/phrase.ts";
import { NO_WORD } from "./matched-text.ts";
import type { Sequence, Step, WordStep } from "./step.ts";

/** A sequence of several words, and the step that it is one of. */
export interface FiledSequence {
  readonly step: number;
  readonly words: Sequence;
}

/** What is looked up by a word of a text. */
export interface FiledSteps {
  /** Steps that the word alone is enough for. */
  readonly byWord: readonly number[];
  readonly bySequence: readonly FiledSequence[];
}

type WordElement = Extract<Element, { readonly kind: "words" }>;

/** The words of a lexicon and the steps made of them, each with a number; steps of the same words are one. */
export class WordSteps {
  readonly steps: WordStep[] = [];
  readonly #numbers = new Map<string, number>();
  /** By its words, and by the element of a phrase, which phrases share. */
  readonly #known = new Map<string, WordStep>();
  readonly #byElement = new Map<WordElement, WordStep>();

  get words(): number {
    return this.#numbers.size;
  }

  /** The number of a word, or one that no phrase holds. */
  numberOf(stem: string): number {
    return this.#numbers.get(stem) ?? NO_WORD;
  }

  /** `own`: the feature of which a number is where its step names none. */
  toStep(element: Element, own: string): Step {
    if (element.kind === "number") return { ...element, feature: element.feature ?? own };
    if (element.kind !== "words") return element;
    const step = this.#byElement.get(element) ?? this.#stepOf(element);
    this.#byElement.set(element, step);
    return step;
  }

  #stepOf({ optional, alone, byFirst }: WordElement): WordStep {
    const written = `${optional} ${alone} ${[...byFirst.values()]
      .flat()
      .map((stems) => stems.join("_"))
      .join("|")}`;
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const numbered = [...byFirst].map(
      ([first, alternatives]) =>
        [this.toNumber(first), alternatives.map((stems) => stems.map((stem) => this.toNumber(stem)))] as const,
    );
    const step: WordStep = { kind: "words", id: this.steps.length, byFirst: new Map(numbered), optional, alone };
    this.steps.push(step);
    this.#known.set(written, step);
    return step;
  }

  /** The number of a word that a phrase is written with. */
  toNumber(stem: string): number {
    const known = this.#numbers.get(stem);
    if (known !== undefined) return known;
    this.#numbers.set(stem, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** For each word the steps to look at in a text that holds it: a sequence of several words is filed under the one that stands in the fewest. */
  file(): readonly FiledSteps[] {
    const filed = Array.from({ length: this.words }, () => ({
      byWord: [] as number[],
      bySequence: [] as FiledSequence[],
    }));
    const sequences = this.steps.flatMap(({ id, byFirst }) =>
      [...byFirst.values()].flat().map((words) => ({ step: id, words })),
    );
    const uses = new Int32Array(this.words);
    const usesOf = (word: number) => uses[word] ?? 0;
    for (const { words } of sequences) for (const word of words) uses[word] = usesOf(word) + 1;
    for (const { step, words } of sequences) {
      const rarest = words.reduce((best, word) => (usesOf(word) < usesOf(best) ? word : best));
      if (words.length === 1) filed[rarest]?.byWord.push(step);
      else filed[rarest]?.bySequence.push({ step, words });
    }
    return filed;
  }
}
