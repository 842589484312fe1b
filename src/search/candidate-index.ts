import type { Passage, RankingProfile } from "../evidence/corpus.ts";

/** A passage as ranking sees it: the fields that are weighed, and the statistics of its list. */
export interface Candidate {
  readonly passage: Passage;
  /** The document's title. */
  readonly title: string;
  /** The document's own foci, synonyms and headings, joined. */
  readonly subjects: string;
  readonly date?: string;
}

/** Numbers over all passages of one profile, kept current with each import, so that weights do not drift with the candidates. */
export interface CorpusStatistics {
  readonly passages: number;
  /** Mean lengths in terms of the analyser. */
  readonly meanTitleLength: number;
  readonly meanBodyLength: number;
  /** In how many passages a stem occurs; 0 when it does not. */
  documentFrequency(stem: string): number;
}

/**
 * The first stage of search: passages that hold at least one of some rare stems. SQLite and PostgreSQL implement it; the second
 * stage, which orders them, is ours and the same over both. Only passages of released sources are found.
 */
export interface CandidateIndex {
  statistics(profile: RankingProfile): CorpusStatistics;
  /** At most `limit` candidates that hold any of the stems, roughly best first, ties by passage hash. */
  findCandidates(
    profile: RankingProfile,
    stems: readonly string[],
    limit: number,
  ): readonly Candidate[] | Promise<readonly Candidate[]>;
}
