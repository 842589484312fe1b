import type { RankingProfile } from "../evidence/corpus.ts";
import type { Analyser } from "./analyser.ts";
import {
  type Candidate,
  type CandidateIndex,
  type CorpusStatistics,
  type FoundPassage,
  firstStageLength,
  meanFirstStageLength,
  passageTerms,
  type WeighedStem,
} from "./candidate-index.ts";
import { FIRST_STAGE } from "./first-stage.ts";
import { learnTermVectors } from "./meaning/learn-term-vectors.ts";
import type { TermVectors } from "./meaning/term-vectors.ts";
import { idfOf } from "./score-candidates.ts";
import { toTermLines } from "./term-lines.ts";

/** Postings in memory: exact, for tests and as the yardstick of the stores. Not for corpora that do not fit. One profile. */
export class MemoryIndex implements CandidateIndex {
  readonly #analyser: Analyser;
  readonly #candidates: Candidate[] = [];
  readonly #found = new Map<string, FoundPassage>();
  readonly #postings = new Map<string, { readonly at: number; frequency: number }[]>();
  readonly #sizes: number[] = [];
  readonly #lengths = { title: 0, subjects: 0, body: 0 };
  #vectors: TermVectors | undefined;

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
  }

  /** Learns what stems mean from the passages that it holds, however few. */
  learn(): void {
    this.#vectors = learnTermVectors(this.#candidates.map(({ lines }) => lines));
  }

  add(found: FoundPassage, subjects: readonly string[]): void {
    const terms = passageTerms({ title: found.title, subjects }, this.#analyser)(found.passage.text);
    const { hash } = found.passage;
    const at = this.#candidates.push({ hash, lines: toTermLines(terms) }) - 1;
    this.#found.set(hash, found);
    const body = terms.sentences.flat();
    this.#lengths.title += terms.title.length;
    this.#lengths.subjects += terms.subjects.length;
    this.#lengths.body += body.length;
    this.#sizes.push(firstStageLength(terms));
    this.#post(at, terms.title, FIRST_STAGE.title);
    this.#post(at, terms.subjects, FIRST_STAGE.subjects);
    this.#post(at, body, 1);
  }

  #post(at: number, stems: readonly string[], weight: number): void {
    for (const stem of stems) {
      const postings = this.#postings.get(stem) ?? [];
      const last = postings.at(-1);
      if (last?.at === at) last.frequency += weight;
      else postings.push({ at, frequency: weight });
      if (last === undefined) this.#postings.set(stem, postings);
    }
  }

  statistics(_profile: RankingProfile): CorpusStatistics {
    const passages = this.#candidates.length;
    const mean = (sum: number) => (passages === 0 ? 0 : sum / passages);
    return {
      passages,
      meanTitleLength: mean(this.#lengths.title),
      meanSubjectsLength: mean(this.#lengths.subjects),
      meanBodyLength: mean(this.#lengths.body),
      documentFrequency: (stem) => this.#postings.get(stem)?.length ?? 0,
      stemsBeginning: (start) => [...this.#postings.keys()].filter((stem) => stem.startsWith(start)),
      findTermVectors: () => this.#vectors,
    };
  }

  findCandidates(profile: RankingProfile, stems: readonly WeighedStem[], limit: number): readonly Candidate[] {
    const statistics = this.statistics(profile);
    const mean = meanFirstStageLength(statistics) || 1;
    const scores = new Map<number, number>();
    for (const { stem, weight } of stems) {
      const postings = this.#postings.get(stem) ?? [];
      const idf = idfOf(statistics, stem);
      for (const { at, frequency } of postings) {
        const norm = FIRST_STAGE.k1 * (1 - FIRST_STAGE.b + (FIRST_STAGE.b * (this.#sizes[at] ?? mean)) / mean);
        scores.set(at, (scores.get(at) ?? 0) + (weight * idf * frequency * (FIRST_STAGE.k1 + 1)) / (frequency + norm));
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .flatMap(([at]) => this.#candidates[at] ?? []);
  }

  getPassages(hashes: readonly string[]): readonly FoundPassage[] {
    return hashes.flatMap((hash) => this.#found.get(hash) ?? []);
  }
}
