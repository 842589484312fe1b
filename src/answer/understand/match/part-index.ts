import { type Entry, isTelling } from "../phrases/entry.ts";
import type { Part } from "../phrases/phrase.ts";
import { isSentenceEnd } from "../text/tokens.ts";
import { Marks, markHeldSteps } from "./held-steps.ts";
import { type MatchedText, NO_WORD } from "./matched-text.ts";
import { NOT_THERE, type NumberedPart, type NumberStep, type Step, takeSequence } from "./step.ts";
import { type FiledSteps, WordSteps } from "./word-steps.ts";

/** Places of the numbers with which a part may begin. */
export type NumbersFor = (first: NumberStep) => readonly number[];

/** A part by its place in the lexicon, filed under one of the steps that it needs, with the others. */
interface FiledPart {
  readonly place: number;
  readonly others: readonly number[];
}

/**
 * Finds which parts of phrases a text can hold at all, and where they may begin. Each word of the text gives the steps that it is enough for, and
 * each of these the parts that are filed under it; a part is possible when all the steps it needs were met (as in an inverted index queried
 * for all of its terms), sentence by sentence, so that a text pays for what it holds, not for the size of the lexicon. Lists are of numbers, and as few as can be are
 * looked at: what takes the time is fetching them.
 * INVARIANT: a part that matches anywhere in a sentence is possible in it: a match consumes one sequence of every step that is not optional,
 * and never reaches across the end of a sentence.
 */
export class PartIndex {
  readonly parts: readonly NumberedPart[];
  readonly #words = new WordSteps();
  readonly #filed: readonly FiledSteps[];
  /** For each step the parts of whose steps it is the one with the fewest alternatives. */
  readonly #byStep: readonly (readonly FiledPart[])[];
  /** Those that need none: they begin with a number or a side. */
  readonly #needingNothing: readonly number[];
  /** For each word the parts that may begin with it, in the order of the lexicon. */
  readonly #byWord: readonly (readonly number[])[];
  readonly #beginningWithNumber: readonly number[];
  /** Written over for each sentence. */
  readonly #isPossible: Marks;
  readonly #isHeld: Marks;

