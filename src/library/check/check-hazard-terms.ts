import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import type { HazardTerm } from "../model/terms.ts";

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
    if (used === undefined || namesPreferred(text, hazard)) return [];
    const holes = { term: used, preferred: hazard.preferred, why: hazard.why };
    return [libraryDiagnostics.report("hazard-term", holes, spanOf(used))];
  });
}

/** The preferred term often lies inside the old one ("superficial femoral vein"), where it does not count as named. */
function namesPreferred(text: string, { term, preferred }: HazardTerm): boolean {
  const longerThanOld = findTerm(preferred, term) !== undefined;
  return findTerm(longerThanOld ? text : text.replace(termPattern(term, "giu"), " … "), preferred) !== undefined;
}

function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"|‘[^’]*’/g, " … ");
}

function findTerm(text: string, term: string): string | undefined {
  return termPattern(term, "iu").exec(text)?.[0];
}

/** Matches the term as texts write it: whole words in any case, spaces and plural apart. */
function termPattern(term: string, flags: string): RegExp {
  const words = term
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("\\s+")}s?(?![\\p{L}\\p{N}])`, flags);
}
