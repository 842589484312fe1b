import type { DocumentType, Passage, PublicationStatus, RankingProfile } from "../evidence/corpus.ts";
import type { Analyser } from "./analyser.ts";
import { FIRST_STAGE } from "./first-stage.ts";
import type { TermVectors } from "./meaning/term-vectors.ts";
import { splitSentences } from "./split-sentences.ts";

/** The terms of a passage field by field, made once when the passage is indexed, so that ranking tokenises nothing. */
export interface PassageTerms {
  /** Of the document's title. */
  readonly title: readonly string[];
  /** Of the document's own foci, synonyms and headings. */
  readonly subjects: readonly string[];
  /** Of the text, sentence by sentence. */
  readonly sentences: readonly (readonly string[])[];
}

/** A passage as ranking sees it. */
export interface Candidate {
  /** Of the passage; ties are broken by it. */
  readonly hash: string;
  /** Its terms, as `toTermLines` writes them. */
  readonly lines: string;
}

/** A passage with what is shown beside it. */
export interface FoundPassage {
  readonly passage: Passage;
  /** The document's title, and what else its record says of it. */
  readonly title: string;
  readonly type: DocumentType;
  readonly status: PublicationStatus;
  readonly statusReason?: string;
  readonly date?: string;
  readonly url?: string;
  readonly issuer?: string;
}

/** Numbers over all passages of one profile, kept current with each import, so that weights do not drift with the candidates. */
export interface CorpusStatistics {
  readonly passages: number;
  /** Mean lengths in terms of the analyser. */
  readonly meanTitleLength: number;
  readonly meanSubjectsLength: number;
  readonly meanBodyLength: number;
  /** In how many passages a stem occurs; 0 when it does not. */
  documentFrequency(stem: string): number;
  /** Stems of the corpus that begin alike, for the correction of spelling. */
  stemsBeginning(start: string): readonly string[];
  /** What stems mean, as it was learned when much was imported; absent while the corpus is too small to learn from. */
  findTermVectors(): TermVectors | undefined;
}

/** A stem that candidates are looked up by, with its weight in the question. */
export interface WeighedStem {
  readonly stem: string;
  readonly weight: number;
}

/**
 * The first stage of search: passages that hold at least one of some rare stems. Every store implements it; the second stage, which
 * orders them, is ours and the same over all. Only passages of released sources are found.
 */
export interface CandidateIndex {
  statistics(profile: RankingProfile): CorpusStatistics;
  /** At most `limit` candidates that hold any of the stems, roughly best first. */
  findCandidates(
    profile: RankingProfile,
    stems: readonly WeighedStem[],
    limit: number,
  ): readonly Candidate[] | Promise<readonly Candidate[]>;
  /** The passages of hashes that `findCandidates` gave, in the same order. */
  getPassages(hashes: readonly string[]): readonly FoundPassage[] | Promise<readonly FoundPassage[]>;
}

/**
 * Terms of the passages of one document, as every index stores them; title and subjects are read once. Where a passage has no text, the subjects
 * stand in its place.
 */
export function passageTerms(
  { title, subjects }: { readonly title: string; readonly subjects: readonly string[] },
  analyser: Analyser,
): (text: string) => PassageTerms {
  const ofDocument = { title: analyser.terms(title), subjects: analyser.terms(subjects.join(" ")) };
  return (text) => ({
    ...ofDocument,
    sentences: splitSentences(text.trim() === "" ? subjects.join(". ") : text)
      .map((sentence) => analyser.terms(sentence.text))
      .filter(({ length }) => length > 0),
  });
}

export function bodyLength(sentences: PassageTerms["sentences"]): number {
  return sentences.reduce((sum, { length }) => sum + length, 0);
}

/** The length of a passage for the first stage, which runs its fields together. */
export function firstStageLength({ title, subjects, sentences }: PassageTerms): number {
  return FIRST_STAGE.title * title.length + FIRST_STAGE.subjects * subjects.length + bodyLength(sentences);
}

export function meanFirstStageLength(statistics: CorpusStatistics): number {
  const { meanTitleLength, meanSubjectsLength, meanBodyLength } = statistics;
  return FIRST_STAGE.title * meanTitleLength + FIRST_STAGE.subjects * meanSubjectsLength + meanBodyLength;
}
