import type { CaseFeature } from "../../pathway/model/feature.ts";
import { mayTake } from "./fit.ts";
import type { MatchedText } from "./matched-text.ts";
import type { Candidate, NumbersFor, PartIndex } from "./part-index.ts";
import { featureOf, type NumberedPart } from "./step.ts";
import { MAX_GAP, type Match, type Sides, Walk } from "./walk.ts";

/** In the first pass numbers go to the phrase that stands right beside them. */
const NEAR_GAP = 1;

/** A part that takes a number, and a place where it may begin. */
interface Taker {
  readonly part: NumberedPart;
  readonly at: number;
}

/** Finds every part of every phrase in one text; which of two overlapping finds counts is decided by the caller. */
export class Matcher {
  readonly #text: MatchedText;
  readonly #features: ReadonlyMap<string, CaseFeature>;
  readonly #candidates: readonly Candidate[];
  /** Finds that hold whichever side is in question, and take no number. */
  readonly #plain: readonly Match[];
  readonly #takers: readonly Taker[];

  constructor(text: MatchedText, index: PartIndex, features: ReadonlyMap<string, CaseFeature>) {
    this.#text = text;
    this.#features = features;
    this.#candidates = index.candidatesIn(text, numbersFor(text, features));
    this.#plain = this.#findPlain(false, undefined);
    this.#takers = this.#inTextOrder(
      ({ numbers }) => numbers > 0,
      (part, at) => ({ part, at }),
    );
  }

  /**
   * The finds when this side is in question, or none is known. Numbers are given out in turn: to phrases that take a pair of them, then to
   * the phrase right beside, then to one farther away.
   */
  find(sides: Sides | undefined): readonly Match[] {
    const found = sides === undefined ? [...this.#plain] : [...this.#plain, ...this.#findPlain(true, sides)];
    const claimed = new Set(found.flatMap((match) => (match.entry.target.kind === "idle" ? match.at : [])));
    const claim = (takers: readonly Taker[], maxGap: number): readonly Taker[] => {
      const walk = this.#walk(maxGap, new Set(claimed), sides);
      return takers.filter(({ part, at }) => {
        const match = walk.find(part, at);
        if (match === undefined) return true;
        found.push(match);
        for (const { measure } of match.captures) claimed.add(measure.numberAt);
        return false;
      });
    };
    const takers = sides === undefined ? this.#takers.filter(({ part }) => !part.needsSide) : this.#takers;
    claim(
      takers.filter(({ part }) => part.numbers > 1),
      MAX_GAP,
    );
    const singles = takers.filter(({ part }) => part.numbers === 1);
    claim(claim(singles, NEAR_GAP), MAX_GAP);
    return found;
  }

  /** Whether any phrase that means a side is found for these, even were no number spoken for; else they find what no side does. */
  isMeantBySome(sides: Sides): boolean {
    const walk = this.#walk(MAX_GAP, new Set(), sides);
    return this.#candidates.some(
      ({ part, places }) => part.needsSide && places.some((at) => walk.find(part, at) !== undefined),
    );
  }

  #findPlain(needingSide: boolean, sides: Sides | undefined): readonly Match[] {
    const walk = this.#walk(MAX_GAP, new Set(), sides);
    return this.#inTextOrder(
      ({ numbers, needsSide }) => numbers === 0 && needsSide === needingSide,
      (part, at) => walk.find(part, at),
    );
  }

  /** What is made of each place of these parts: in the order of the text, and at one place in that of the candidates. */
  #inTextOrder<T>(
    isMeant: (part: NumberedPart) => boolean,
    make: (part: NumberedPart, at: number) => T | undefined,
  ): readonly T[] {
    const byPlace: T[][] = this.#text.tokens.map(() => []);
    for (const { part, places } of this.#candidates) {
      if (!isMeant(part)) continue;
      for (const at of places) {
        const made = make(part, at);
        if (made !== undefined) byPlace[at]?.push(made);
      }
    }
    return byPlace.flat();
  }

  #walk(maxGap: number, claimed: ReadonlySet<number>, sides: Sides | undefined): Walk {
    return new Walk(this.#text, this.#features, { maxGap, claimed, sides });
  }
}

/** Which numbers of the text a part may begin with. Asked once for all parts that want the same kind of number of one feature. */
function numbersFor({ measures, tokens }: MatchedText, features: ReadonlyMap<string, CaseFeature>): NumbersFor {
  const known = new Map<string, readonly number[]>();
  return (part, first) => {
    const feature = featureOf(first, part);
    const key = first.kind === "number" ? `${first.wanted} ${feature}` : undefined;
    const before = key === undefined ? undefined : known.get(key);
    if (before !== undefined) return before;
    const places = [...measures].flatMap(([at, measure]) =>
      mayTake(first, measure, features.get(feature), tokens) ? [at] : [],
    );
    if (key !== undefined) known.set(key, places);
    return places;
  };
}
