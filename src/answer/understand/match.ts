import { areComparable, convert, type Decimal, decimal } from "../../clinical/quantity.ts";
import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { EntryPart, Lexicon } from "./lexicon.ts";
import type { Measure } from "./measures.ts";
import type { BoundOperator, Element, Part } from "./phrase.ts";
import { isSentenceEnd, type Token } from "./tokens.ts";

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
const MAX_GAP = 9;
const SHORT_GAP = 2;
/** In the first pass numbers go to the phrase that stands right beside them. */
const NEAR_GAP = 1;
const MAX_SKIPPED = 5;

interface Progress {
  readonly at: readonly number[];
  readonly captures: readonly Capture[];
}

/**
 * Finds every part of every phrase of the lexicon; which of two overlapping finds counts is decided by the caller. Numbers are given
 * out in turn: to phrases that take a pair of them, then to the phrase right beside, then to one farther away.
 */
export function findMatches(text: MatchedText, lexicon: Lexicon, features: ReadonlyMap<string, CaseFeature>): readonly Match[] {
  const { plain, numeric } = candidatesIn(text, lexicon);
  const found: Match[] = [];
  const walk = ({ entryPart, at }: Candidate, maxGap: number, claimed: ReadonlySet<number>) =>
    new Walk({ text, lexicon, features, entryPart, maxGap, claimed }).from(at);
  for (const candidate of plain) {
    const match = walk(candidate, MAX_GAP, NONE);
    if (match !== undefined) found.push(match);
  }
  const claimed = new Set(found.flatMap((match) => (match.entry.target.kind === "idle" ? match.at : [])));
  const pairs = numeric.filter(({ entryPart }) => numbersIn(entryPart) > 1);
  const singles = numeric.filter(({ entryPart }) => numbersIn(entryPart) === 1);
  const claim = (candidates: readonly Candidate[], maxGap: number): readonly Candidate[] => {
    const before = new Set(claimed);
    return candidates.filter((candidate) => {
      const match = walk(candidate, maxGap, before);
      if (match === undefined) return true;
      found.push(match);
      for (const { measure } of match.captures) claimed.add(measure.numberAt);
      return false;
    });
  };
  claim(pairs, MAX_GAP);
  claim(claim(singles, NEAR_GAP), MAX_GAP);
  return found;
}

function numbersIn({ part }: EntryPart): number {
  return part.elements.filter((element) => element.kind === "number").length;
}

const NONE: ReadonlySet<number> = new Set();

interface Candidate {
  readonly entryPart: EntryPart;
  readonly at: number;
}

/** Places where a phrase may begin, phrases left out that ask for a word which the text does not hold. */
function candidatesIn(
  text: MatchedText,
  lexicon: Lexicon,
): { readonly plain: readonly Candidate[]; readonly numeric: readonly Candidate[] } {
  const stems = new Set(text.tokens.map((token) => token.stem));
  const possible = new Map<Part, boolean>();
  const isPossible = (part: Part): boolean => {
    const known = possible.get(part) ?? part.elements.every((element) => mayHold(element, stems, text));
    possible.set(part, known);
    return known;
  };
  const plain: Candidate[] = [];
  const numeric: Candidate[] = [];
  text.tokens.forEach((token, at) => {
    const starting = text.measures.has(at) ? lexicon.startingWithNumber : [];
    for (const entryPart of [...(lexicon.byFirstStem.get(token.stem) ?? []), ...starting]) {
      if (!isPossible(entryPart.part)) continue;
      const takesNumber = entryPart.part.elements.some((element) => element.kind === "number");
      (takesNumber ? numeric : plain).push({ entryPart, at });
    }
  });
  return { plain, numeric };
}

