import type { CaseFeature } from "../../pathway/model/feature.ts";
import { fits, holds } from "./fit.ts";
import type { EntryPart, Lexicon } from "./lexicon.ts";
import type { Measure } from "./measures.ts";
import type { Element } from "./phrase.ts";
import { isBreak, isSentenceEnd, type Token } from "./tokens.ts";

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

/** The text as the matcher sees it. */
export interface MatchedText {
  readonly tokens: readonly Token[];
  readonly measures: ReadonlyMap<number, Measure>;
  /** Tokens that no gap reaches across: negations, "but", "if". */
  readonly barriers: ReadonlySet<number>;
  /** Side of the leg in question, when the text named one: stems of the side and of its opposite. */
  readonly sides: { readonly same: string; readonly other: string } | undefined;
}

/** Words that a gap (`...`) may cover, and a short one (`..`). */
export const MAX_GAP = 9;
const SHORT_GAP = 2;
const MAX_SKIPPED = 5;

/** Breaks that a number or a word which stands alone may stand behind. */
const ALONE_AFTER: ReadonlySet<string> = new Set([",", "("]);

interface Progress {
  readonly at: readonly number[];
  readonly captures: readonly Capture[];
}

interface WalkContext {
  readonly text: MatchedText;
  readonly lexicon: Lexicon;
  readonly features: ReadonlyMap<string, CaseFeature>;
  readonly entryPart: EntryPart;
  readonly maxGap: number;
  /** Numbers that are spoken for. */
  readonly claimed: ReadonlySet<number>;
}

/** Matches the elements of one part against the tokens from one place on, shortest gaps first. */
export class Walk {
  readonly #context: WalkContext;

  constructor(context: WalkContext) {
    this.#context = context;
  }

