import { statementsOf } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { hasPhrase } from "../content-words.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

const FAILURE =
  /\b(?:miss(?:es|ed|ing)?|overlook(?:s|ed)?|undetected|unseen|not (?:seen|found|shown|detected|visible)|fails? to (?:find|see|show|detect))\b/i;
/** The sentence itself says that the advised test does not see it either. */
const ADMITTED =
  /\b(?:as well|too|also|neither|either|no leg scan|cannot (?:see|show|argue|find)|does not (?:see|show)|outside)\b/i;

/** A failure argues for a test only when the test would not have failed in the same way. */
export const failureNotFixed: ContentCheck = {
  code: "failure-not-fixed",
  asks: "does the recommended action fix the failure that is cited for it?",
  check({ articles, library }) {
    const sets = [...library.sets.values()].filter(({ notCoveredBy }) => notCoveredBy !== undefined);
    return articles
      .flatMap(statementsOf)
      .filter(({ basis, text }) => basis !== "unresolved" && FAILURE.test(text) && !ADMITTED.test(text))
      .flatMap(({ text, span }) =>
        sets.flatMap(({ names, notCoveredBy = "" }) => {
          const what = names.find((name) => hasPhrase(text, name));
          return what === undefined
            ? []
            : [lintDiagnostics.report("failure-not-fixed", { what, set: notCoveredBy }, span)];
        }),
      );
  },
};
