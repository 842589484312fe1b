import { statementsOf } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** Below this many cited statements a share says nothing. */
const FEWEST_STATEMENTS = 8;
const LARGEST_SHARE = 0.5;

/** One reference under most statements is one opinion, however many marks it makes. */
export const sourceConcentration: ContentCheck = {
  code: "source-concentration",
  asks: "does one source carry most of the citations?",
  check: ({ articles }) =>
    articles.flatMap((article) => {
      const cited = statementsOf(article).filter(({ citations }) => citations.length > 0);
      if (cited.length < FEWEST_STATEMENTS) return [];
      const counts = Map.groupBy(
        cited.flatMap((statement) =>
          [...new Set(statement.citations.map(({ source }) => source))].map((source) => ({ source, statement })),
        ),
        ({ source }) => source,
      );
      return [...counts].flatMap(([source, uses]) =>
        uses.length / cited.length <= LARGEST_SHARE
          ? []
          : [
              lintDiagnostics.report(
                "source-concentration",
                { source, count: uses.length, total: cited.length },
                uses[0]?.statement.span,
              ),
            ],
      );
    }),
};
