import type { Element } from "../phrases/phrase.ts";
import { NO_WORD } from "./matched-text.ts";
import type { NumberStep, Sequence, Step, WordStep } from "./step.ts";

/** A sequence of words that is filed under one of them, and the steps that it is one of. */
export interface FiledSequence {
  readonly others: Sequence;
  readonly steps: Int32Array;
}

type WordElement = Extract<Element, { readonly kind: "words" }>;

/** The words of a lexicon and the steps made of them, each with a number; steps of the same words are one, and so are those of the same number. */
export class WordSteps {
  readonly steps: WordStep[] = [];
  readonly #numbers = new Map<string, number>();
  /** By its words, and by the element of a phrase, which phrases share. */
  readonly #known = new Map<string, WordStep>();
  readonly #numberSteps = new Map<string, NumberStep>();
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
    if (element.kind === "bound")
      return this.#numberStep(
        `${element.ofYear ? "year " : ""}${element.operator} ${element.limit} ${element.unit}`,
        element,
      );
    if (element.kind === "number") {
      const feature = element.feature ?? own;
      return this.#numberStep(`${element.wanted} ${feature}`, { ...element, feature });
    }
    if (element.kind !== "words") return element;
    const step = this.#byElement.get(element) ?? this.#stepOf(element);
    this.#byElement.set(element, step);
    return step;
  }

  #numberStep(written: string, step: NumberStep): NumberStep {
    const known = this.#numberSteps.get(written) ?? step;
    this.#numberSteps.set(written, known);
    return known;
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

  /** For each word the sequences to look at in a text that holds it: each is filed under its word that stands in the fewest. */
  file(): readonly (readonly FiledSequence[])[] {
    const all = this.steps.flatMap(({ id, byFirst }) => [...byFirst.values()].flat().map((words) => ({ id, words })));
    const sequences = [...Map.groupBy(all, ({ words }) => words.join(" ")).values()];
    const uses = new Int32Array(this.words);
    const usesOf = (word: number) => uses[word] ?? 0;
    for (const [{ words } = NOTHING] of sequences) for (const word of words) uses[word] = usesOf(word) + 1;
    const filed: FiledSequence[][] = Array.from({ length: this.words }, () => []);
    for (const same of sequences) {
      const [{ words } = NOTHING] = same;
      const rarest = words.reduce((best, word) => (usesOf(word) < usesOf(best) ? word : best));
      filed[rarest]?.push({
        others: words.filter((word) => word !== rarest),
        steps: Int32Array.from(same, ({ id }) => id),
      });
    }
    return filed;
  }
}

const NOTHING: { readonly words: Sequence } = { words: [] };
