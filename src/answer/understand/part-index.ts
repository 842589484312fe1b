import type { Entry, EntryPart } from "./entry.ts";
import { type MatchedText, NO_WORD } from "./matched-text.ts";
import type { Element, Part } from "./phrase.ts";

/** A sequence of words, each by its number. */
export type Sequence = readonly number[];

/** One step of a phrase with its words as numbers, so that comparing them is comparing integers. */
export type Step =
  | Exclude<Element, { readonly kind: "words" }>
  | {
      readonly kind: "words";
      /** The same words in another phrase have the same number, so that whether a text holds them is asked once. */
      readonly id: number;
      readonly byFirst: ReadonlyMap<number, readonly Sequence[]>;
      readonly optional: boolean;
      readonly alone: boolean;
    };

type WordStep = Extract<Step, { readonly kind: "words" }>;

/** A part of a phrase as the matcher looks for it. */
export interface NumberedPart extends EntryPart {
  readonly steps: readonly Step[];
  /** Runs of words that must stand near those of `steps`, in any order. */
  readonly near: readonly (readonly Step[])[];
  /** How many numbers of the text it takes for itself. */
  readonly numbers: number;
  /** It means the affected side or the opposite one, and is not found before that is known. */
  readonly needsSide: boolean;
}

/** A place where a part may begin. */
export interface Candidate {
  readonly part: NumberedPart;
  readonly at: number;
}

/**
 * Finds which parts of phrases a text can hold at all. Each part is filed under its rarest words, so that a text calls up only parts whose
 * rarest words it holds, not every part that begins with "leg" (a start index over a set of patterns, as in Aho and Corasick 1975, but by the
 * rarest element instead of the first, since gaps and optional words leave no common prefix worth sharing).
 * INVARIANT: a part that matches anywhere in a text is called up for it: a match consumes one sequence of every step that is not optional.
 */
export class PartIndex {
  readonly parts: readonly NumberedPart[];
  readonly #numbers = new Map<string, number>();
  readonly #steps = new Map<string, WordStep>();
  /** For each word, the parts filed under it, by their place in `parts`. */
  readonly #filed: number[][] = [];
  /** Parts without a word that must stand there: they begin with a number or a side. */
  readonly #unfiled: number[] = [];
  readonly #sides: readonly number[];

