import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { Measure } from "../measures/measures.ts";
import type { EntryPart } from "../phrases/entry.ts";
import { isOneOf } from "../sentence-words.ts";
import { isBreak, isSentenceEnd } from "../text/tokens.ts";
import { isBeforeAlone, isWordAlone } from "./alone.ts";
import { mayTake } from "./fit.ts";
import { type MatchedText, measureAt, NO_WORD } from "./matched-text.ts";
import {
  MAX_SKIPPED,
  NOT_THERE,
  type NumberedPart,
  type NumberStep,
  type Sequence,
  type Step,
  takeSequence,
} from "./step.ts";

/** A number taken by a phrase, for the feature named. */
export interface Capture {
  readonly feature: string;
  readonly measure: Measure;
}

/** A part of a phrase, found in the text. Positions are token indices. */
export interface Match extends EntryPart {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** The tokens that the phrase accounts for; what a gap or a small word covers is not among them. */
  readonly at: readonly number[];
  readonly captures: readonly Capture[];
}

/** Side of the leg in question, when the text named one: the numbers of the words for the side and for its opposite. */
export interface Sides {
  readonly same: number;
  readonly other: number;
}

/** Numbers that are spoken for, by the place of each, with the feature that it was taken for, if it was for one. */
export type Claims = ReadonlyMap<number, string | undefined>;

/** Words that a gap (`...`) may cover, and a short one (`..`). */
export const MAX_GAP = 9;
const SHORT_GAP = 2;
const OPENING: ReadonlySet<string> = new Set(["(", "["]);
const CLOSING: ReadonlySet<string> = new Set([")", "]"]);
/** Words that may stand between two runs of words that belong near each other. */
const NEAR_WORDS = 5;

/** Matches the steps of parts against the tokens of one text, each from one place on, shortest gaps first. */
export class Walk {
  readonly #text: MatchedText;
  readonly #features: ReadonlyMap<string, CaseFeature>;
  readonly #maxGap: number;
  readonly #claimed: Claims;
  readonly #sides: Sides | undefined;
  /** The run of the part that is being looked for. */
  #steps: readonly Step[] = [];
  /** What the steps so far have taken: the first `#count`, which goes back to where it was when a step fails. */
  readonly #at: number[] = [];
  #count = 0;
  #captures: Capture[] = [];

  constructor(
    text: MatchedText,
    features: ReadonlyMap<string, CaseFeature>,
    how: {
      readonly maxGap: number;
      readonly claimed: Claims;
      readonly sides: Sides | undefined;
    },
  ) {
    this.#text = text;
    this.#features = features;
    this.#maxGap = how.maxGap;
    this.#claimed = how.claimed;
    this.#sides = how.sides;
  }

