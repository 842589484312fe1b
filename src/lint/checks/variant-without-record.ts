import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** A signature is on one text. The clinician's does not reach the words that a patient reads. */
export const variantWithoutRecord: ContentCheck = {
  code: "variant-without-record",
  asks: "has every variant a record of its own?",
  check({ topic, articles, signed }) {
    const { clinician } = topic.articles;
    if (clinician === undefined || !signed.has(clinician.hash)) return [];
    return articles
      .filter((article) => !signed.has(article.hash))
      .map(({ reader, sections }) => lintDiagnostics.report("variant-without-record", { reader }, sections[0]?.span));
  },
};
