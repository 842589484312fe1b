import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import type { HazardTerm } from "../model/library.ts";

/**
 * Finds terms that have led to harm (checks on content, design section 8). A text may still speak of the term: in
 * quotation marks, or with the preferred term beside it.
 */
export function checkHazardTerms(
  text: string,
  hazardTerms: readonly HazardTerm[],
  spanOf: (found: string) => SourceSpan,
): readonly Diagnostic[] {
  return hazardTerms.flatMap((hazard) => {
    const used = findTerm(withoutQuotations(text), hazard.term);
    if (used === undefined || findTerm(text, hazard.preferred) !== undefined) return [];
    return [
      libraryDiagnostics.report(
        "hazard-term",
        { term: used, preferred: hazard.preferred, why: hazard.why },
        spanOf(used),
      ),
    ];
  });
}

function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"|‘[^’]*’/g, " … ");
}

/** The term as the text writes it, whole words in any case, spaces and plural apart. */
function findTerm(text: string, term: string): string | undefined {
  const words = term
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("\\s+")}s?(?![\\p{L}\\p{N}])`, "iu").exec(text)?.[0];
}
