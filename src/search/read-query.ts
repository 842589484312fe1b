import type { Analyser } from "./analyser.ts";
import type { CorpusStatistics } from "./candidate-index.ts";
import { correctSpelling } from "./correct-spelling.ts";
import type { RankingSettings } from "./ranking-settings.ts";
import type { SearchWords } from "./search-words.ts";
import type { SubjectDictionary } from "./subject-dictionary.ts";

/** Why a term is searched for. */
export type TermOrigin = "question" | "subject" | "synonym" | "question-type" | "spelling";

export interface QueryTerm {
  readonly stem: string;
  readonly weight: number;
  readonly origin: TermOrigin;
}

/** A question as search sees it: stems with weights. */
export interface Query {
  readonly terms: readonly QueryTerm[];
}

/** What a question is read with. */
export interface QueryParts {
  readonly analyser: Analyser;
  readonly words: SearchWords;
  readonly subjects: SubjectDictionary;
  readonly statistics: CorpusStatistics;
}

/** Other names of a subject that are looked at; more would drown the question. */
const MOST_SYNONYMS = 6;

interface SaidTerm {
  readonly stem: string;
  readonly origin: TermOrigin;
}

/**
 * Reads a question with the settings of one profile. A word said again counts more, as the settings have it; a long question is
 * reduced to its most telling words.
 */
export function readQuery(question: string, settings: RankingSettings, parts: QueryParts): Query {
  const { analyser, words, subjects } = parts;
  const said = saidTerms(question, parts);
  const found = subjects.find(said.map(({ stem }) => stem));
  const inSubject = new Set(found.flatMap(({ from, to }) => range(from, to)));
  const weights = new Map<string, QueryTerm>();
  for (const [at, { stem, origin }] of said.entries()) {
    const focused = inSubject.has(at);
    const known = weights.get(stem);
    const once = focused ? settings.focusWeight : 1;
    weights.set(stem, {
      stem,
      weight: known === undefined ? once : Math.max(known.weight, once) + settings.repeatWeight,
      origin: focused || known?.origin === "subject" ? "subject" : origin,
    });
  }
  const reduced = reduce([...weights.values()], settings, parts.statistics);
  const kept = new Map(reduced.map((term) => [term.stem, term]));
  const add = (stem: string, weight: number, origin: TermOrigin): void => {
    if (weight > 0 && !weights.has(stem)) kept.set(stem, { stem, weight, origin });
  };
  for (const [stem, share] of synonymsOf(found.flatMap(({ names }) => names)))
    add(stem, settings.synonymWeight * share, "synonym");
  for (const stem of questionTypeTerms(question, analyser, words))
    add(stem, settings.questionTypeWeight, "question-type");
  return { terms: [...kept.values()] };
}

/** The stems of the question in its order, greetings left out, spelling mended. */
function saidTerms(question: string, { analyser, words, statistics }: QueryParts): readonly SaidTerm[] {
  const fillers = new Set(words.fillers);
  const all = analyser.words(question).filter((word) => !analyser.isStopWord(word));
  const telling = all.filter((word) => !fillers.has(word));
  return (telling.length > 0 ? telling : all).map((word) => {
    const stem = analyser.stem(word);
    const meant = correctSpelling(stem, statistics);
    return { stem: meant, origin: meant === stem ? "question" : "spelling" };
  });
}

/** Keeps as many terms as the settings say, the most telling first. */
function reduce(
  terms: readonly QueryTerm[],
  { mostTerms }: RankingSettings,
  statistics: CorpusStatistics,
): readonly QueryTerm[] {
  if (terms.length <= mostTerms) return terms;
  const rarity = ({ stem, weight }: QueryTerm) =>
    weight * Math.log(1 + statistics.passages / (statistics.documentFrequency(stem) + 0.5));
  const known = terms.filter(({ stem }) => statistics.documentFrequency(stem) > 0);
  const ranked = [...known].sort((a, b) => rarity(b) - rarity(a) || (a.stem < b.stem ? -1 : 1));
  const kept = new Set(ranked.slice(0, mostTerms));
  return known.filter((term) => kept.has(term));
}

/** Words of other names, each with how many of the names hold it. */
function synonymsOf(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const looked = names.slice(0, MOST_SYNONYMS);
  const counts = new Map<string, number>();
  for (const stem of looked.flat()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map([...counts].map(([stem, count]) => [stem, Math.min(1, (2 * count) / looked.length)]));
}

function questionTypeTerms(question: string, analyser: Analyser, { questionTypes }: SearchWords): readonly string[] {
  const spoken = new Set(analyser.words(question));
  return Object.values(questionTypes)
    .filter((group) => group.some((word) => spoken.has(word)))
    .flatMap((group) => group.map((word) => analyser.stem(word)));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}
