import { hasAmounts, withAmounts } from "../evaluate/grounds.ts";
import { assembleFacts } from "../facts/assemble-facts.ts";
import { Interpreter } from "../facts/evaluate-expression.ts";
import { indexOf } from "../facts/pathway-index.ts";
import type { Statement } from "../model/finding.ts";
import type { Pathway, Warning } from "../model/pathway.ts";

/**
 * Warnings that somebody asks for ("age-adjusted D-dimer for an 81-year-old"), with the numbers of this patient: those that nothing known
 * refutes, and whose numbers are known. What else they rest on stands in their text.
 */
export function warningsAskedFor(
  pathway: Pathway,
  statements: readonly Statement[],
  profile: string,
  codes: readonly string[],
): readonly Warning[] {
  if (codes.length === 0) return [];
  const index = indexOf(pathway);
  const interpreter = new Interpreter(index, assembleFacts(index, statements, profile).facts, profile);
  return pathway.warnings
    .filter(
      (warning) =>
        codes.includes(warning.code) &&
        warning.when !== undefined &&
        interpreter.judge(warning.when).truth !== false &&
        hasAmounts(warning, interpreter),
    )
    .map((warning) => withAmounts(warning, interpreter));
}
