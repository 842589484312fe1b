import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { EntryPart, Lexicon } from "./lexicon.ts";
import type { Element, Part } from "./phrase.ts";
import { MAX_GAP, type Match, type MatchedText, Walk } from "./walk.ts";

/** In the first pass numbers go to the phrase that stands right beside them. */
const NEAR_GAP = 1;
/**
 * Finds every part of every phrase of the lexicon; which of two overlapping finds counts is decided by the caller. Numbers are given
 * out in turn: to phrases that take a pair of them, then to the phrase right beside, then to one farther away.
 */
export function findMatches(
  text: MatchedText,
  lexicon: Lexicon,
  features: ReadonlyMap<string, CaseFeature>,
): readonly Match[] {
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
