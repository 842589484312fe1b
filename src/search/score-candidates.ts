import type { Analyser } from "./analyser.ts";
import type { Candidate, CorpusStatistics } from "./candidate-index.ts";
import type { RankingSettings } from "./ranking-settings.ts";
import type { Query } from "./read-query.ts";
import { splitSentences } from "./split-sentences.ts";

/** What one term adds to a hit's score, so that a hit can say why it stands where it stands. */
export interface TermShare {
  readonly stem: string;
  readonly origin: string;
  readonly weight: number;
  readonly idf: number;
  readonly inTitle: number;
  readonly inBody: number;
  readonly score: number;
}

export interface Hit {
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

/**
 * Orders candidates: BM25F over title and body (Robertson, Zaragoza and Taylor 2004), then shares for the best sentence and for the
 * title's likeness to the question. Ties are broken by the passage's hash, so that results can be made again.
 */
export function scoreCandidates(
  candidates: readonly Candidate[],
  query: Query,
  settings: RankingSettings,
  statistics: CorpusStatistics,
  analyser: Analyser,
): readonly Hit[] {
  const weights = new Map(query.terms.map((term) => [term.stem, { ...term, idf: idfOf(statistics, term.stem) }]));
  const whole = sum([...weights.values()].map(({ weight, idf }) => weight * idf)) || 1;
  const scored = candidates.map((candidate) => {
    const title = analyser.terms(candidate.title);
    const body = analyser.terms(candidate.passage.text);
    const inTitle = count(title, weights);
    const inBody = count(body, weights);
    const titleNorm = 1 - settings.bTitle + (settings.bTitle * title.length) / (statistics.meanTitleLength || 1);
    const bodyNorm = 1 - settings.bBody + (settings.bBody * body.length) / (statistics.meanBodyLength || 1);
    const terms = [...weights.values()].flatMap(({ stem, weight, origin, idf }): TermShare[] => {
      const [t, b] = [inTitle.get(stem) ?? 0, inBody.get(stem) ?? 0];
      const frequency = (settings.titleWeight * t) / titleNorm + b / bodyNorm;
      if (frequency === 0) return [];
      const saturated = (frequency * (settings.k1 + 1)) / (frequency + settings.k1) + settings.delta;
      return [{ stem, origin, weight, idf, inTitle: t, inBody: b, score: weight * idf * saturated }];
    });
    const sentence = settings.sentenceShare > 0 ? coverage(candidate, weights, analyser) / whole : 0;
    const likeness = settings.titleShare > 0 ? titleLikeness(title, weights, whole, statistics) : 0;
    return { candidate, terms, bm25: sum(terms.map(({ score }) => score)), sentence, title: likeness };
  });
  const best = Math.max(...scored.map(({ bm25 }) => bm25), Number.EPSILON);
  const { sentenceShare, titleShare } = settings;
  return scored
    .map((hit) => ({
      ...hit,
      score:
        ((1 - sentenceShare - titleShare) * hit.bm25) / best + sentenceShare * hit.sentence + titleShare * hit.title,
    }))
    .sort((a, b) => b.score - a.score || (a.candidate.passage.hash < b.candidate.passage.hash ? -1 : 1));
}

type Weights = ReadonlyMap<string, { readonly weight: number; readonly idf: number }>;

function count(terms: readonly string[], weights: Weights): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) if (weights.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The weight of the question that the best single sentence holds. */
function coverage({ passage, title }: Candidate, weights: Weights, analyser: Analyser): number {
  let best = 0;
  for (const { text } of [{ text: title }, ...splitSentences(passage.text)]) {
    let held = 0;
    for (const stem of new Set(analyser.terms(text))) {
      const term = weights.get(stem);
      if (term !== undefined) held += term.weight * term.idf;
    }
    best = Math.max(best, held);
  }
  return best;
}

/** Harmonic mean of the title's weight that the question holds and the question's weight that the title holds. */
function titleLikeness(
  title: readonly string[],
  weights: Weights,
  whole: number,
  statistics: CorpusStatistics,
): number {
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
  const recall = held / whole;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
