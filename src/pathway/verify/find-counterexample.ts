import { closedArity, isEstablishedState, presumedOf, UNKNOWN } from "../compile/atom.ts";
import { FALSE, TRUE } from "../compile/compile-condition.ts";
import type { DiagramStore, NodeId } from "../compile/diagram-store.ts";
import { findJointPath, type Goal } from "./find-joint-path.ts";
import { listPaths } from "./list-paths.ts";
import type { Patient } from "./patient.ts";
import { judgeOnce, PROVEN, type Verdict, type VerificationContext } from "./verification-rule.ts";
import { writePatient } from "./write-patient.ts";

/** Cells tried before "no such patient could be written" is said. */
export const MOST_CELLS = 300;

/**
 * The verdict on a diagram of faults (ends true and false, over states in which anything may be unknown): proven when no
 * possible state ends in true; refuted by the patient of whom least need be said; undecided when there are such states but
 * none could be written as a patient.
 */
export function judgeFaults(context: VerificationContext, faults: NodeId, because: string): Verdict {
  return judgeOnce(context, ["faults", faults, because], () => judgeAnew(context, faults, because));
}

function judgeAnew(context: VerificationContext, faults: NodeId, because: string): Verdict {
  const { closed } = context.diagrams;
  const { store } = closed.coding;
  const isNever = (node: NodeId) => store.isTerminal(node) && store.valueOf(node) === FALSE;
  if (isNever(faults)) return PROVEN;
  const possible = closed.connect("and", faults, context.domain());
  if (isNever(possible)) return PROVEN;
  const counterexample = findPatient(context, possible);
  if (counterexample !== undefined)
    return { kind: "refuted", because, counterexample, cells: countCells(context, possible) };
  return { kind: "undecided", because: `${because}, but no such patient could be written` };
}

/**
 * The smallest patient whose states lead to true: fewest statements first, then in the order of atoms and values. Where it
 * only matters that there is one, `short: false` spares leaving out what need not be said.
 */
export function findPatient(
  { diagrams }: VerificationContext,
  faults: NodeId,
  { short = true }: { readonly short?: boolean } = {},
): Patient | undefined {
  const { atoms, index, profile } = diagrams;
  const { store } = diagrams.closed.coding;
  let tried = 0;
  for (const path of listPaths(store, faults, TRUE, (level, state) => statementsFor(diagrams.atoms, level, state))) {
    const wanted = new Map(path.map(({ level, state }) => [level, state]));
    const holds = (states: Uint8Array) => endOf(store, faults, states) === TRUE;
    const statements = writePatient(index, profile, atoms, wanted, holds, { short });
    if (statements !== undefined) return { profile, statements };
    if (++tried >= MOST_CELLS) return undefined;
  }
  return undefined;
}

/**
 * A patient for whom two diagrams both come to wanted ends, from the first way that is met: quick, since they are never
 * combined, but it finds none where only another way can be written.
 */
export function findAnyPatient({ diagrams }: VerificationContext, left: Goal, right: Goal): Patient | undefined {
  const { atoms, closed, index, profile } = diagrams;
  const { store } = closed.coding;
  const orders = atoms.map((atom, level) =>
    [...Array(closedArity(atom)).keys()].sort(
      (one, other) => statementsFor(atoms, level, one) - statementsFor(atoms, level, other),
    ),
  );
  const path = findJointPath(store, left, right, orders);
  if (path === undefined) return undefined;
  const wanted = new Map(path.map(({ level, state }) => [level, state]));
  const holds = (states: Uint8Array) => [left, right].every(({ root, wants }) => wants(endOf(store, root, states)));
  const statements = writePatient(index, profile, atoms, wanted, holds, { short: false });
  return statements === undefined ? undefined : { profile, statements };
}

/** Where states lead in a diagram that is still in its store. */
export function endOf(store: DiagramStore, root: NodeId, states: Uint8Array): number {
  let at = root;
  while (!store.isTerminal(at)) at = store.child(at, states[store.levelOf(at)] ?? UNKNOWN);
  return store.valueOf(at);
}

/** Nothing need be said for what is unknown and not presumed, or presumed and not asked. */
function statementsFor(atoms: VerificationContext["diagrams"]["atoms"], level: number, state: number): number {
  const atom = atoms[level];
  if (atom === undefined) return 0;
  if (isEstablishedState(atom, state)) return 1;
  return state === UNKNOWN && presumedOf(atom) !== undefined ? 1 : 0;
}

/** Cells of the domain, everything stated, that end in true. Exact up to 2^53, which is where it says "at least". */
export function countCells({ diagrams }: VerificationContext, faults: NodeId): number {
  const { store } = diagrams.closed.coding;
  const sizes = diagrams.atoms.map(({ values }) => values.length);
  const memo = new Map<NodeId, number>();
  const below = (from: number, to: number): number =>
    sizes.slice(from, to).reduce((product, size) => product * size, 1);
  const count = (node: NodeId): number => {
    if (store.isTerminal(node)) return store.valueOf(node) === TRUE ? 1 : 0;
    const known = memo.get(node);
    if (known !== undefined) return known;
    const level = store.levelOf(node);
    let sum = 0;
    for (let state = 1; state <= (sizes[level] ?? 0); state++) {
      const child = store.child(node, state);
      sum += count(child) * below(level + 1, store.levelOf(child));
    }
    memo.set(node, sum);
    return sum;
  };
  return count(faults) * below(0, store.levelOf(faults));
}
