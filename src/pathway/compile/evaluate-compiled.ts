import { assembleFacts } from "../facts/assemble-facts.ts";
import type { Facts } from "../facts/facts.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import { totalsBarring } from "../facts/stated-total.ts";
import type { Statement } from "../model/finding.ts";
import { statedStates, UNKNOWN } from "./atom.ts";
import type { CompiledPathway } from "./compile-pathway.ts";
import { encodeFacts } from "./encode-facts.ts";
import type { FrozenDiagram } from "./freeze-diagram.ts";
import { type OpenTotal, openTotals, type Totals, totalsGiven } from "./open-totals.ts";
import { FIRST_ADVICE, NEEDS, type Outcome } from "./outcome.ts";
import { possibleEnds } from "./possible-ends.ts";

/** The end a patient's states lead to: one look-up for each atom that matters, no trace. For bulk use. */
export function evaluateCompiled(diagram: FrozenDiagram, states: Uint8Array): number {
  const { levels, first, children } = diagram;
  let at = diagram.root;
  while (at >= 0) at = children[(first[at] ?? 0) + (states[levels[at] ?? 0] ?? UNKNOWN)] ?? 0;
  return -at - 1;
}

/** The end that every patient leads to who agrees with what is known and with the totals that were given; `NEEDS` while some differ. */
export function evaluateWithTotals(
  { atoms, diagram }: Pick<CompiledPathway, "atoms" | "diagram">,
  states: Uint8Array,
  totals: Totals,
): number {
  const open = openTotals(atoms, states, totals);
  if (open.length === 0) return evaluateCompiled(diagram, states);
  const [only = NEEDS, ...others] = possibleEnds(diagram, (level, given) => [given ?? states[level] ?? UNKNOWN], open);
  return others.length === 0 ? only : NEEDS;
}

/** What the compiled pathway advises, and what it may still advise once more is known. */
export interface CompiledAdvice {
  readonly outcome: Outcome;
  /** Advice that some completion of what is unknown leads to, in the order of the stages. */
  readonly possible: readonly Outcome[];
}

/** From statements to advice: facts are assembled as for the interpreter, then the diagram is followed. */
export function adviseCompiled(compiled: CompiledPathway, statements: readonly Statement[]): CompiledAdvice {
  const { facts } = assembleFacts(compiled.index, statements, compiled.profile);
  const states = encodeFacts(compiled.index, compiled.atoms, facts);
  const totals = totalsGiven(compiled.index, facts);
  const settled = evaluateWithTotals(compiled, states, totals);
  const possible =
    settled >= FIRST_ADVICE ? [settled] : possibleAdvice(compiled, states, openTotals(compiled.atoms, states, totals));
  const end = isBarred(compiled.index, outcomeAt(compiled, settled), facts) ? NEEDS : settled;
  return { outcome: outcomeAt(compiled, end), possible: possible.map((one) => outcomeAt(compiled, one)) };
}

/** Whether the diagram's end is advice that must not be given over a total that the items contradict. */
export function isBarred({ pathway, recommendations }: PathwayIndex, outcome: Outcome, facts: Facts): boolean {
  if (outcome.kind !== "advice") return false;
  return totalsBarring(getPart(recommendations, outcome.code), pathway.scores, facts).length > 0;
}

function outcomeAt({ outcomes }: CompiledPathway, end: number): Outcome {
  const outcome = outcomes[end];
  if (outcome === undefined) throw new Error("every end of the diagram has its outcome");
  return outcome;
}

/** The ends with advice that the unknowns leave possible: where an atom is unknown, each accepted value is followed. */
function possibleAdvice(
  { atoms, diagram }: CompiledPathway,
  states: Uint8Array,
  totals: readonly OpenTotal[],
): readonly number[] {
  const ends = possibleEnds(
    diagram,
    (level, state = states[level] ?? UNKNOWN) => {
      const atom = atoms[level];
      return state === UNKNOWN && atom !== undefined ? statedStates(atom) : [state];
    },
    totals,
  );
  return [...ends].filter((end) => end >= FIRST_ADVICE).sort((a, b) => a - b);
}
