import { type Entry, isTelling } from "../phrases/entry.ts";
import { HeldSteps } from "./held-steps.ts";
import { type MatchedText, NO_WORD } from "./matched-text.ts";
import { Mentions } from "./mentions.ts";
import { ALL_SENTENCES, sentencesOf, type WordsOfSentences } from "./sentences.ts";
import { NOT_THERE, type NumberedPart, type NumberStep, type Step, takeSequence } from "./step.ts";
import { WordSteps } from "./word-steps.ts";

/** Places of the numbers with which a part may begin. */
export type NumbersFor = (first: NumberStep) => readonly number[];

interface FirstStep {
  readonly step: Step | undefined;
  readonly words: Int32Array;
  /** Whether its word alone says that it stands there: of one word each, a side, or one that may be left out. */
  readonly isPlain: boolean;
}

interface BeginningWithNumber {
  readonly place: number;
  readonly part: NumberedPart;
  readonly first: NumberStep;
}

/**
 * Finds which parts of phrases a text can hold at all, and where they may begin. Each word of the text says of every step that it is enough for in which
 * sentences it stands; a part is possible in those that hold all the steps it needs. Sentences are the bits of one number, so that a part is asked
 * about once for the whole text, and most are done with after their rarest step. Lists are of numbers, one behind the other: what takes the time is
 * fetching them.
 * INVARIANT: a part that matches anywhere in a sentence is possible in it: a match consumes one sequence of every step that is not optional,
 * and never reaches across the end of a sentence.
 */
export class PartIndex {
  readonly parts: readonly NumberedPart[];
  readonly mentions = new Mentions();
  readonly #words = new WordSteps();
  /** The steps that each part needs, the one with the fewest alternatives first; those of part n lie between `#needsOf[n]` and `#needsOf[n + 1]`. */
  readonly #needs: Int32Array;
  readonly #needsOf: Int32Array;
  /** The steps with which parts begin, with the words with which these do; and for each part which of them it is. */
  readonly #firsts: readonly FirstStep[];
  readonly #firstOf: Int32Array;
  readonly #beginningWithNumber: readonly BeginningWithNumber[];
  readonly #held: HeldSteps;