  constructor(entries: readonly Entry[], sides: readonly string[]) {
    // Which side is in question is not known before the text has been read once.
    const sideWords = sides.map((stem) => this.#words.toNumber(stem));
    this.parts = entries.flatMap((entry) => entry.phrase.parts.map((part) => this.#numbered(entry, part)));
    this.#filed = this.#words.file();
    const alternatives = this.#words.steps.map(({ byFirst }) => [...byFirst.values()].flat().length);
    const alternativesOf = (step: number) => alternatives[step] ?? 0;
    const byStep: FiledPart[][] = this.#words.steps.map(() => []);
    const byWord: number[][] = this.#filed.map(() => []);
    const needingNothing: number[] = [];
    const beginningWithNumber: number[] = [];
    for (const [place, { steps, near }] of this.parts.entries()) {
      const needed = [...new Set([...steps, ...near.flat()].flatMap(requiredStep))];
      const [fewest, ...others] = needed.sort((one, other) => alternativesOf(one) - alternativesOf(other));
      if (fewest === undefined) needingNothing.push(place);
      else byStep[fewest]?.push({ place, others });
      const [first] = steps;
      if (first?.kind === "number" || first?.kind === "bound") beginningWithNumber.push(place);
      else for (const word of first?.kind === "words" ? first.byFirst.keys() : sideWords) byWord[word]?.push(place);
    }
    this.#byStep = byStep;
    this.#needingNothing = needingNothing;
    this.#byWord = byWord;
    this.#beginningWithNumber = beginningWithNumber;
    this.#isPossible = new Marks(this.parts.length);
    this.#isHeld = new Marks(this.#words.steps.length);
  }

  /** The number of a word, or one that no phrase holds. */
  numberOf(stem: string): number {
    return this.#words.numberOf(stem);
  }

  /**
   * For each token the parts that the text may hold and that may begin there: in the order of the lexicon, and behind them those that begin with a
   * number; `numbersFor` tells where.
   */
  beginningsIn(text: MatchedText, numbersFor: NumbersFor): readonly (readonly NumberedPart[])[] {
    const beginnings: NumberedPart[][] = text.tokens.map(() => []);
    const withNumber = new Set<NumberedPart>();
    for (const places of sentencesOf(text)) {
      this.#markPossible(places);
      this.#beginWithWords(places, text, beginnings);
      for (const place of this.#beginningWithNumber) {
        const part = this.#isPossible.has(place) ? this.parts[place] : undefined;
        if (part !== undefined) withNumber.add(part);
      }
    }
    for (const part of withNumber) {
      const [first] = part.steps;
      if (first?.kind === "number" || first?.kind === "bound")
        for (const at of numbersFor(first)) beginnings[at]?.push(part);
    }
    return beginnings;
  }

  #beginWithWords(places: PlacesOfWords, text: MatchedText, beginnings: readonly NumberedPart[][]): void {
    for (const [word, there] of places) {
      // Many parts begin with the same step: where it stands is asked once.
      const standing = new Map<Step | undefined, readonly number[]>();
      for (const place of this.#byWord[word] ?? []) {
        const part = this.#isPossible.has(place) ? this.parts[place] : undefined;
        if (part === undefined) continue;
        const first = part.steps[0];
        const begins = part.isOneWord ? there : (standing.get(first) ?? placesOf(first, word, there, text));
        if (!part.isOneWord) standing.set(first, begins);
        for (const at of begins) beginnings[at]?.push(part);
      }
    }
  }

  /** Marks the parts of which the sentence has every step that they need. */
  #markPossible(there: PlacesOfWords): void {
    const [possible, held] = [this.#isPossible, this.#isHeld];
    possible.clear();
    for (const place of this.#needingNothing) possible.mark(place);
    for (const step of markHeldSteps(there, this.#filed, held))
      for (const { place, others } of this.#byStep[step] ?? []) if (areAllHeld(others, held)) possible.mark(place);
  }

  #numbered(entry: Entry, part: Part): NumberedPart {
    const own = isTelling(entry.target) ? entry.target.feature.id : "";
    const steps = part.elements.map((element) => this.#words.toStep(element, own));
    return {
      entry,
      part,
      steps,
      near: part.near.map((run) => run.map((element) => this.#words.toStep(element, own))),
      numbers: steps.filter(({ kind }) => kind === "number").length,
      needsSide: steps.some(({ kind }) => kind === "side"),
      isOneWord: steps.length === 1 && part.near.length === 0 && steps.every(isOfSingleWords),
    };
  }
}

function requiredStep(step: Step): readonly number[] {
  return step.kind === "words" && !step.optional ? [step.id] : [];
}

function isOfSingleWords(step: Step): boolean {
  return step.kind === "words" && !step.alone && [...step.byFirst.values()].flat().every(({ length }) => length === 1);
}

function areAllHeld(steps: readonly number[], held: Marks): boolean {
  for (let index = 0; index < steps.length; index += 1) if (!held.has(steps[index] ?? 0)) return false;
  return true;
}

/** Where each word of a sentence stands. */
type PlacesOfWords = ReadonlyMap<number, readonly number[]>;

/** The words of each sentence: no phrase reaches across its end. */
function sentencesOf({ words, tokens }: MatchedText): readonly PlacesOfWords[] {
  const sentences: Map<number, number[]>[] = [];
  let places = new Map<number, number[]>();
  for (let at = 0; at <= words.length; at += 1) {
    if (isSentenceEnd(tokens[at])) {
      if (places.size > 0) sentences.push(places);
      places = new Map();
    }
    const word = words[at] ?? NO_WORD;
    if (word === NO_WORD) continue;
    const there = places.get(word);
    if (there === undefined) places.set(word, [at]);
    else there.push(at);
  }
  return sentences;
}

/** Of the places of a word those where the step stands; where the step may be left out, or is a side, the word alone says so. */
function placesOf(
  step: Step | undefined,
  word: number,
  there: readonly number[],
  text: MatchedText,
): readonly number[] {
  if (step?.kind !== "words" || step.optional) return there;
  const sequences = step.byFirst.get(word) ?? [];
  return there.filter((at) => sequences.some((sequence) => takeSequence(sequence, at, text, SCRATCH, 0) !== NOT_THERE));
}

/** Written over by each sequence that is tried. */
const SCRATCH: number[] = [];
