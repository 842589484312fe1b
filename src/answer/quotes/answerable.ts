import type { WeighedTerm } from "../../search/score-candidates.ts";
import { isAdded } from "../../search/score-candidates.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** What tells whether what was found answers the question at all; each from 0 to 1. */
export const ANSWERABLE_FEATURES = [
  "sentence",
  "sentenceWithTitle",
  "rarest",
  "rarestWithTitle",
  "unknown",
  "neighbours",
  "lead",
  "telling",
] as const;
export type AnswerableFeature = (typeof ANSWERABLE_FEATURES)[number];

/** The rarest stems of a question carry what it is about. */
const RAREST = 3;
/** Sentences beyond these do not count for the lead. */
const RIVALS = 5;
/** A question of as many stems says enough. */
const TELLING = 8;

/** Reads from the sentences that were found, best first by their own score, how well they hold what was asked. */
export function answerableFeatures(
  terms: readonly WeighedTerm[],
  passages: number,
  ranked: readonly { readonly read: ReadSentence; readonly score: number }[],
): Readonly<Record<AnswerableFeature, number>> {
  // A stem that no passage holds is as rare as can be: search leaves it out, here it counts most.
  const rarity = ({ idf }: WeighedTerm) => (idf > 0 ? idf : Math.log(1 + 2 * passages));
  const said = terms.filter(({ origin }) => !isAdded(origin));
  const weights = new Map(said.map((term) => [term.stem, rarity(term)]));
  const whole = sum([...weights.values()]) || 1;
  const share = (stems: Iterable<string>) => sum([...stems].map((stem) => weights.get(stem) ?? 0)) / whole;
  const rarest = new Set(
    [...weights]
      .sort((a, b) => b[1] - a[1])
      .slice(0, RAREST)
      .map(([stem]) => stem),
  );
  const rareShare = (stems: ReadonlySet<string>) =>
    [...rarest].filter((stem) => stems.has(stem)).length / Math.max(1, rarest.size);
  const best = (of: (read: ReadSentence) => number) => ranked.reduce((most, { read }) => Math.max(most, of(read)), 0);
  const first = ranked[0]?.score ?? 0;
  const rival = ranked[Math.min(RIVALS, ranked.length) - 1]?.score ?? 0;
  return {
    sentence: best(({ holds }) => share(holds)),
    sentenceWithTitle: best(({ holdsWithTitle }) => share(holdsWithTitle)),
    rarest: best(({ holds }) => rareShare(holds)),
    rarestWithTitle: best(({ holdsWithTitle }) => rareShare(holdsWithTitle)),
    unknown: share(said.filter(({ idf }) => idf === 0).map(({ stem }) => stem)),
    neighbours: best(({ features }) => features.neighbours),
    lead: first === 0 ? 0 : Math.min(1, Math.max(0, (first - rival) / Math.abs(first))),
    telling: Math.min(1, weights.size / TELLING),
  };
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
  return numbers.reduce((total, one) => total + one, 0);
}