  constructor(entries: readonly Entry[], sides: readonly string[]) {
    // Which side is in question is not known before the text has been read once.
    const sideWords = sides.map((stem) => this.#words.toNumber(stem));
    let next = 0;
    this.parts = entries.flatMap((entry) => {
      const first = next;
      next += entry.phrase.parts.length;
      const required = entry.phrase.parts.flatMap(({ absent }, nth) => (absent ? [] : [first + nth]));
      return entry.phrase.parts.map((part, nth) => this.#numbered({ entry, part, place: first + nth, required }));
    });
    this.#held = new HeldSteps(this.#words);
    const alternatives = this.#words.steps.map(({ byFirst }) => [...byFirst.values()].flat().length);
    const alternativesOf = (step: number) => alternatives[step] ?? 0;
    const needs = this.parts.map(({ steps, near }) =>
      [...new Set([...steps, ...near.flat()].flatMap(requiredStep))].sort(
        (one, other) => alternativesOf(one) - alternativesOf(other),
      ),
    );
    this.#needs = Int32Array.from(needs.flat());
    let end = 0;
    this.#needsOf = Int32Array.from([0, ...needs.map(({ length }) => (end += length))]);
    const firsts = [...new Set(this.parts.map(({ steps }) => steps[0]))];
    this.#firsts = firsts.map((step) => ({
      step,
      words: Int32Array.from(wordsOfFirst(step, sideWords)),
      isPlain: step?.kind !== "words" || step.optional || isOfSingleWords(step),
    }));
    const numbers = new Map(firsts.map((first, number) => [first, number]));
    this.#firstOf = Int32Array.from(this.parts, ({ steps }) => numbers.get(steps[0]) ?? 0);
    this.#beginningWithNumber = this.parts.flatMap((part, place) => {
      const [first] = part.steps;
      return first?.kind === "number" || first?.kind === "bound" ? [{ place, part, first }] : [];
    });
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
    const withNumber = new Set<BeginningWithNumber>();
    const sentenceAt = new Int32Array(text.tokens.length);
    for (const there of sentencesOf(text, sentenceAt)) {
      this.#held.read(there);
      // Many parts begin with the same step: where it stands is asked once.
      const standing: (readonly number[] | undefined)[] = this.#firsts.map(() => undefined);
      for (let place = 0; place < this.#firstOf.length; place += 1) {
        const sentences = this.#sentencesWith(place);
        if (sentences === 0) continue;
        const first = this.#firstOf[place] ?? 0;
        const places = standing[first] ?? this.#placesOf(this.#firsts[first] ?? NO_STEP, there, text);
        standing[first] = places;
        const part = this.parts[place];
        for (const at of places)
          if (part !== undefined && ((sentenceAt[at] ?? 0) & sentences) !== 0) beginnings[at]?.push(part);
      }
      for (const one of this.#beginningWithNumber) if (this.#sentencesWith(one.place) !== 0) withNumber.add(one);
    }
    for (const { part, first } of withNumber) for (const at of numbersFor(first)) beginnings[at]?.push(part);
    return beginnings;
  }

  /** The sentences that have every step that the part needs. */
  #sentencesWith(place: number): number {
    const end = this.#needsOf[place + 1] ?? 0;
    let sentences = ALL_SENTENCES;
    for (let at = this.#needsOf[place] ?? end; at < end && sentences !== 0; at += 1)
      sentences &= this.#held.sentencesWith(this.#needs[at] ?? 0);
    return sentences;
  }

  /** Where the step stands. */
  #placesOf({ step, words, isPlain }: FirstStep, there: WordsOfSentences, text: MatchedText): readonly number[] {
    let places = NOWHERE;
    for (const word of words) {
      const standing = this.#held.hasWord(word) ? there.get(word)?.places : undefined;
      if (standing === undefined) continue;
      const begins = isPlain ? standing : standing.filter((at) => isThere(step, at, text));
      // Most steps stand at places of one word: they are not copied.
      places = places.length === 0 ? begins : [...places, ...begins];
    }
    return places;
  }

  #numbered(placed: Pick<NumberedPart, "entry" | "part" | "place" | "required">): NumberedPart {
    const { entry, part } = placed;
    const own = isTelling(entry.target) ? entry.target.feature.id : "";
    const steps = part.elements.map((element) => this.#words.toStep(element, own));
    const numbers = steps.filter(({ kind }) => kind === "number").length;
    const needsSide = steps.some(({ kind }) => kind === "side");
    return {
      ...placed,
      steps,
      near: part.near.map((run) => run.map((element) => this.#words.toStep(element, own))),
      numbers,
      needsSide,
      mention: numbers > 0 || needsSide ? undefined : this.mentions.numberOf(entry),
      isOneWord:
        steps.length === 1 &&
        part.near.length === 0 &&
        steps.every((step) => step.kind === "words" && !step.alone && isOfSingleWords(step)),
    };
  }
}

function requiredStep(step: Step): readonly number[] {
  return step?.kind === "words" && !step.optional ? [step.id] : [];
}

function isOfSingleWords(step: Step): boolean {
  return step.kind === "words" && [...step.byFirst.values()].flat().every(({ length }) => length === 1);
}

const NO_STEP: FirstStep = { step: undefined, words: new Int32Array(), isPlain: true };
const NOWHERE: readonly number[] = [];

/** Words with which a part that begins with this step may begin; what begins with a number is found by the number. */
function wordsOfFirst(step: Step | undefined, sides: readonly number[]): Iterable<number> {
  return step?.kind === "words" ? step.byFirst.keys() : step?.kind === "side" ? sides : [];
}

function isThere(step: Step | undefined, at: number, text: MatchedText): boolean {
  const sequences = step?.kind === "words" ? step.byFirst.get(text.words[at] ?? NO_WORD) : undefined;
  for (const sequence of sequences ?? []) if (takeSequence(sequence, at, text, SCRATCH, 0) !== NOT_THERE) return true;
  return false;
}

/** Written over by each sequence that is tried. */
const SCRATCH: number[] = [];