function mayHold(element: Element, stems: ReadonlySet<string>, text: MatchedText): boolean {
  switch (element.kind) {
    case "words":
      if (element.optional) return true;
      for (const sequences of element.byFirst.values())
        if (sequences.some((sequence) => sequence.every((stem) => stems.has(stem)))) return true;
      return false;
    case "side":
      return text.sides !== undefined;
    case "number":
    case "bound":
      return text.measures.size > 0;
    case "gap":
      return true;
  }
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
class Walk {
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
    if (element.kind === "gap")
      return this.#afterGap(index + 1, position, progress, element.short ? Math.min(SHORT_GAP, this.#context.maxGap) : this.#context.maxGap);
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

  #afterGap(index: number, position: number, progress: Progress, maxGap: number): Progress | undefined {
    const { text } = this.#context;
    let words = 0;
    for (let here = position; here < text.tokens.length && words <= maxGap; here += 1) {
      const rest = this.#step(index, here, progress, false);
      if (rest !== undefined) return rest;
      const token = text.tokens[here];
      if (isSentenceEnd(token) || token?.raw === ";" || text.barriers.has(here)) return undefined;
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
          if (reached !== undefined) yield { at: reached, captures: [], position: (reached.at(-1) ?? at) + 1 };
        }
        return;
      case "side": {
        const wanted = text.sides?.[element.which];
        if (wanted !== undefined && text.tokens[at]?.stem === wanted) yield { at: [at], captures: [], position: at + 1 };
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
    return fits(feature, measure);
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

/** True when the number can be one of the feature's: unit of the right kind, or none where the feature can do without for now. */
function fits(feature: CaseFeature, measure: Measure): boolean {
  const { type } = feature;
  if (type.kind === "wholeNumber") {
    const bare = measure.comparator === undefined && measure.basis === undefined && !measure.relative;
    const years = measure.unit === undefined || measure.unit === "a";
    return bare && years && (measure.value?.gte(type.low) ?? true) && (measure.value?.lte(type.high) ?? true);
  }
  if (type.kind !== "quantity") return false;
  // A bound ("more than 3 cm") is not a value. Laboratories do report bounds, so there it is kept and judged later.
  if (measure.comparator !== undefined && feature.family === undefined) return false;
  if (measure.unit === undefined) return feature.family !== undefined || measure.value === undefined || isBetween(measure.value, type);
  const bareUnit = type.unit.replace(/\{[^}]*\}/g, "");
  if (!areComparable(measure.unit, bareUnit)) return false;
  if (feature.family !== undefined || measure.value === undefined) return true;
  const converted = convert({ value: measure.value, unit: measure.unit }, bareUnit);
  return converted.ok && isBetween(converted.value.value, type);
}

/** A number that the feature cannot have belongs to something else: "the left calf is 2.5 cm larger" gives no circumference. */
function isBetween(value: Decimal, { low, high }: Extract<CaseFeature["type"], { kind: "quantity" }>): boolean {
  return value.gte(low.value) && value.lte(high.value);
}

/** Whether every value that the words allow passes the comparison. */
function holds(bound: Extract<Element, { kind: "bound" }>, measure: Measure): boolean {
  if (measure.value === undefined) return false;
  const unit = measure.unit ?? (bound.unit === "1" ? "1" : undefined);
  if (unit === undefined || (bound.unit === "1" && unit !== "1" && unit !== "a")) return false;
  const converted = bound.unit === "1" ? { ok: true as const, value: { value: measure.value, unit } } : convert({ value: measure.value, unit }, bound.unit);
  if (!converted.ok) return false;
  return isBeyond(bound.operator, measure.comparator, converted.value.value.cmp(decimal(bound.limit.toString())));
}

/** `order` is the number against the limit: -1, 0 or 1. A comparator in the text leaves one side open. */
function isBeyond(wanted: BoundOperator, said: BoundOperator | undefined, order: number): boolean {
  switch (wanted) {
    case ">=":
      return order >= 0 && said !== "<" && said !== "<=";
    case ">":
      return (order > 0 || (order === 0 && said === ">")) && said !== "<" && said !== "<=";
    case "<=":
      return order <= 0 && said !== ">" && said !== ">=";
    case "<":
      return (order < 0 || (order === 0 && said === "<")) && said !== ">" && said !== ">=";
  }
}
