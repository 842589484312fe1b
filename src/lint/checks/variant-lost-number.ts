import { statementsOf } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** What a must-carry statement prints, every variant prints too: a warning without its number is another warning. */
export const variantLostNumber: ContentCheck = {
  code: "variant-lost-number",
  asks: "does a variant keep every number of the statements it must carry?",
  check({ topic, articles, written }) {
    const { clinician } = topic.articles;
    if (clinician === undefined) return [];
    const musts = statementsOf(clinician).filter(({ must }) => must);
    return articles
      .filter((article) => article !== clinician)
      .flatMap((variant) =>
        musts.flatMap((statement) => {
          const renderings = statementsOf(variant).filter(({ of }) => of === statement.id);
          // A statement that is missing altogether was reported as lost.
          if (renderings.length === 0) return [];
          const kept = new Set(renderings.flatMap((rendering) => numbersIn(written(rendering))));
          return numbersIn(written(statement))
            .filter((number) => !kept.has(number))
            .map((lost) =>
              lintDiagnostics.report(
                "variant-lost-number",
                { statement: statement.id, reader: variant.reader, lost },
                renderings[0]?.span,
              ),
            );
        }),
      );
  },
};

/** Names of the numbers that a line prints; which part of a fact is shown is the variant's choice. */
function numbersIn(line: string): readonly string[] {
  return [...line.matchAll(/\{\{\s*(fact\.[^.}\s]+|(?:parameter|followUp|stratum)\.[^}\s]+)/g)].flatMap(
    ([, name]) => name ?? [],
  );
}