  constructor(entries: readonly Entry[], sides: readonly string[]) {
    this.#sides = sides.map((stem) => this.#number(stem));
    this.parts = entries.flatMap((entry) => entry.phrase.parts.map((part) => this.#numbered(entry, part)));
    this.#file();
  }

  /** The number of a word, or one that no phrase holds. */
  numberOf(stem: string): number {
    return this.#numbers.get(stem) ?? NO_WORD;
  }

  /** Places where a part may begin, in the order of the text; at one place, in the order of the lexicon, numbers last. */
  candidatesIn(text: MatchedText): readonly Candidate[] {
    const presence = new Presence(text, this.#numbers.size, this.#steps.size);
    const called = new Set(this.#unfiled);
    for (const word of presence.places.keys()) for (const place of this.#filed[word] ?? []) called.add(place);
    const beginning: Candidate[][] = text.tokens.map(() => []);
    const withNumber: Candidate[] = [];
    for (const place of Int32Array.from(called).sort()) {
      const part = this.parts[place];
      if (part === undefined || !stepsOf(part).every((step) => presence.mayHold(step))) continue;
      const [first] = part.steps;
      if (first?.kind === "number" || first?.kind === "bound") {
        for (const at of text.measures.keys()) withNumber.push({ part, at });
        continue;
      }
      for (const word of first?.kind === "words" ? first.byFirst.keys() : this.#sides)
        for (const at of presence.places.get(word) ?? []) beginning[at]?.push({ part, at });
    }
    for (const candidate of withNumber) beginning[candidate.at]?.push(candidate);
    return beginning.flat();
  }

  #numbered(entry: Entry, part: Part): NumberedPart {
    const steps = part.elements.map((element) => this.#toStep(element));
    return {
      entry,
      part,
      steps,
      near: part.near.map((run) => run.map((element) => this.#toStep(element))),
      numbers: steps.filter(({ kind }) => kind === "number").length,
      needsSide: steps.some(({ kind }) => kind === "side"),
    };
  }

  #toStep(element: Element): Step {
    if (element.kind !== "words") return element;
    const sequences = [...element.byFirst.values()].flat();
    const written = `${element.optional} ${element.alone} ${sequences.map((stems) => stems.join("_")).join("|")}`;
    const known = this.#steps.get(written);
    if (known !== undefined) return known;
    const step: WordStep = {
      kind: "words",
      id: this.#steps.size,
      byFirst: new Map(
        [...element.byFirst].map(([first, alternatives]) => [
          this.#number(first),
          alternatives.map((stems) => stems.map((stem) => this.#number(stem))),
        ]),
      ),
      optional: element.optional,
      alone: element.alone,
    };
    this.#steps.set(written, step);
    return step;
  }

  #number(stem: string): number {
    const known = this.#numbers.get(stem);
    if (known !== undefined) return known;
    this.#numbers.set(stem, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Files every part under the words of its rarest step: the one whose words the fewest parts are written with. */
  #file(): void {
    const uses = new Int32Array(this.#numbers.size);
    for (const word of uses.keys()) this.#filed[word] = [];
    for (const part of this.parts)
      for (const word of new Set(stepsOf(part).flatMap(wordsOf))) uses[word] = (uses[word] ?? 0) + 1;
    const usesOf = (word: number) => uses[word] ?? 0;
    const rarest = (sequence: Sequence) => sequence.reduce((best, word) => (usesOf(word) < usesOf(best) ? word : best));
    const weigh = (step: WordStep) => {
      const words = new Set([...step.byFirst.values()].flat().map(rarest));
      return { words, weight: [...words].reduce((sum, word) => sum + usesOf(word), 0) };
    };
    for (const [place, part] of this.parts.entries()) {
      const steady = stepsOf(part).flatMap((step) => (step.kind === "words" && !step.optional ? [weigh(step)] : []));
      const [best] = steady.toSorted((left, right) => left.weight - right.weight);
      if (best === undefined) this.#unfiled.push(place);
      else for (const word of best.words) this.#filed[word]?.push(place);
    }
  }
}

function stepsOf({ steps, near }: NumberedPart): readonly Step[] {
  return near.length === 0 ? steps : [...steps, ...near.flat()];
}

function wordsOf(step: Step): readonly number[] {
  return step.kind === "words" ? [...step.byFirst.values()].flat(2) : [];
}

/** Which words a text holds, and where; and, asked once for each step, whether it can hold the step at all. */
class Presence {
  readonly places = new Map<number, number[]>();
  readonly #text: MatchedText;
  readonly #holds: Uint8Array;
  readonly #answers: Uint8Array;

  constructor(text: MatchedText, words: number, steps: number) {
    this.#text = text;
    this.#holds = new Uint8Array(words);
    this.#answers = new Uint8Array(steps);
    for (const [at, word] of text.words.entries()) {
      if (word === NO_WORD) continue;
      this.#holds[word] = 1;
      const there = this.places.get(word);
      if (there === undefined) this.places.set(word, [at]);
      else there.push(at);
    }
  }

  mayHold(step: Step): boolean {
    switch (step.kind) {
      case "words":
        return step.optional || this.#mayHoldWords(step);
      case "number":
      case "bound":
        return this.#text.measures.size > 0;
      // Which side is in question is not known before the text has been read once.
      case "side":
      case "gap":
        return true;
    }
  }

  #mayHoldWords({ id, byFirst }: WordStep): boolean {
    const known = this.#answers[id];
    if (known !== 0) return known === YES;
    const found = this.#findAny(byFirst);
    this.#answers[id] = found ? YES : NO;
    return found;
  }

  #findAny(byFirst: WordStep["byFirst"]): boolean {
    for (const [first, sequences] of byFirst)
      if (this.#holds[first] === 1 && sequences.some((sequence) => sequence.every((word) => this.#holds[word] === 1)))
        return true;
    return false;
  }
}

const YES = 1;
const NO = 2;
