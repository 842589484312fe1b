import { ok, type Result } from "../../kernel/result.ts";
import { encodeFacts } from "../compile/encode-facts.ts";
import { evaluateWithTotals, isBarred } from "../compile/evaluate-compiled.ts";
import { type FrozenDiagram, freezeDiagram } from "../compile/freeze-diagram.ts";
import { totalsGiven } from "../compile/open-totals.ts";
import { NEEDS } from "../compile/outcome.ts";
import { assembleFacts } from "../facts/assemble-facts.ts";
import { parseFindings } from "../findings/parse-findings.ts";
import type { Statement } from "../model/finding.ts";
import type { Comparison } from "./compare-pathways.ts";
import { type ComparedOutcome, keyOfOutcome, type Side } from "./side.ts";

type Findings = Readonly<Record<string, unknown>>;

/** How many patients of a cohort each change concerns, in the order of the comparison's changes. */
export interface Tally {
  readonly patients: number;
  readonly changed: readonly number[];
}

/** Evaluates every patient with both pathways. A patient who cannot be read fails the whole tally, by place. */
export function tallyCohort(
  { sides, changes }: Pick<Comparison, "sides" | "changes">,
  cohort: readonly Findings[],
): Result<Tally> & { readonly place?: number } {
  const [left, right] = sides.map(adviser);
  const places = new Map(changes.map(({ from, to }, at) => [`${keyOfOutcome(from)} > ${keyOfOutcome(to)}`, at]));
  const changed = changes.map(() => 0);
  for (const [place, findings] of cohort.entries()) {
    const [first, second] = [left?.(fieldsFor(sides, 0, findings)), right?.(fieldsFor(sides, 1, findings))];
    if (first === undefined || second === undefined) throw new Error("a comparison has two sides");
    if (!first.ok) return { ...first, place };
    if (!second.ok) return { ...second, place };
    const at = places.get(`${keyOfOutcome(first.value)} > ${keyOfOutcome(second.value)}`);
    if (at !== undefined) changed[at] = (changed[at] ?? 0) + 1;
  }
  return ok({ patients: cohort.length, changed });
}

/** Findings without those that only the other pathway knows of. What neither knows stays in, and is refused. */
function fieldsFor(sides: readonly [Side, Side], at: 0 | 1, findings: Findings): Findings {
  const [own, other] = [fieldsOf(sides[at]), fieldsOf(sides[at === 0 ? 1 : 0])];
  return Object.fromEntries(Object.entries(findings).filter(([field]) => own.has(field) || !other.has(field)));
}

function fieldsOf({ diagrams }: Side): ReadonlySet<string> {
  return new Set(diagrams.pathway.features.flatMap(({ id, family }) => (family === undefined ? [id] : [id, family])));
}

function adviser(side: Side): (findings: Findings) => Result<ComparedOutcome> {
  const { pathway, closed, outcome } = side.diagrams;
  const diagram = freezeDiagram(closed.coding.store, outcome);
  return (findings) => {
    const statements = parseFindings(pathway, findings);
    return statements.ok ? ok(adviceOf(side, diagram, statements.value)) : statements;
  };
}

function adviceOf({ diagrams, says }: Side, diagram: FrozenDiagram, statements: readonly Statement[]): ComparedOutcome {
  const { index, atoms, outcomes, profile } = diagrams;
  const { facts } = assembleFacts(index, statements, profile);
  const states = encodeFacts(index, atoms, facts);
  const end = evaluateWithTotals({ atoms, diagram }, states, totalsGiven(index, facts));
  const outcome = outcomes[end];
  const said = says[outcome !== undefined && isBarred(index, outcome, facts) ? NEEDS : end];
  if (said === undefined) throw new Error("every end of the diagram has its outcome");
  return said;
}
