import { statementsOf } from "../../library/model/article.ts";
import type { Scheme, Score, Stratum } from "../../pathway/model/pathway.ts";
import type { ContentCheck } from "../content-check.ts";
import { NUMBER, readNumber } from "../content-words.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** One total can be "unlikely" in one scheme and "moderate" in another: a sentence that mixes them says nothing. */
export const schemeMixed: ContentCheck = {
  code: "scheme-mixed",
  asks: "does a sentence mix the categories of two schemes of one score?",
  check({ articles, topic, written }) {
    const scores = (topic.pathway?.scores ?? []).filter(({ schemes }) => schemes.length > 1);
    return scores.flatMap((score) =>
      articles.flatMap(statementsOf).flatMap((statement) => {
        const used = score.schemes.filter((scheme) =>
          usesScheme(scheme, score, { text: statement.text, written: written(statement) }),
        );
        const isNamed = ({ label }: Scheme) => statement.text.toLowerCase().includes(label.toLowerCase());
        if (used.length < 2 || used.every(isNamed)) return [];
        const schemes = used.map(({ label }) => label).join(" and the ");
        return [lintDiagnostics.report("scheme-mixed", { score: score.label, schemes }, statement.span)];
      }),
    );
  },
};

interface Sentence {
  readonly text: string;
  readonly written: string;
}

function usesScheme(scheme: Scheme, score: Score, { text, written }: Sentence): boolean {
  if (written.includes(`{{stratum.${score.id}.${scheme.id}.`)) return true;
  const others = score.schemes.filter((other) => other !== scheme);
  const foreign = new Set(others.flatMap(({ strata }) => strata.flatMap(wordsOf)));
  const own = scheme.strata.flatMap(wordsOf).filter((word) => !foreign.has(word));
  if (own.some((word) => namesCategory(text, word))) return true;
  const floors = scheme.strata.flatMap(({ from, to }) => (to === undefined && from !== undefined ? [from] : []));
  const othersFloors = others.flatMap(({ strata }) =>
    strata.flatMap(({ from, to }) => (to === undefined ? [from] : [])),
  );
  return floorsIn(text, score.label).some((floor) => floors.includes(floor) && !othersFloors.includes(floor));
}

/** What a category is called in running text: its label, or the word that is its id. */
function wordsOf({ id, label }: Stratum): readonly string[] {
  return /^[a-z]+$/.test(id) ? [label.toLowerCase(), id] : [label.toLowerCase()];
}

const CATEGORY_OF = "(?:pre-?test )?(?:probability|score|risk|category)";

/** "moderate-to-high probability", "at an unlikely score", "a low score (unlikely)". */
function namesCategory(text: string, label: string): boolean {
  const before = `\\b${label}\\b(?:[\\s/-]+(?:to|or|and|[a-z]+))?[\\s/-]+(?:[a-z-]+\\s)?${CATEGORY_OF}\\b`;
  const beside = `\\b${CATEGORY_OF}\\b[^.;]{0,12}(?:\\(|\\bthat is,? |\\bi\\.e\\.,? )${label}\\b`;
  return new RegExp(`${before}|${beside}`, "i").test(text);
}

/** Lower limits of a total beside the name of the score: "Wells ≥ 2", "a Wells score of two or more". */
function floorsIn(text: string, score: string): readonly number[] {
  const name = score.split(/\s/)[0] ?? score;
  const pattern = new RegExp(
    `\\b${name}\\b[^.;]{0,30}?(?:(?:≥|>=|at least|from)\\s*(${NUMBER})|\\b(${NUMBER})(?: points?)? or (?:more|above|higher))`,
    "giu",
  );
  return [...text.matchAll(pattern)].map(([, before, after]) => readNumber(before ?? after ?? ""));
}
