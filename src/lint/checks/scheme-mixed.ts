import { statementsOf } from "../../library/model/article.ts";
import type { Scheme, Score } from "../../pathway/model/pathway.ts";
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
  const isOwn = (label: string) => !others.some(({ strata }) => strata.some((stratum) => stratum.label === label));
  const labels = scheme.strata.map(({ label }) => label).filter(isOwn);
  if (labels.some((label) => namesCategory(text, label))) return true;
  const floors = scheme.strata.flatMap(({ from, to }) => (to === undefined && from !== undefined ? [from] : []));
  const othersFloors = others.flatMap(({ strata }) =>
    strata.flatMap(({ from, to }) => (to === undefined ? [from] : [])),
  );
  return floorsIn(text, score.label).some((floor) => floors.includes(floor) && !othersFloors.includes(floor));
}

/** "moderate-to-high probability", "at an unlikely score". */
function namesCategory(text: string, label: string): boolean {
  return new RegExp(
    `\\b${label}\\b(?:[\\s-]+(?:to|or|and|[a-z]+))?[\\s-]+(?:[a-z-]+\\s)?(?:pre-?test )?(?:probability|score|risk|category)\\b`,
    "i",
  ).test(text);
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
