import type { Entry } from "./entry.ts";
import type { MatchedText } from "./matched-text.ts";
import type { Part } from "./phrase.ts";
import { Presence } from "./presence.ts";
import type { NumberedPart, NumberStep, Step } from "./step.ts";
import { type FiledSteps, WordSteps } from "./word-steps.ts";

/** A part that a text may hold, and the places where it may begin. */
export interface Candidate {
  readonly part: NumberedPart;
  readonly places: readonly number[];
}

/** Places of the numbers with which a part may begin. */
export type NumbersFor = (part: NumberedPart, first: NumberStep) => readonly number[];

/**
 * Finds which parts of phrases a text can hold at all, by counting: each word of the text gives the steps that it is enough for, and each of
 * these the parts that need it. A part is possible when all the steps it needs were met (as in an inverted index queried for all of its
 * terms), so that a text pays for what it holds, not for the size of the lexicon.
 * INVARIANT: a part that matches anywhere in a text is possible in it: a match consumes one sequence of every step that is not optional.
 */
export class PartIndex {
  readonly parts: readonly NumberedPart[];
  readonly #words = new WordSteps();
  readonly #filed: readonly FiledSteps[];
  /** For each step, the parts that need it, by their place in `parts`. */
  readonly #needing: readonly (readonly number[])[];
  /** How many different steps each part needs. */
  readonly #needed: Uint8Array;
  /** Those that need none: they begin with a number or a side. */
  readonly #needingNothing: readonly number[];
  readonly #sides: readonly number[];

  constructor(entries: readonly Entry[], sides: readonly string[]) {
    this.#sides = sides.map((stem) => this.#words.toNumber(stem));
    this.parts = entries.flatMap((entry) => entry.phrase.parts.map((part) => this.#numbered(entry, part)));
    this.#filed = this.#words.file();
    const needing: number[][] = this.#words.steps.map(() => []);
    this.#needed = new Uint8Array(this.parts.length);
    for (const [place, { steps, near }] of this.parts.entries()) {
      const needs = new Set([...steps, ...near.flat()].flatMap(requiredStep));
      this.#needed[place] = needs.size;
      for (const step of needs) needing[step]?.push(place);
    }
    this.#needing = needing;
    this.#needingNothing = [...this.parts.keys()].filter((place) => this.#needed[place] === 0);
  }

  /** The number of a word, or one that no phrase holds. */
  numberOf(stem: string): number {
    return this.#words.numberOf(stem);
  }

  /** The parts that the text may hold, in the order of the lexicon, and behind them those that begin with a number; `numbersFor` tells where. */
  candidatesIn(text: MatchedText, numbersFor: NumbersFor): readonly Candidate[] {
    const presence = new Presence(text, this.#filed, this.#words.steps.length);
    const withWord: Candidate[] = [];
    const withNumber: Candidate[] = [];
    for (const part of this.#possible(presence, text.measures.size > 0)) {
      const first = part.steps[0];
      if (first?.kind === "number" || first?.kind === "bound")
        withNumber.push({ part, places: numbersFor(part, first) });
      else withWord.push({ part, places: this.#beginningsOf(first, presence) });
    }
    return [...withWord, ...withNumber];
  }

  /** Parts of which the text holds every step that they need, in the order of the lexicon. */
  #possible({ held }: Presence, hasNumbers: boolean): readonly NumberedPart[] {
    const met = new Uint8Array(this.parts.length);
    const complete = [...this.#needingNothing];
    for (const step of held)
      for (const place of this.#needing[step] ?? []) {
        const count = (met[place] ?? 0) + 1;
        met[place] = count;
        if (count === this.#needed[place]) complete.push(place);
      }
    return [...Int32Array.from(complete).sort()].flatMap((place) => {
      const part = this.parts[place];
      return part === undefined || (part.needsNumber && !hasNumbers) ? [] : [part];
    });
  }

  #beginningsOf(first: Step | undefined, presence: Presence): readonly number[] {
    if (first?.kind === "words") return presence.beginningsOf(first);
    // Which side is in question is not known before the text has been read once.
    return this.#sides.flatMap((word) => presence.places.get(word) ?? []);
  }

  #numbered(entry: Entry, part: Part): NumberedPart {
    const steps = part.elements.map((element) => this.#words.toStep(element));
    return {
      entry,
      part,
      steps,
      near: part.near.map((run) => run.map((element) => this.#words.toStep(element))),
      numbers: steps.filter(({ kind }) => kind === "number").length,
      needsNumber: steps.some(({ kind }) => kind === "number" || kind === "bound"),
      needsSide: steps.some(({ kind }) => kind === "side"),
    };
  }
}

function requiredStep(step: Step): readonly number[] {
  return step.kind === "words" && !step.optional ? [step.id] : [];
}
