import { statementsOf } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** A text made by a machine is a lead to sources, and none itself. */
export const sourceMachineWritten: ContentCheck = {
  code: "source-machine-written",
  asks: "does a statement stand on a text that a machine wrote?",
  check: ({ articles, library }) =>
    articles
      .flatMap(statementsOf)
      .flatMap(({ citations, span }) => citations.map((citation) => ({ ...citation, whole: span })))
      .filter(({ source }) => library.sources.get(source)?.machineWritten === true)
      .map(({ source, span, whole }) => lintDiagnostics.report("source-machine-written", { source }, span ?? whole)),
};
