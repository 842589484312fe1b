import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";
import { isTooHard, type MeasuredBlock, measureArticle, printGrades } from "../reading/measure-reading.ts";

/** How many of the hardest sentences an author is shown. */
const SHOWN = 2;

/** What a patient reads is within reach of somebody who left school early. */
export const readingLevel: ContentCheck = {
  code: "reading-level",
  asks: "does a block of the patient's text ask for more than US grade 6 by either of two formulas?",
  check({ topic }) {
    const article = topic.articles.patient;
    if (article === undefined) return [];
    return measureArticle(article)
      .blocks.filter((block) => !block.tooShort && isTooHard(block))
      .map(reportBlock);
  },
};

function reportBlock(block: MeasuredBlock): Diagnostic {
  const worst = block.sentences.slice(0, SHOWN);
  const holes = {
    block: block.title,
    grades: printGrades(block),
    worst: worst
      .map(({ statement, fleschKincaid }) => `\`${statement.text}\` (${fleschKincaid.toFixed(1)})`)
      .join(", "),
  };
  return lintDiagnostics.report("reading-level", holes, worst[0]?.statement.span);
}
