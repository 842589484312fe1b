import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { MatchedText } from "./matched-text.ts";
import type { Candidate, PartIndex } from "./part-index.ts";
import { MAX_GAP, type Match, type Sides, Walk } from "./walk.ts";

/** In the first pass numbers go to the phrase that stands right beside them. */
const NEAR_GAP = 1;

/** Finds every part of every phrase in one text; which of two overlapping finds counts is decided by the caller. */
export class Matcher {
  readonly #text: MatchedText;
  readonly #features: ReadonlyMap<string, CaseFeature>;
  readonly #candidates: readonly Candidate[];
  /** Finds that hold whichever side is in question, and take no number. */
  readonly #plain: readonly Match[];

  constructor(text: MatchedText, index: PartIndex, features: ReadonlyMap<string, CaseFeature>) {
    this.#text = text;
    this.#features = features;
    this.#candidates = index.candidatesIn(text);
    this.#plain = this.#findPlain(false, undefined);
  }

  /**
   * The finds when this side is in question, or none is known. Numbers are given out in turn: to phrases that take a pair of them, then to
   * the phrase right beside, then to one farther away.
   */
  find(sides: Sides | undefined): readonly Match[] {
    const found = sides === undefined ? [...this.#plain] : [...this.#plain, ...this.#findPlain(true, sides)];
    const claimed = new Set(found.flatMap((match) => (match.entry.target.kind === "idle" ? match.at : [])));
    const claim = (candidates: readonly Candidate[], maxGap: number): readonly Candidate[] => {
      const walk = this.#walk(maxGap, new Set(claimed), sides);
      return candidates.filter(({ part, at }) => {
        const match = walk.find(part, at);
        if (match === undefined) return true;
        found.push(match);
        for (const { measure } of match.captures) claimed.add(measure.numberAt);
        return false;
      });
    };
    const taking = this.#candidates.filter(({ part }) => part.numbers > 0 && (sides !== undefined || !part.needsSide));
    claim(
      taking.filter(({ part }) => part.numbers > 1),
      MAX_GAP,
    );
    const singles = taking.filter(({ part }) => part.numbers === 1);
    claim(claim(singles, NEAR_GAP), MAX_GAP);
    return found;
  }

  #findPlain(needingSide: boolean, sides: Sides | undefined): readonly Match[] {
    const walk = this.#walk(MAX_GAP, new Set(), sides);
    return this.#candidates.flatMap(({ part, at }) =>
      part.numbers > 0 || part.needsSide !== needingSide ? [] : (walk.find(part, at) ?? []),
    );
  }

  #walk(maxGap: number, claimed: ReadonlySet<number>, sides: Sides | undefined): Walk {
    return new Walk(this.#text, this.#features, { maxGap, claimed, sides });
  }
}
