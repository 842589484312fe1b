import type { CorpusStatistics, WeighedStem } from "./candidate-index.ts";
import type { Query } from "./read-query.ts";

/** Rows that the first stage may read, grown with the corpus: about 3,000 of 18 thousand passages, 8,000 of 500 thousand. */
export function rowBudget(passages: number): number {
  return Math.round(3000 * Math.max(1, (passages / 18_000) ** 0.3));
}

/**
 * The stems that candidates are looked up by: rarest first until the rows of all of them pass the budget; at least one. Candidates that
 * hold only common words of the question cannot rank high, which is what makes leaving those out safe. Words that search itself
 * added (synonyms, question types) only help to order what was found.
 */
export function chooseStems(query: Query, statistics: CorpusStatistics): readonly WeighedStem[] {
  const known = query.terms
    .filter(({ origin }) => origin !== "synonym" && origin !== "question-type")
    .map(({ stem, weight }) => ({ stem, weight, rows: statistics.documentFrequency(stem) }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => a.rows - b.rows || (a.stem < b.stem ? -1 : 1));
  const budget = rowBudget(statistics.passages);
  const chosen: WeighedStem[] = [];
  let rows = 0;
  for (const { stem, weight, rows: more } of known) {
    if (chosen.length > 0 && rows + more > budget) break;
    chosen.push({ stem, weight });
    rows += more;
  }
  return chosen;
}
