import type { Analyser } from "./analyser.ts";
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

/** Other names of a subject that are looked at; more would drown the question. */
const MOST_SYNONYMS = 6;

/** Reads a question with the settings of one profile. Words said twice count twice, as BM25 has it. */
export function readQuery(
  question: string,
  settings: RankingSettings,
  analyser: Analyser,
  words: SearchWords,
  subjects: SubjectDictionary,
): Query {
  const said = analyser.words(question).filter((word) => !analyser.isStopWord(word));
  const fillers = new Set(words.fillers);
  const telling = said.filter((word) => !fillers.has(word));
  const stems = (telling.length > 0 ? telling : said).map((word) => analyser.stem(word));
  const found = subjects.find(stems);
  const inSubject = new Set(found.flatMap(({ from, to }) => range(from, to)));
  const weights = new Map<string, QueryTerm>();
  for (const [at, stem] of stems.entries()) {
    const focused = inSubject.has(at);
    const weight = (weights.get(stem)?.weight ?? 0) + (focused ? settings.focusWeight : 1);
    weights.set(stem, { stem, weight, origin: focused ? "subject" : "question" });
  }
  const add = (stem: string, weight: number, origin: TermOrigin): void => {
    if (weight > 0 && !weights.has(stem)) weights.set(stem, { stem, weight, origin });
  };
  for (const [stem, share] of synonymsOf(found.flatMap(({ names }) => names)))
    add(stem, settings.synonymWeight * share, "synonym");
  for (const stem of questionTypeTerms(said, analyser, words)) add(stem, settings.questionTypeWeight, "question-type");
  return { terms: [...weights.values()] };
}

/** Words of other names, each with how many of the names hold it. */
function synonymsOf(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const looked = names.slice(0, MOST_SYNONYMS);
  const counts = new Map<string, number>();
  for (const stem of looked.flat()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map([...counts].map(([stem, count]) => [stem, Math.min(1, (2 * count) / looked.length)]));
}

function questionTypeTerms(
  said: readonly string[],
  analyser: Analyser,
  { questionTypes }: SearchWords,
): readonly string[] {
  const spoken = new Set(said);
  return Object.values(questionTypes)
    .filter((group) => group.some((word) => spoken.has(word)))
    .flatMap((group) => group.map((word) => analyser.stem(word)));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}