  /** The part where it may begin; `PartIndex` knows with which words. */
  find(part: NumberedPart, start: number): Match | undefined {
    if (part.isOneWord)
      return { entry: part.entry, part: part.part, from: start, to: start + 1, at: [start], captures: NO_CAPTURES };
    this.#steps = part.steps;
    this.#count = 0;
    this.#captures = [];
    if (!this.#step(0, start, false) || !this.#findAllNear(part.near) || this.#count === 0) return undefined;
    const at = this.#at.slice(0, this.#count);
    if (part.near.length > 0) at.sort((left, right) => left - right);
    const [from = start] = at;
    return { entry: part.entry, part: part.part, from, to: (at.at(-1) ?? from) + 1, at, captures: this.#captures };
  }

  /** Whichever further run stands near what is found comes next: "tenderness of the deep veins on pressing" is found from either end. */
  #findAllNear(runs: NumberedPart["near"]): boolean {
    let missing = runs;
    while (missing.length > 0) {
      const next = missing.findIndex((run) => this.#findNear(run));
      if (next < 0) return false;
      missing = missing.toSpliced(next, 1);
    }
    return true;
  }

  /** Looks for a further run of the part on either side of what is found already, nearest first, within the clause. */
  #findNear(run: readonly Step[]): boolean {
    this.#steps = run;
    const before = this.#count;
    const taken = new Set(this.#at.slice(0, before));
    const from = Math.min(...taken);
    const to = Math.max(...taken);
    const isRun = (at: number) => {
      if (taken.has(at)) return false;
      if (this.#step(0, at, false) && !this.#at.slice(before, this.#count).some((token) => taken.has(token)))
        return true;
      this.#count = before;
      return false;
    };
    return this.#inClause(to + 1, 1, isRun) || this.#inClause(from - 1, -1, isRun) || this.#inClause(to, -1, isRun);
  }

  /** Goes word by word through the clause until one is as wanted, over at most so many words that are not small. */
  #inClause(start: number, towards: 1 | -1, isWanted: (at: number) => boolean): boolean {
    const { tokens, dividers, skippable } = this.#text;
    for (let at = start, words = 0; words <= NEAR_WORDS && !isBreak(tokens[at]); at += towards) {
      if (isWanted(at)) return true;
      if (dividers.has(at)) return false;
      if (!skippable.has(at)) words += 1;
    }
    return false;
  }

  #step(index: number, position: number, inPhrase: boolean): boolean {
    const step = this.#steps[index];
    if (step === undefined) return true;
    if (step.kind === "gap") return this.#afterGap(index + 1, position, step.short);
    if (step.kind === "number" && step.wanted === "alone" && isBeforeAlone(position, this.#text.tokens))
      return this.#step(index, position + 1, false);
    for (let skipped = 0; skipped <= (inPhrase ? MAX_SKIPPED : 0); skipped += 1) {
      const here = position + skipped;
      if (skipped > 0 && !this.#text.skippable.has(here - 1)) break;
      if (this.#consume(step, index, here)) return true;
    }
    const isOptional = (step.kind === "words" || step.kind === "bracket") && step.optional;
    return isOptional && this.#step(index + 1, position, inPhrase);
  }

  #afterGap(index: number, position: number, short: boolean): boolean {
    const { tokens, barriers, skippable } = this.#text;
    const maxGap = short ? Math.min(SHORT_GAP, this.#maxGap) : this.#maxGap;
    const step = this.#steps[index];
    let words = 0;
    for (let here = position; here < tokens.length && words <= maxGap; here += 1) {
      if (this.#step(index, here, false)) return true;
      // "D-dimer from the lab: 270 (<500)": where the number is known that is looked for, one behind it is another.
      if (step?.kind === "number" && this.#claimed.get(here) === step.feature) return false;
      const token = tokens[here];
      if (isSentenceEnd(token) || token?.raw === ";" || barriers.has(here)) return false;
      if (short && token?.raw === ",") return false;
      if (token?.kind !== "break" && !skippable.has(here)) words += 1;
    }
    return false;
  }

  /** Takes the step at this place and goes on, or leaves everything as it was. */
  #consume(step: Step, index: number, at: number): boolean {
    const word = this.#text.words[at];
    switch (step.kind) {
      case "words":
        for (const sequence of step.byFirst.get(word ?? NO_WORD) ?? NO_SEQUENCES) {
          const to = takeSequence(sequence, at, this.#text, this.#at, this.#count);
          if (to === NOT_THERE || (step.alone && !isWordAlone({ from: at, to }, this.#text))) continue;
          if (this.#goOn(index, sequence.length, to)) return true;
        }
        return false;
      case "side":
        return word !== undefined && this.#sides?.[step.which] === word && this.#goOnBehind(index, at, at + 1);
      case "number":
      case "bound": {
        const measure = measureAt(at, this.#text);
        if (measure === undefined || !this.#accepts(step, measure)) return false;
        // The words after a whole number are the phrase's own ("58 years old"), not a unit.
        const to = this.#isWholeNumber(step) ? measure.numberTo : measure.to;
        if (step.kind === "bound") return this.#goOnBehind(index, measure.numberAt, to);
        this.#captures.push({ feature: step.feature, measure });
        if (this.#goOnBehind(index, measure.numberAt, to)) return true;
        this.#captures.pop();
        return false;
      }
      case "bracket":
        return isOneOf(step.opens ? OPENING : CLOSING, this.#text.tokens[at]) && this.#step(index + 1, at + 1, false);
      case "gap":
        return false;
    }
  }

  /** Goes on with the next step, with every token of a stretch taken. */
  #goOnBehind(index: number, from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) this.#at[this.#count + at - from] = at;
    return this.#goOn(index, to - from, to);
  }

  /** Goes on with the next step; so many tokens have been put behind those taken so far. */
  #goOn(index: number, taken: number, position: number): boolean {
    this.#count += taken;
    if (this.#step(index + 1, position, true)) return true;
    this.#count -= taken;
    return false;
  }

  #accepts(step: NumberStep, measure: Measure): boolean {
    if (step.kind === "number" && this.#claimed.has(measure.numberAt)) return false;
    return mayTake(step, measure, this.#features, this.#text.tokens);
  }

  #isWholeNumber(step: NumberStep): boolean {
    return step.kind === "number" && this.#features.get(step.feature)?.type.kind === "wholeNumber";
  }
}

const NO_CAPTURES: readonly Capture[] = [];
const NO_SEQUENCES: readonly Sequence[] = [];
