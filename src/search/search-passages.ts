import type { RankingProfile } from "../evidence/corpus.ts";
import type { Analyser } from "./analyser.ts";
import type { CandidateIndex, FoundPassage } from "./candidate-index.ts";
import { chooseStems } from "./choose-stems.ts";
import { RANKING_SETTINGS, type RankingSettings } from "./ranking-settings.ts";
import { readQuery } from "./read-query.ts";
import { type ScoredCandidate, scoreCandidates, type WeighedTerm, weighTerms } from "./score-candidates.ts";
import type { SearchWords } from "./search-words.ts";
import type { SubjectDictionary } from "./subject-dictionary.ts";
import { passageLines } from "./term-lines.ts";

/** What search works with. */
export interface SearchParts {
  readonly index: CandidateIndex;
  readonly analyser: Analyser;
  readonly words: SearchWords;
  readonly subjects: SubjectDictionary;
}

export interface SearchRequest {
  readonly question: string;
  readonly profile: RankingProfile;
  readonly limit: number;
  /** For experiments; absent: those of the profile. */
  readonly settings?: RankingSettings;
}

/** A passage that fits, with the reasons of its score. */
export interface Hit extends ScoredCandidate {
  readonly found: FoundPassage;
}

/** Candidates that the second stage weighs. */
const CANDIDATES = 200;

/** What was searched for, and what was found. */
export interface SearchResult {
  /** Every term of the question as it was read, with its weight and rarity. */
  readonly terms: readonly WeighedTerm[];
  /** In how many passages it was looked for. */
  readonly passages: number;
  /** Best first. */
  readonly hits: readonly Hit[];
}

/** The passages of one profile that fit a question, best first, each with its reasons. */
export async function searchPassages(request: SearchRequest, parts: SearchParts): Promise<SearchResult> {
  const { terms, scored } = await rankPassages(request, parts);
  const found = await parts.index.getPassages(scored.map(({ candidate }) => candidate.hash));
  const byHash = new Map(found.map((one) => [one.passage.hash, one]));
  const hits = scored.flatMap((hit) => {
    const passage = byHash.get(hit.candidate.hash);
    return passage === undefined ? [] : [{ ...hit, found: passage }];
  });
  return { terms, passages: parts.index.statistics(request.profile).passages, hits };
}

async function rankPassages(
  { question, profile, limit, settings = RANKING_SETTINGS[profile] }: SearchRequest,
  { index, analyser, words, subjects }: SearchParts,
): Promise<{ readonly terms: readonly WeighedTerm[]; readonly scored: readonly ScoredCandidate[] }> {
  const statistics = index.statistics(profile);
  const query = readQuery(question, settings, { analyser, words, subjects, statistics });
  const terms = weighTerms(query, statistics);
  const stems = chooseStems(query, statistics);
  if (stems.length === 0) return { terms, scored: [] };
  const candidates = await index.findCandidates(profile, stems, Math.max(CANDIDATES, limit));
  return { terms, scored: scoreCandidates(candidates, terms, settings, statistics, limit) };
}

/** Orders passages that are given, as search would had it found them: for the place in one document that answers. */
export function searchAmong(
  { question, profile, settings = RANKING_SETTINGS[profile] }: Omit<SearchRequest, "limit">,
  given: readonly (FoundPassage & { readonly subjects: readonly string[] })[],
  { index, analyser, words, subjects }: SearchParts,
): SearchResult {
  const statistics = index.statistics(profile);
  const terms = weighTerms(readQuery(question, settings, { analyser, words, subjects, statistics }), statistics);
  const byHash = new Map(given.map((found) => [found.passage.hash, found]));
  const candidates = given.map(({ passage, title, subjects: about }) => ({
    hash: passage.hash,
    lines: passageLines({ title, subjects: about }, analyser)(passage.text),
  }));
  const hits = scoreCandidates(candidates, terms, settings, statistics, candidates.length).flatMap((hit) => {
    const found = byHash.get(hit.candidate.hash);
    return found === undefined ? [] : [{ ...hit, found }];
  });
  return { terms, passages: statistics.passages, hits };
}
