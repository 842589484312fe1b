import { isAdded } from "../../search/score-candidates.ts";
import type { Hit, SearchResult } from "../../search/search-passages.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** What tells whether what was found answers the question at all, each about 0 to 1. */
export const ANSWERABLE_FEATURES = [
  /** Share of the question that the fullest sentence holds, alone and with its title; with its title, the sentence ranked first. */
  "sentence",
  "sentenceWithTitle",
  "firstSentence",
  /** Share that the fullest passage holds. */
  "passage",
  /** The rarest word, and the share of the three rarest, that one sentence with its title holds. */
  "rarest",
  "threeRarest",
  /** Pairs of neighbouring words that stand together in one sentence. */
  "neighbours",
  /** How far the first passage leads before the fifth and the twentieth, as a share of its score. */
  "leadBeforeFifth",
  "leadBeforeTwentieth",
  /** The first passage's BM25 as a share of what the question could give. */
  "bm25",
  /** Rarity that the fullest sentence accounts for: many rare words together are no coincidence. */
  "information",
  /** Sentences nearly as full as the fullest. */
  "rivals",
] as const;
export type AnswerableFeature = (typeof ANSWERABLE_FEATURES)[number];

interface Ranked {
  readonly read: ReadSentence;
  readonly score: number;
}

/** Sentences that are looked at, best first. */
const LOOKED_AT = 30;
const THREE = 3;
const NEARLY = 0.8;

/** Reads from the passages and sentences that were found, best first, how well they hold what was asked. */
export function answerableFeatures(
  { terms, passages, hits }: SearchResult,
  ranked: readonly Ranked[],
): Readonly<Record<AnswerableFeature, number>> {
  // A stem that no passage holds is as rare as can be: search leaves it out, here it counts most.
  const rarestPossible = Math.log(1 + 2 * passages) || 1;
  const said = terms.filter(({ origin }) => !isAdded(origin));
  const rarity = new Map(said.map(({ stem, idf }) => [stem, idf > 0 ? idf : rarestPossible]));
  const weights = new Map(said.map(({ stem, weight }) => [stem, weight * (rarity.get(stem) ?? 0)]));
  const whole = sum([...weights.values()]) || 1;
  const share = (stems: Iterable<string>) => sum([...stems].map((stem) => weights.get(stem) ?? 0)) / whole;
  const looked = ranked.slice(0, LOOKED_AT).map(({ read }) => read);
  const best = (of: (read: ReadSentence) => number) => Math.max(0, ...looked.map(of));
  const [rarest, ...others] = [...rarity].sort((a, b) => b[1] - a[1]).map(([stem]) => stem);
  const three = [rarest, ...others].slice(0, THREE).filter((stem) => stem !== undefined);
  const sentenceWithTitle = best(({ holdsWithTitle }) => share(holdsWithTitle));
  const nearly = looked.filter(({ holdsWithTitle }) => share(holdsWithTitle) >= NEARLY * sentenceWithTitle).length;
  return {
    sentence: best(({ holds }) => share(holds)),
    sentenceWithTitle,
    firstSentence: looked[0] === undefined ? 0 : share(looked[0].holdsWithTitle),
    passage: Math.max(0, ...hits.map((hit) => share(stemsIn(hit, weights)))),
    rarest: best(({ holdsWithTitle }) => (rarest !== undefined && holdsWithTitle.has(rarest) ? 1 : 0)),
    threeRarest: best(
      ({ holdsWithTitle }) => three.filter((stem) => holdsWithTitle.has(stem)).length / Math.max(1, three.length),
    ),
    neighbours: best(({ features }) => features.neighbours),
    leadBeforeFifth: leadBefore(5, hits),
    leadBeforeTwentieth: leadBefore(20, hits),
    bm25: (hits[0]?.bm25 ?? 0) / (2 * whole),
    information:
      best(({ holdsWithTitle }) => sum([...holdsWithTitle].map((stem) => rarity.get(stem) ?? 0))) /
      (THREE * rarestPossible),
    rivals: Math.log(1 + nearly) / Math.log(1 + LOOKED_AT),
  };
}

function stemsIn({ terms }: Hit, asked: ReadonlyMap<string, number>): ReadonlySet<string> {
  return new Set(terms.map(({ stem }) => stem).filter((stem) => asked.has(stem)));
}

function leadBefore(place: number, hits: readonly Hit[]): number {
  const first = hits[0]?.bm25 ?? 0;
  const other = hits[Math.min(place, hits.length) - 1]?.bm25 ?? 0;
  return first === 0 ? 0 : (first - other) / first;
}

/** The probability that the question is answered, as logistic regression foretells it. */
export function probabilityOf<Name extends string>(
  features: Readonly<Record<Name, number>>,
  { intercept, weights }: { readonly intercept: number; readonly weights: Readonly<Record<Name, number>> },
): number {
  return 1 / (1 + Math.exp(-(intercept + weightedSum(features, weights))));
}

/** The sum of features by their weights; both have the same names. */
export function weightedSum<Name extends string>(
  features: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  let total = 0;
  for (const name in features) total += features[name] * weights[name];
  return total;
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
}
