import { BOTTOM_LINE, statementsOfSection } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** What a guideline advises in the bottom line is shown with its grade, or with the word that it has none. */
export const recommendationUngraded: ContentCheck = {
  code: "recommendation-ungraded",
  asks: "does every cited recommendation of the bottom line say how strong and how certain it is?",
  check({ topic, written }) {
    const section = topic.articles.clinician?.sections.find(({ id }) => id === BOTTOM_LINE);
    return (section === undefined ? [] : statementsOfSection(section))
      .filter(({ basis }) => basis === "cited")
      .filter((statement) => !/\bstrength=\S+/.test(written(statement)) || !/\bcertainty=\S+/.test(written(statement)))
      .map(({ id, span }) => lintDiagnostics.report("recommendation-ungraded", { statement: id }, span));
  },
};
