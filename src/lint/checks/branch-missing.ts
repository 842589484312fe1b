import { statementsOf } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** A test that is advised can be positive, negative, without an answer, or not to be had. Each of the four leads somewhere. */
export const branchMissing: ContentCheck = {
  code: "branch-missing",
  asks: "does every advised test say what follows on each result?",
  check({ topic, placeIn }) {
    const article = topic.articles.clinician;
    const statements = new Set(article === undefined ? [] : statementsOf(article).map(({ id }) => `#${id}`));
    return topic.tests.flatMap(({ test, negative, positive, nondiagnostic, unavailable }, index) => {
      const leads = (target: string | undefined) => target !== undefined && statements.has(target);
      const open = [
        ...(negative.length === 0 ? ["negative"] : []),
        ...(positive.length === 0 ? ["positive"] : []),
        ...(leads(nondiagnostic) ? [] : ["nondiagnostic"]),
        ...(leads(unavailable) ? [] : ["not to be had"]),
      ];
      return open.map((branch) =>
        lintDiagnostics.report("branch-missing", { test, branch }, placeIn("topic.yaml", ["tests", index, "test"])),
      );
    });
  },
};