  from(start: number): Match | undefined {
    const end = this.#step(0, start, { at: [], captures: [] }, false);
    if (end === undefined) return undefined;
    const first = Math.min(...end.at);
    return { ...this.#context.entryPart, from: first, to: Math.max(...end.at) + 1, at: end.at, captures: end.captures };
  }

  #step(index: number, position: number, progress: Progress, inPhrase: boolean): Progress | undefined {
    const element = this.#context.entryPart.part.elements[index];
    if (element === undefined) return progress;
    if (element.kind === "gap") return this.#afterGap(index + 1, position, progress, element.short);
    const { tokens } = this.#context.text;
    const beforeAlone =
      element.kind === "number" && element.wanted === "alone" && ALONE_AFTER.has(tokens[position]?.raw ?? "");
    if (beforeAlone && tokens[position + 1]?.kind !== "break" && !isSentenceEnd(tokens[position + 1]))
      return this.#step(index, position + 1, progress, false);
    for (let skipped = 0; skipped <= (inPhrase ? MAX_SKIPPED : 0); skipped += 1) {
      const here = position + skipped;
      if (skipped > 0 && !this.#isSkippable(here - 1)) break;
      for (const reached of this.#consume(element, here)) {
        const rest = this.#step(index + 1, reached.position, merge(progress, reached), true);
        if (rest !== undefined) return rest;
      }
    }
    if (element.kind === "words" && element.optional) return this.#step(index + 1, position, progress, inPhrase);
    return undefined;
  }

  #afterGap(index: number, position: number, progress: Progress, short: boolean): Progress | undefined {
    const { text } = this.#context;
    const maxGap = short ? Math.min(SHORT_GAP, this.#context.maxGap) : this.#context.maxGap;
    let words = 0;
    for (let here = position; here < text.tokens.length && words <= maxGap; here += 1) {
      const rest = this.#step(index, here, progress, false);
      if (rest !== undefined) return rest;
      const token = text.tokens[here];
      if (isSentenceEnd(token) || token?.raw === ";" || text.barriers.has(here)) return undefined;
      if (short && token?.raw === ",") return undefined;
      if (token?.kind !== "break" && !this.#isSkippable(here)) words += 1;
    }
    return undefined;
  }

  #isSkippable(at: number): boolean {
    const { text, lexicon } = this.#context;
    const token = text.tokens[at];
    return token?.kind === "word" && lexicon.skippable.has(token.stem) && !text.barriers.has(at);
  }

  *#consume(element: Element, at: number): Generator<Progress & { readonly position: number }> {
    const { text } = this.#context;
    switch (element.kind) {
      case "words":
        for (const stems of element.byFirst.get(this.#tokenStem(at) ?? "") ?? []) {
          const reached = this.#consumeWords(stems, at);
          if (reached !== undefined && (!element.alone || this.#isApart(reached)))
            yield { at: reached, captures: [], position: (reached.at(-1) ?? at) + 1 };
        }
        return;
      case "side": {
        const wanted = text.sides?.[element.which];
        if (wanted !== undefined && text.tokens[at]?.stem === wanted)
          yield { at: [at], captures: [], position: at + 1 };
        return;
      }
      case "number":
      case "bound": {
        const measure = this.#measureAt(at);
        if (measure === undefined || !this.#accepts(element, measure)) return;
        // The words after a whole number are the phrase's own ("58 years old"), not a unit.
        const to = this.#isWholeNumber(element) ? measure.numberTo : measure.to;
        const taken = Array.from({ length: to - measure.numberAt }, (_, offset) => measure.numberAt + offset);
        yield { at: taken, captures: this.#capture(element, measure), position: to };
        return;
      }
      case "gap":
        return;
    }
  }

  #consumeWords(stems: readonly string[], at: number): readonly number[] | undefined {
    const taken: number[] = [];
    let here = at;
    for (const stem of stems) {
      let skipped = 0;
      while (taken.length > 0 && skipped < MAX_SKIPPED && this.#tokenStem(here) !== stem && this.#isSkippable(here)) {
        here += 1;
        skipped += 1;
      }
      if (this.#tokenStem(here) !== stem) return undefined;
      taken.push(here);
      here += 1;
    }
    return taken;
  }

  #tokenStem(at: number): string | undefined {
    const token = this.#context.text.tokens[at];
    return token?.kind === "break" ? undefined : token?.stem;
  }

  /** The measure whose number, or whose comparator before the number, stands here. */
  #measureAt(at: number): Measure | undefined {
    const { measures } = this.#context.text;
    const here = measures.get(at);
    if (here !== undefined) return here;
    for (let ahead = 1; ahead <= 4; ahead += 1) {
      const measure = measures.get(at + ahead);
      if (measure !== undefined) return measure.from === at ? measure : undefined;
    }
    return undefined;
  }

  #accepts(element: Extract<Element, { kind: "number" | "bound" }>, measure: Measure): boolean {
    if (element.kind === "bound") return holds(element, measure);
    if (this.#context.claimed.has(measure.numberAt)) return false;
    const feature = this.#context.features.get(element.feature ?? this.#ownFeature());
    if (feature === undefined) return false;
    if (element.wanted === "withBasis" && measure.basis === undefined) return false;
    if (element.wanted === "relativeTime" && !measure.relative) return false;
    if (element.wanted === "alone" && !this.#isAlone(measure)) return false;
    return fits(feature, measure);
  }

  /** Nothing but a break on either side, so that the number belongs to no other word. */
  #isAlone({ from, to, unit }: Measure): boolean {
    const { tokens } = this.#context.text;
    return unit === undefined && isBreak(tokens[to]) && (isBreak(tokens[from - 1]) || !tokens[from]?.glued);
  }

  #isApart(taken: readonly number[]): boolean {
    const { tokens } = this.#context.text;
    const [first = 0] = taken;
    return ALONE_AFTER.has(tokens[first - 1]?.raw ?? "") && isBreak(tokens[(taken.at(-1) ?? first) + 1]);
  }

  #isWholeNumber(element: Element): boolean {
    if (element.kind !== "number") return false;
    return this.#context.features.get(element.feature ?? this.#ownFeature())?.type.kind === "wholeNumber";
  }

  #capture(element: Element, measure: Measure): readonly Capture[] {
    return element.kind === "number" ? [{ feature: element.feature ?? this.#ownFeature(), measure }] : [];
  }

  #ownFeature(): string {
    const { target } = this.#context.entryPart.entry;
    return target.kind === "states" || target.kind === "denies" ? target.feature.id : "";
  }
}

function merge(progress: Progress, more: Progress): Progress {
  return { at: [...progress.at, ...more.at], captures: [...progress.captures, ...more.captures] };
}
