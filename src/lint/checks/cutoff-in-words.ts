import { statementsOf } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

const WORD =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";
const UNIT =
  "(?:points?|hours?|days?|weeks?|months?|years?|centimetres?|millimetres?|cm|mm|per ?cent|percent|milligrams?|micrograms?|litres?)";

/** A limit written in words passes by the check on digits, and disagrees with the pathway all the same. */
const CUTOFF = new RegExp(
  [
    `\\b(?:at least|at most|more than|less than|fewer than|over|under|above|below|no more than)\\s+${WORD}(?:\\s+${UNIT})\\b`,
    `\\b(?!one or )${WORD}(?:\\s+${UNIT})?\\s+or\\s+(?:more|less|fewer|older|younger|higher|lower|above|below)\\b`,
    `\\b(?:greater|less|more|higher|lower) than(?: or equal to)?\\s+${WORD}\\b`,
    `\\b(?:score|total|value)s?\\s+(?:of\\s+)?(?:at least|at most|below|above|under|over)\\s+${WORD}\\b`,
    `\\bwithin\\s+${WORD}\\s+(?:hours?|days?|weeks?)\\b`,
  ].join("|"),
  "iu",
);

export const cutoffInWords: ContentCheck = {
  code: "cutoff-in-words",
  asks: "is a cut-off written in words rather than printed from pathway or facts?",
  check: ({ articles }) =>
    articles.flatMap(statementsOf).flatMap(({ text, span }) => {
      const words = CUTOFF.exec(text)?.[0];
      return words === undefined ? [] : [lintDiagnostics.report("cutoff-in-words", { words }, span)];
    }),
};
