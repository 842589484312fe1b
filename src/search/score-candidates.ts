import type { Candidate, CorpusStatistics } from "./candidate-index.ts";
import { likeness } from "./meaning/term-vectors.ts";
import type { RankingSettings } from "./ranking-settings.ts";
import type { Query, TermOrigin } from "./read-query.ts";
import { type CountedTerms, StemCounter, titleOf } from "./term-lines.ts";

/** What one term adds to a hit's score, so that a hit can say why it stands where it stands. */
export interface TermShare {
  readonly stem: string;
  readonly origin: TermOrigin;
  readonly weight: number;
  readonly idf: number;
  readonly inTitle: number;
  readonly inSubjects: number;
  readonly inBody: number;
  readonly score: number;
}

export interface ScoredCandidate {
  readonly candidate: Candidate;
  /** From 0 to about 1 within one profile's list; scores of different profiles are not comparable. */
  readonly score: number;
  readonly bm25: number;
  /** Share of the question's weight that the best sentence holds. */
  readonly sentence: number;
  /** Likeness of title and question (F1 of their weights). */
  readonly title: number;
  /** Their likeness in meaning: the cosine of their directions; 0 where nothing was learned. */
  readonly meaning: number;
  readonly terms: readonly TermShare[];
}

/** Robertson and Sparck Jones's weight, never below zero. */
export function idfOf(statistics: Pick<CorpusStatistics, "passages" | "documentFrequency">, stem: string): number {
  const frequency = statistics.documentFrequency(stem);
  return frequency === 0 ? 0 : Math.log(1 + (statistics.passages - frequency + 0.5) / (frequency + 0.5));
}

/** A term of the question with its rarity in the corpus. */
export interface WeighedTerm {
  readonly stem: string;
  readonly origin: TermOrigin;
  readonly weight: number;
  readonly idf: number;
}

export function weighTerms({ terms }: Query, statistics: CorpusStatistics): readonly WeighedTerm[] {
  return terms.map((term) => ({ ...term, idf: idfOf(statistics, term.stem) }));
}

type Weights = ReadonlyMap<string, WeighedTerm>;

/**
 * Orders candidates and keeps the best: BM25F over title, subjects and text (Robertson, Zaragoza and Taylor 2004), then shares for the best
 * sentence and for the title's likeness to the question, in words and in meaning. Ties are broken by the passage's hash, so that results can be made again. Only
 * what is kept says what each term adds.
 */
export function scoreCandidates(
  candidates: readonly Candidate[],
  terms: readonly WeighedTerm[],
  settings: RankingSettings,
  statistics: CorpusStatistics,
  limit: number,
): readonly ScoredCandidate[] {
  const weights = new Map(terms.map((term) => [term.stem, term]));
  const all = [...weights.values()];
  const whole = sum(all.map(({ weight, idf }) => weight * idf)) || 1;
  const said = sum(all.map(({ weight, idf, origin }) => (isAdded(origin) ? 0 : weight * idf))) || 1;
  const counter = new StemCounter(all.map(({ stem, weight, idf }) => ({ stem, worth: weight * idf })));
  const { sentenceShare, titleShare, meaningShare } = settings;
  const meaningOf = meaningShare > 0 ? likenessInMeaning(all, statistics) : () => 0;
  const weighed = candidates.map((candidate) => {
    const counted = counter.count(candidate.lines);
    const frequencyOf = fieldedFrequency(counted, settings, statistics);
    let bm25 = 0;
    for (const [at, term] of all.entries()) bm25 += shareOf(term, frequencyOf(at), settings);
    return {
      candidate,
      bm25,
      sentence: sentenceShare > 0 ? counted.bestLine / whole : 0,
      title: titleShare > 0 ? titleLikeness(titleOf(candidate.lines), weights, said, statistics) : 0,
      meaning: meaningOf(candidate),
    };
  });
  const best = weighed.reduce((most, { bm25 }) => Math.max(most, bm25), Number.EPSILON);
  // Where nothing was learned every page loses the same: the other shares keep their proportions, and the order is theirs.
  const plainShare = 1 - sentenceShare - titleShare - meaningShare;
  return weighed
    .map((hit) => ({
      ...hit,
      score:
        (plainShare * hit.bm25) / best +
        sentenceShare * hit.sentence +
        titleShare * hit.title +
        meaningShare * hit.meaning,
    }))
    .sort((a, b) => b.score - a.score || (a.candidate.hash < b.candidate.hash ? -1 : 1))
    .slice(0, limit)
    .map((hit) => ({ ...hit, terms: sharesOf(counter.count(hit.candidate.lines), all, settings, statistics) }));
}

