import { presumedOf, UNKNOWN } from "../compile/atom.ts";
import { openItems, statesWithTotals, type Totals } from "../compile/states-with-totals.ts";
import { unite } from "../facts/unite.ts";
import type { FeatureId } from "../model/feature.ts";
import { possibleEnds, statedStates } from "./possible-values.ts";
import type { PreparedPathway } from "./prepare-pathway.ts";

/** What a total that was given leaves open. */
export interface OpenWithTotals {
  /** Ends of the diagram that some patient leads to who agrees with what is known and with the total. */
  readonly ends: ReadonlySet<number>;
  /** Unknown items of the score that the total leaves only one value for. */
  readonly forced: ReadonlySet<FeatureId>;
}

/** What may still come of a patient of whom a total is known and not all of its items. */
export function openWithTotals(prepared: PreparedPathway, states: Uint8Array, totals: Totals): OpenWithTotals {
  const { atoms } = prepared;
  const complete = statesWithTotals(atoms, states, totals);
  const ends = new Set(unite(complete.map((one) => [...endsOf(prepared, one, true)])));
  const forced = totals
    .flatMap(([score]) => openItems(atoms, states, score))
    .filter(({ level }) => new Set(complete.map((one) => one[level])).size === 1)
    .map(({ level }) => featureAt(prepared, level));
  return { ends, forced: new Set(forced) };
}

/** Ends that the patients come to who agree with what is known and with the totals, once all else is found out. */
export function endsWithTotals(prepared: PreparedPathway, states: Uint8Array, totals: Totals): ReadonlySet<number> {
  const ends = statesWithTotals(prepared.atoms, states, totals).map((one) => [...endsOf(prepared, one, false)]);
  return new Set(unite(ends));
}

/** `confirmed`: what is only presumed may be stated, too. */
function endsOf(prepared: PreparedPathway, states: Uint8Array, confirmed: boolean): ReadonlySet<number> {
  return possibleEnds(prepared.diagram, (level) => {
    const atom = atomAt(prepared, level);
    const state = states[level] ?? UNKNOWN;
    if (state === UNKNOWN) return statedStates(atom);
    const isPresumed = confirmed && state > atom.values.length;
    return isPresumed ? [state, (presumedOf(atom) ?? 0) + 1] : [state];
  });
}

function atomAt({ atoms }: PreparedPathway, level: number) {
  const atom = atoms[level];
  if (atom === undefined) throw new Error("every level has its atom");
  return atom;
}

function featureAt(prepared: PreparedPathway, level: number): FeatureId {
  const atom = atomAt(prepared, level);
  if (atom.kind !== "feature") throw new Error("an item of a score is a feature");
  return atom.feature;
}
