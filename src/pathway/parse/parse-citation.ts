import { type Citation, HOUSE_RULE } from "../../evidence/citation.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import { pathwayDiagnostics } from "./pathway-diagnostics.ts";

const CITATION = /^\[(?:(?<house>house-rule)|@(?<key>[a-z0-9][a-z0-9-]*)(?:,\s*(?<locator>[^\]]+))?)\]$/;

/** Reads `[@key]`, `[@key, locator]` or `[house-rule]`. */
export function parseCitation(
  text: string,
  span: SourceSpan,
  report: (fault: Diagnostic) => void,
): Citation | undefined {
  const groups = CITATION.exec(text.trim())?.groups;
  if (groups === undefined) {
    report(pathwayDiagnostics.report("citation-unreadable", { text }, span));
    return undefined;
  }
  const source = groups.key ?? HOUSE_RULE;
  return { source, span, ...(groups.locator === undefined ? {} : { locator: groups.locator.trim() }) };
}
