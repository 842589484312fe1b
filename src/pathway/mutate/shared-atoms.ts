import { keyOfAtom } from "../compare/joint-atoms.ts";
import { disputesOf } from "../compare/origin-of-facts.ts";
import type { Atom } from "../compile/atom.ts";
import { cutRange, findCell } from "../compile/cut-range.ts";
import { toNumber } from "../compile/to-number.ts";
import { getPart, indexOf } from "../facts/pathway-index.ts";
import type { Pathway } from "../model/pathway.ts";

/**
 * The atoms of a pathway made fine enough for a mutant of it too, or the very same when they are that already; undefined when
 * one name asks something else in the mutant, so that the two cannot share it.
 */
export function shareAtoms(
  pathway: Pathway,
  atoms: readonly Atom[],
  mutant: Pathway,
  theirs: readonly Atom[],
): readonly Atom[] | undefined {
  const shared = [...atoms];
  let grown = false;
  let after = 0;
  for (const other of theirs) {
    const at = shared.findIndex(({ kind, name }) => kind === other.kind && name === other.name);
    const own = shared[at];
    if (own === undefined) {
      shared.splice(after++, 0, other);
      grown = true;
      continue;
    }
    after = at + 1;
    if (keyOfAtom(indexOf(pathway), own) !== keyOfAtom(indexOf(mutant), other)) return undefined;
    const united = unite(pathway, own, other);
    if (united === own) continue;
    shared[at] = united;
    grown = true;
  }
  return grown ? shared : atoms;
}

/** Cut at the thresholds of both, and guarded where either guards it. */
function unite(pathway: Pathway, own: Atom, other: Atom): Atom {
  if (own.kind !== "feature" || other.kind !== "feature") return own;
  const guarded = own.guarded || other.guarded;
  const thresholds = own.cuts?.thresholds ?? [];
  const further = (other.cuts?.thresholds ?? []).filter((one) => !thresholds.some((known) => known.eq(one)));
  if (further.length === 0) return guarded === own.guarded ? own : { ...own, guarded };
  const feature = getPart(indexOf(pathway).features, own.feature);
  const { values, cuts } = cutRange(feature, [...thresholds, ...further]);
  const presumed = feature.presume === undefined ? {} : { presumed: findCell(cuts, toNumber(feature.presume)) };
  return { ...own, guarded, values, cuts, ...presumed };
}

/** Whether facts come about in the same ways: presumed, derived, implied and disputed alike. */
export function haveSameFacts(one: Pathway, other: Pathway): boolean {
  if (one.features !== other.features && factsOf(one) !== factsOf(other)) return false;
  return one.features.every(({ id }) => disputesOf(indexOf(one), id) === disputesOf(indexOf(other), id));
}

function factsOf({ features }: Pathway): string {
  const told = features.map(({ id, presume, derive, implies }) => [id, presume, derive, implies]);
  return JSON.stringify(told, (key, part: unknown) => (key === "span" ? undefined : part));
}
