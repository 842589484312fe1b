import type { CaseFeature } from "../../../pathway/model/feature.ts";
import { mayTake } from "./fit.ts";
import type { MatchedText } from "./matched-text.ts";
import { repeatedMentions } from "./mentions.ts";
import type { NumbersFor, PartIndex } from "./part-index.ts";
import type { NumberedPart, NumberStep } from "./step.ts";
import { type Claims, MAX_GAP, type Match, type Sides, Walk } from "./walk.ts";

/** In the first pass numbers go to the phrase that stands right beside them. */
const NEAR_GAP = 1;

const NONE_CLAIMED: Claims = new Map();

/** A part, and a place where it may begin. */
interface Beginning {
  readonly part: NumberedPart;
  readonly at: number;
}

/** Finds every part of every phrase in one text; which of two overlapping finds counts is decided by the caller. */
export class Matcher {
  readonly #text: MatchedText;
  readonly #features: ReadonlyMap<string, CaseFeature>;
  /** Finds that hold whichever side is in question, and take no number. */
  readonly #plain: Match[] = [];
  readonly #withSide: Beginning[] = [];
  readonly #takers: Beginning[] = [];

  constructor(text: MatchedText, index: PartIndex, features: ReadonlyMap<string, CaseFeature>) {
    this.#text = text;
    this.#features = features;
    const walk = this.#walk(MAX_GAP, NONE_CLAIMED, undefined);
    const beginnings = index.beginningsIn(text, numbersFor(text, features));
    const isRepeated = repeatedMentions(beginnings, index);
    for (const [at, parts] of beginnings.entries())
      for (const part of parts) {
        if (part.numbers > 0) this.#takers.push({ part, at });
        if (part.needsSide) this.#withSide.push({ part, at });
        const match = part.numbers > 0 || part.needsSide ? undefined : walk.find(part, at);
        if (match !== undefined && !isRepeated(part, match)) this.#plain.push(match);
      }
  }

  /**
   * The finds when this side is in question, or none is known. Numbers are given out in turn: to phrases that take a pair of them, then to
   * the phrase right beside, then to one farther away.
   */
  find(sides: Sides | undefined): readonly Match[] {
    const found = [...this.#plain];
    if (sides !== undefined) {
      const walk = this.#walk(MAX_GAP, NONE_CLAIMED, sides);
      found.push(...this.#withSide.flatMap(({ part, at }) => (part.numbers > 0 ? [] : (walk.find(part, at) ?? []))));
    }
    const claimed = new Map<number, string | undefined>(
      found.flatMap((match) => (match.entry.target.kind === "idle" ? match.at.map((at) => [at, undefined]) : [])),
    );
    const claim = (takers: readonly Beginning[], maxGap: number): readonly Beginning[] => {
      const walk = this.#walk(maxGap, new Map(claimed), sides);
      return takers.filter(({ part, at }) => {
        const match = walk.find(part, at);
        if (match === undefined) return true;
        found.push(match);
        for (const { feature, measure } of match.captures) claimed.set(measure.numberAt, feature);
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
    const walk = this.#walk(MAX_GAP, NONE_CLAIMED, sides);
    return this.#withSide.some(({ part, at }) => walk.find(part, at) !== undefined);
  }

  #walk(maxGap: number, claimed: Claims, sides: Sides | undefined): Walk {
    return new Walk(this.#text, this.#features, { maxGap, claimed, sides });
  }
}

/** Which numbers of the text a part may begin with. Asked once for all parts that begin with the same step. */
function numbersFor({ measures, tokens }: MatchedText, features: ReadonlyMap<string, CaseFeature>): NumbersFor {
  const known = new Map<NumberStep, readonly number[]>();
  return (first) => {
    const before = known.get(first);
    if (before !== undefined) return before;
    const places = [...measures].flatMap(([at, measure]) => (mayTake(first, measure, features, tokens) ? [at] : []));
    known.set(first, places);
    return places;
  };
}