/** What each term that the passage holds adds. */
function sharesOf(
  counted: CountedTerms,
  terms: readonly WeighedTerm[],
  settings: RankingSettings,
  statistics: CorpusStatistics,
): readonly TermShare[] {
  const frequencyOf = fieldedFrequency(counted, settings, statistics);
  return terms.flatMap((term, at) => {
    const frequency = frequencyOf(at);
    if (frequency === 0) return [];
    const [inTitle, inSubjects, inBody] = [
      counted.inTitle[at] ?? 0,
      counted.inSubjects[at] ?? 0,
      counted.inBody[at] ?? 0,
    ];
    return [{ ...term, inTitle, inSubjects, inBody, score: shareOf(term, frequency, settings) }];
  });
}

/** How often a passage holds the term at a place of the question: each field by its weight, and against its length. */
function fieldedFrequency(
  { titleLength, subjectsLength, bodyLength, inTitle, inSubjects, inBody }: CountedTerms,
  { bTitle, bBody, titleWeight, subjectsWeight }: RankingSettings,
  { meanTitleLength, meanSubjectsLength, meanBodyLength }: CorpusStatistics,
): (at: number) => number {
  const titleNorm = lengthNorm(bTitle, titleLength, meanTitleLength);
  const subjectsNorm = lengthNorm(bTitle, subjectsLength, meanSubjectsLength);
  const bodyNorm = lengthNorm(bBody, bodyLength, meanBodyLength);
  return (at) =>
    (titleWeight * (inTitle[at] ?? 0)) / titleNorm +
    (subjectsWeight * (inSubjects[at] ?? 0)) / subjectsNorm +
    (inBody[at] ?? 0) / bodyNorm;
}

/** BM25 of one term. */
function shareOf({ weight, idf }: WeighedTerm, frequency: number, { k1, delta }: RankingSettings): number {
  return frequency === 0 ? 0 : weight * idf * ((frequency * (k1 + 1)) / (frequency + k1) + delta);
}

function lengthNorm(b: number, length: number, mean: number): number {
  return 1 - b + (b * length) / (mean || 1);
}

/**
 * Harmonic mean of the title's weight that the question holds and the question's weight that the title holds. Words that
 * search added count for the question, never against it.
 */
function titleLikeness(title: readonly string[], weights: Weights, said: number, statistics: CorpusStatistics): number {
  let all = 0;
  let shared = 0;
  let held = 0;
  for (const stem of new Set(title)) {
    const idf = idfOf(statistics, stem);
    all += idf;
    const term = weights.get(stem);
    if (term === undefined) continue;
    shared += idf;
    held += term.weight * term.idf;
  }
  const precision = all === 0 ? 0 : shared / all;
  const recall = Math.min(1, held / said);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** How like a candidate's title is to the question in meaning. Words that search added say nothing of what was meant. */
function likenessInMeaning(terms: readonly WeighedTerm[], statistics: CorpusStatistics): (of: Candidate) => number {
  const vectors = statistics.findTermVectors();
  const said = terms.filter(({ origin }) => !isAdded(origin));
  const asked = vectors?.directionOf(said.map(({ stem, weight, idf }) => [stem, weight * idf]));
  if (vectors === undefined || asked === undefined) return () => 0;
  return ({ lines }) => {
    const title = vectors.directionOf(titleOf(lines).map((stem) => [stem, idfOf(statistics, stem)]));
    return title === undefined ? 0 : likeness(asked, title);
  };
}

/** Whether of the words that were not said, but added to find what says it otherwise. */
export function isAdded(origin: TermOrigin): boolean {
  return origin === "synonym" || origin === "question-type";
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
}
