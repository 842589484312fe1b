import type { RankingProfile } from "../evidence/corpus.ts";
import type { Analyser } from "./analyser.ts";
import type { Candidate, CandidateIndex, CorpusStatistics } from "./candidate-index.ts";

/** Postings in memory: exact, for tests and as the yardstick of the stores. Not for corpora that do not fit. */
export class MemoryIndex implements CandidateIndex {
  readonly #analyser: Analyser;
  readonly #candidates: Candidate[] = [];
  readonly #postings = new Map<string, number[]>();
  #titleLength = 0;
  #bodyLength = 0;

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
  }

  add(candidate: Candidate): void {
    const at = this.#candidates.push(candidate) - 1;
    const title = this.#analyser.terms(candidate.title);
    const body = this.#analyser.terms(candidate.passage.text);
    this.#titleLength += title.length;
    this.#bodyLength += body.length;
    for (const stem of new Set([...title, ...body])) {
      const postings = this.#postings.get(stem);
      if (postings === undefined) this.#postings.set(stem, [at]);
      else postings.push(at);
    }
  }

  statistics(_profile: RankingProfile): CorpusStatistics {
    const passages = this.#candidates.length;
    return {
      passages,
      meanTitleLength: this.#titleLength / passages,
      meanBodyLength: this.#bodyLength / passages,
      documentFrequency: (stem) => this.#postings.get(stem)?.length ?? 0,
    };
  }

  findCandidates(_profile: RankingProfile, stems: readonly string[], limit: number): readonly Candidate[] {
    const statistics = this.statistics(_profile);
    const scores = new Map<number, number>();
    for (const stem of stems) {
      const postings = this.#postings.get(stem) ?? [];
      const idf = Math.log(1 + statistics.passages / (postings.length + 0.5));
      for (const at of postings) scores.set(at, (scores.get(at) ?? 0) + idf);
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .flatMap(([at]) => this.#candidates[at] ?? []);
  }
}
