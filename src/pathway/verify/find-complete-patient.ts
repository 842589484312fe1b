import { type Atom, isGuarded, presumedOf, UNKNOWN } from "../compile/atom.ts";
import type { Diagrams } from "../compile/build-diagrams.ts";
import { TRUE } from "../compile/compile-condition.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import { MOST_CELLS } from "./find-counterexample.ts";
import { findJointPath } from "./find-joint-path.ts";
import { listPaths, type Path } from "./list-paths.ts";
import type { Patient } from "./patient.ts";
import type { VerificationContext } from "./verification-rule.ts";
import { writePatient } from "./write-patient.ts";

/** A patient for a diagram over complete states, where a guarded feature must be stated. */
export function findCompletePatient({ diagrams }: VerificationContext, goal: NodeId): Patient | undefined {
  const { atoms, complete } = diagrams;
  let tried = 0;
  for (const path of listPaths(complete.coding.store, goal, TRUE, (level, state) => costOf(atoms[level], state))) {
    const found = writeWay(diagrams, path);
    if (found !== undefined) return found;
    if (++tried >= MOST_CELLS) return undefined;
  }
  return undefined;
}

/**
 * A patient for whom both hold, from the first way that is met: quick, since the two are never combined, but it finds none
 * where only another way can be written.
 */
export function findAnyCompletePatient(
  { diagrams }: VerificationContext,
  left: NodeId,
  right: NodeId,
): Patient | undefined {
  const { atoms, complete } = diagrams;
  const wants = (end: number) => end === TRUE;
  const path = findJointPath(complete.coding.store, { root: left, wants }, { root: right, wants }, ordersOf(atoms));
  return path === undefined ? undefined : writeWay(diagrams, path);
}

const orders = new WeakMap<readonly Atom[], readonly (readonly number[])[]>();

/** The states of each atom that are accepted, cheapest to write first; made once for the atoms of a diagram. */
function ordersOf(atoms: readonly Atom[]): readonly (readonly number[])[] {
  const known = orders.get(atoms);
  if (known !== undefined) return known;
  const made = atoms.map((atom) =>
    [...atom.values.keys()]
      .filter((state) => atom.values[state]?.inRange)
      .sort((one, other) => costOf(atom, one) - costOf(atom, other)),
  );
  orders.set(atoms, made);
  return made;
}

/** Nothing need be said for what is presumed; what is only assumed cannot be written. */
function costOf(atom: Atom | undefined, state: number): number {
  if (atom === undefined) return 0;
  if (state >= atom.values.length) return Number.POSITIVE_INFINITY;
  return presumedOf(atom) === state && !isGuarded(atom) ? 0 : 1;
}

function writeWay({ atoms, index, profile }: Diagrams, path: Path): Patient | undefined {
  const wanted = new Map(
    path.map(({ level, state }) => {
      const silent = costOf(atoms[level], state) === 0;
      return [level, silent ? (atoms[level]?.values.length ?? 0) + 1 : state + 1];
    }),
  );
  const holds = (states: Uint8Array): boolean =>
    path.every(({ level, state }) => {
      const atom = atoms[level];
      const found = states[level] ?? UNKNOWN;
      if (atom === undefined) return false;
      return found === state + 1 || (found > atom.values.length && presumedOf(atom) === state && !isGuarded(atom));
    });
  const statements = writePatient(index, profile, atoms, wanted, holds, { short: false });
  return statements === undefined ? undefined : { profile, statements };
}
