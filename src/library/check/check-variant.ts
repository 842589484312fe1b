import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { articleDiagnostics } from "../article/article-diagnostics.ts";
import { type Article, statementsOf } from "../model/article.ts";
import { findNearestName } from "../nearest-name.ts";

/** Variant lacks a must-carry statement or adds one (checks on content, design section 8). */
export function checkVariant(original: Article, variant: Article): readonly Diagnostic[] {
  const ids = new Set(statementsOf(original).map((statement) => statement.id));
  const rendered = new Set(statementsOf(variant).map((statement) => statement.of));
  const lost = statementsOf(original)
    .filter((statement) => statement.must && !rendered.has(statement.id))
    .map((statement) =>
      articleDiagnostics.report(
        "variant-lost-statement",
        { statement: statement.id, reader: variant.reader },
        statement.span,
      ),
    );
  const loose = statementsOf(variant).flatMap((statement): readonly Diagnostic[] => {
    if (statement.of !== undefined && !ids.has(statement.of)) {
      const nearest = findNearestName(statement.of, ids);
      return [articleDiagnostics.report("variant-of-unknown", { of: statement.of, nearest }, statement.span)];
    }
    if (statement.of === undefined && statement.basis !== "signpost")
      return [articleDiagnostics.report("variant-added-statement", {}, statement.span)];
    return [];
  });
  return [...lost, ...loose];
}
