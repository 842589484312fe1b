import type { Decimal } from "../../clinical/quantity.ts";
import type { FeatureId, FindingValue } from "../model/feature.ts";
import type { OpaqueComparison } from "./classify-comparison.ts";

/** One value an atom can have: a yes/no or code, or a cell of a number's range between two thresholds. */
export interface AtomValue {
  /** The value itself, or for a cell one member of it. */
  readonly example: FindingValue;
  /** False for cells outside the feature's declared range: no accepted finding lies there. */
  readonly inRange: boolean;
  readonly label: string;
}

/**
 * One question of the diagram. States of a closed diagram: 0 is unknown, then one for each value, and last, where there is
 * a presumption, "presumed": the same value, which nobody stated.
 */
export type Atom = FeatureAtom | OpaqueAtom;

export interface FeatureAtom {
  readonly kind: "feature";
  readonly name: FeatureId;
  readonly feature: FeatureId;
  readonly values: readonly AtomValue[];
  /** Position of the presumed value among the values. */
  readonly presumed?: number;
  /** True when some rule wants it known, not presumed or assumed. */
  readonly guarded: boolean;
  readonly cuts?: Cuts;
}

/** Thresholds in rising order. `cells` has, for each of the 2n+1 cells between and on them, its value's position, or -1. */
export interface Cuts {
  readonly thresholds: readonly Decimal[];
  readonly cells: readonly number[];
}

export interface OpaqueAtom {
  readonly kind: "opaque";
  readonly name: string;
  readonly comparison: OpaqueComparison;
  readonly values: readonly AtomValue[];
}

/** The closed state of an atom that nothing is known of. */
export const UNKNOWN = 0;

/** How many states an atom has in a closed diagram. */
export function closedArity(atom: Atom): number {
  return atom.values.length + (presumedOf(atom) === undefined ? 1 : 2);
}

/** While completing unknowns, a guarded feature has each value twice: stated, and only assumed. */
export function completeArity(atom: Atom): number {
  return isGuarded(atom) ? 2 * atom.values.length : atom.values.length;
}

/** Position among the values of the one that is presumed; undefined where there is no presumption. */
export function presumedOf(atom: Atom): number | undefined {
  return atom.kind === "feature" ? atom.presumed : undefined;
}

/** Whether some rule wants the atom known, not presumed or assumed. */
export function isGuarded(atom: Atom): boolean {
  return atom.kind === "feature" && atom.guarded;
}

/** The value of a closed state; undefined for unknown. */
export function valueOfState(atom: Atom, state: number): AtomValue | undefined {
  const presumed = presumedOf(atom);
  if (state === atom.values.length + 1 && presumed !== undefined) return atom.values[presumed];
  return state === UNKNOWN ? undefined : atom.values[state - 1];
}

/** The closed states of an atom that an answer can bring about: stated, and inside what is accepted. */
export function statedStates(atom: Atom): readonly number[] {
  return atom.values.flatMap(({ inRange }, at) => (inRange ? [at + 1] : []));
}

/** Whether the value was stated: neither unknown nor presumed. */
export function isEstablishedState(atom: Atom, state: number): boolean {
  return state > UNKNOWN && state <= atom.values.length;
}
