import type { RankingProfile } from "../evidence/corpus.ts";

/**
 * The numbers of ranking, for each kind of source. They were chosen on the development halves of the evaluation data;
 * `docs/evaluation-history.md` says which of them by cross-validation and which by hand.
 */
export interface RankingSettings {
  /** How fast repetition of a term stops counting (BM25). */
  readonly k1: number;
  /** How much a field's length counts against it, 0 to 1, for each field. */
  readonly bTitle: number;
  readonly bBody: number;
  readonly titleWeight: number;
  readonly subjectsWeight: number;
  /** Weight of a term that belongs to the subject of the question (a phrase of the dictionary); others weigh 1. */
  readonly focusWeight: number;
  /** Added to a term's weight each time the question says it again: 1 as BM25 has it, less where people repeat themselves in letters. */
  readonly repeatWeight: number;
  /** Weight of words that ask for the same kind of answer as one of the question's. */
  readonly questionTypeWeight: number;
  /** Weight of other names of the subject. */
  readonly synonymWeight: number;
  /** Share of the final score that the best sentence's coverage of the question has. */
  readonly sentenceShare: number;
  /** Share that the likeness of the title to the question has. */
  readonly titleShare: number;
  /** Share that the title's likeness in meaning has, where the words of title and question are not the same. Nobody learns vectors for 0. */
  readonly meaningShare: number;
  /** Terms of a question that are kept at most, the most telling first. */
  readonly mostTerms: number;
  /** Added to the score for each term that is there at all (BM25+, Lv and Zhai 2011). */
  readonly delta: number;
}

export const RANKING_SETTINGS: Readonly<Record<RankingProfile, RankingSettings>> = {
  "topic-pages": {
    k1: 2,
    bTitle: 0.3,
    bBody: 0.75,
    titleWeight: 2,
    subjectsWeight: 2,
    focusWeight: 1.5,
    repeatWeight: 0.6,
    questionTypeWeight: 0.5,
    synonymWeight: 0,
    sentenceShare: 0,
    titleShare: 0.3,
    meaningShare: 0.25,
    mostTerms: 8,
    delta: 0,
  },
  literature: {
    k1: 0.9,
    bTitle: 0.75,
    bBody: 0.4,
    titleWeight: 3,
    subjectsWeight: 0.5,
    focusWeight: 1,
    repeatWeight: 1,
    questionTypeWeight: 0,
    synonymWeight: 0.15,
    sentenceShare: 0.2,
    titleShare: 0,
    meaningShare: 0,
    mostTerms: 1000,
    delta: 0,
  },
};
