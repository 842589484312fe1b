import { type Atom, isEstablishedState } from "../compile/atom.ts";
import { TRUE } from "../compile/compile-condition.ts";
import { IN, type JointSpace, OUT, type SetAside, type SideAt } from "./joint-space.ts";
import { contradictionsOf } from "./origin-of-facts.ts";
import type { Side } from "./side.ts";

/**
 * Whether the two set the same aside for every patient. Then a patient is looked at as far as both believe what is said. Otherwise
 * one patient is two sets of facts, and the two can only be compared on what was said.
 */
export function contradictAlike([left, right]: readonly [Side, Side]): boolean {
  return contradictionsOf(left.diagrams.index) === contradictionsOf(right.diagrams.index);
}

/**
 * By the levels of one side, where its contradictions take away what was said. INVARIANT: all of them are judged on what was
 * said, since a contradiction that holds makes no other one hold: setting values aside only makes less true.
 */
export function listSetAside(space: JointSpace, { diagrams }: Side, at: SideAt): ReadonlyMap<number, SetAside> {
  const { closed, pathway, atoms } = diagrams;
  const holding = pathway.inconsistencies.map(({ when, disputes }) => ({
    disputes,
    where: space.take(at, closed.coding.store, closed.truth(when), (end) => (end === TRUE ? IN : OUT)),
  }));
  const lists = atoms.flatMap((atom, level): [number, SetAside][] => {
    const disputing = holding.filter(({ disputes }) => leansOn(atom).some((feature) => disputes.includes(feature)));
    if (disputing.length === 0) return [];
    const where = disputing.map((one) => one.where).reduce((one, other) => space.or(one, other));
    return [[level, { where, loses: (state) => isEstablishedState(atom, state) }]];
  });
  return new Map(lists);
}

/** A comparison of two quantities is open as soon as one of them is. */
function leansOn(atom: Atom): readonly string[] {
  return atom.kind === "feature" ? [atom.feature] : atom.comparison.features;
}
