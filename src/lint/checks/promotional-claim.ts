import { statementsOf } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

const PRAISE = new RegExp(
  [
    "\\b(?:used|trusted|chosen|recommended|relied on|loved)\\s+by\\b[^.;]{0,40}?\\b(?:doctors|physicians|clinicians|experts|hospitals|institutions|thousands|millions)\\b",
    "\\b(?:world[- ]class|award[- ]winning|cutting[- ]edge|state[- ]of[- ]the[- ]art|gold[- ]standard answers?|unrivalled|unmatched)\\b",
    "\\b(?:top|leading|elite|prestigious)\\s+(?:institutions?|hospitals?|universities|medical (?:schools?|centres?|centers?)|doctors|physicians|experts)\\b",
    "\\b(?:thousands|millions|hundreds) of\\b[^.;]{0,20}\\b(?:doctors|physicians|clinicians|nurses|hospitals)\\b",
    "\\b(?:doctors|physicians|clinicians|nurses|hospitals)\\s+(?:worldwide|everywhere|all over the world|around the (?:world|globe))\\b",
    "\\bbest[- ]in[- ]class\\b",
    "\\b(?:leading|premier|foremost|number one|no\\\\. ?1|top|best)\\s+(?:clinical |medical |online )*(?:source|resource|site|platform|tool|reference)\\b",
    "\\b(?:the )?most (?:accurate|trusted|reliable)\\s+(?:page|answer|source|tool|site|system)\\b",
  ].join("|"),
  "iu",
);

/** Praise is a claim like any other: with nothing behind it, it is advertising beside a disclaimer. */
export const promotionalClaim: ContentCheck = {
  code: "promotional-claim",
  asks: "does the text praise itself without a source?",
  check: ({ articles }) =>
    articles
      .flatMap(statementsOf)
      .filter(({ citations }) => citations.length === 0)
      .flatMap(({ text, span }) => {
        const words = PRAISE.exec(text)?.[0];
        return words === undefined ? [] : [lintDiagnostics.report("promotional-claim", { words }, span)];
      }),
};
