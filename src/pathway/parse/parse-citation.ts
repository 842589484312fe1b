import type { Citation } from "../../evidence/citation.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import { pathwayDiagnostics } from "./pathway-diagnostics.ts";

/** The citation key that stands for our own synthesis where guidelines are silent or disagree. */
export const HOUSE_RULE = "house-rule";

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
  const source = groups.house ?? groups.key ?? "";
  return { source, span, ...(groups.locator === undefined ? {} : { locator: groups.locator.trim() }) };
}
