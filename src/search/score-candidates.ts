import type { Candidate, CorpusStatistics, PassageTerms } from "./candidate-index.ts";
import type { RankingSettings } from "./ranking-settings.ts";
import type { Query, TermOrigin } from "./read-query.ts";

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
  readonly terms: readonly TermShare[];
}

/** Robertson and Sparck Jones's weight, never below zero. */
export function idfOf(statistics: CorpusStatistics, stem: string): number {
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
 * Orders candidates: BM25F over title, subjects and text (Robertson, Zaragoza and Taylor 2004), then shares for the best sentence and
 * for the title's likeness to the question. Ties are broken by the passage's hash, so that results can be made again.
 */
export function scoreCandidates(
  candidates: readonly Candidate[],
  terms: readonly WeighedTerm[],
  settings: RankingSettings,
  statistics: CorpusStatistics,
): readonly ScoredCandidate[] {
  const weights = new Map(terms.map((term) => [term.stem, term]));
  const all = [...weights.values()];
  const whole = sum(all.map(({ weight, idf }) => weight * idf)) || 1;
  const said = sum(all.map(({ weight, idf, origin }) => (isAdded(origin) ? 0 : weight * idf))) || 1;
  const scored = candidates.map((candidate) => {
    const shares = shareOut(candidate.terms, weights, settings, statistics);
    return {
      candidate,
      terms: shares,
      bm25: sum(shares.map(({ score }) => score)),
      sentence: settings.sentenceShare > 0 ? coverage(candidate.terms, weights) / whole : 0,
      title: settings.titleShare > 0 ? titleLikeness(candidate.terms.title, weights, said, statistics) : 0,
    };
  });
  const best = Math.max(...scored.map(({ bm25 }) => bm25), Number.EPSILON);
  const { sentenceShare, titleShare } = settings;
  const plainShare = 1 - sentenceShare - titleShare;
  return scored
    .map((hit) => ({
      ...hit,
      score: (plainShare * hit.bm25) / best + sentenceShare * hit.sentence + titleShare * hit.title,
    }))
    .sort((a, b) => b.score - a.score || (a.candidate.hash < b.candidate.hash ? -1 : 1));
}

/** BM25F, term by term. */
function shareOut(
  { title, subjects, sentences }: PassageTerms,
  weights: Weights,
  { k1, bTitle, bBody, titleWeight, subjectsWeight, delta }: RankingSettings,
  statistics: CorpusStatistics,
): readonly TermShare[] {
  const inTitle = count([title], weights);
  const inSubjects = count([subjects], weights);
  const inBody = count(sentences, weights);
  const bodyLength = sum(sentences.map(({ length }) => length));
  const titleNorm = lengthNorm(bTitle, title.length, statistics.meanTitleLength);
  const subjectsNorm = lengthNorm(bTitle, subjects.length, statistics.meanSubjectsLength);
  const bodyNorm = lengthNorm(bBody, bodyLength, statistics.meanBodyLength);
  const shares: TermShare[] = [];
  for (const term of weights.values()) {
    const t = inTitle.get(term.stem) ?? 0;
    const s = inSubjects.get(term.stem) ?? 0;
    const b = inBody.get(term.stem) ?? 0;
    const frequency = (titleWeight * t) / titleNorm + (subjectsWeight * s) / subjectsNorm + b / bodyNorm;
    if (frequency === 0) continue;
    const saturated = (frequency * (k1 + 1)) / (frequency + k1) + delta;
    shares.push({ ...term, inTitle: t, inSubjects: s, inBody: b, score: term.weight * term.idf * saturated });
  }
  return shares;
}

function lengthNorm(b: number, length: number, mean: number): number {
  return 1 - b + (b * length) / (mean || 1);
}

function count(lists: readonly (readonly string[])[], weights: Weights): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists)
    for (const term of list) if (weights.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The weight of the question that the best single sentence, or the title, holds. */
function coverage({ title, sentences }: PassageTerms, weights: Weights): number {
  const held = (terms: readonly string[]) => {
    const seen = new Set<string>();
    let total = 0;
    for (const stem of terms) {
      const term = weights.get(stem);
      if (term === undefined || seen.has(stem)) continue;
      seen.add(stem);
      total += term.weight * term.idf;
    }
    return total;
  };
  return sentences.reduce((best, sentence) => Math.max(best, held(sentence)), held(title));
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

/** Whether of the words that were not said, but added to find what says it otherwise. */
export function isAdded(origin: TermOrigin): boolean {
  return origin === "synonym" || origin === "question-type";
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
}
