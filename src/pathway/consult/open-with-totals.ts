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
  /** Items of the score that need not be asked for: their answers settle nothing, or another item's settle more. */
  readonly notAsked: ReadonlySet<FeatureId>;
}

/**
 * What may still change the advice where a total is known and its items are not. Of the items those are worth asking for whose answers
 * leave the fewest ends; in a score of one point, for instance, only whether that point is the one that other rules ask for.
 */
export function openWithTotals(prepared: PreparedPathway, states: Uint8Array, totals: Totals): OpenWithTotals {
  const { atoms } = prepared;
  const complete = statesWithTotals(atoms, states, totals).map((one) => ({
    states: one,
    ends: endsOf(prepared, one, true),
  }));
  const ends = new Set(unite(complete.map((one) => [...one.ends])));
  const items = totals
    .flatMap(([score]) => openItems(atoms, states, score))
    .map(({ level }) => {
      const sides = statedStates(atomAt(prepared, level)).map(
        (state) => new Set(unite(complete.filter((one) => one.states[level] === state).map((one) => [...one.ends]))),
      );
      const most = Math.max(...sides.map(({ size }) => size));
      // An item that is the same whatever its answer, or cannot have but one, settles nothing.
      const settles = sides.every(({ size }) => size > 0) && sides.some((side) => side.size < ends.size);
      return { level, leaves: settles ? most : Number.POSITIVE_INFINITY };
    });
  const fewest = Math.min(...items.map(({ leaves }) => leaves));
  const idle = items.filter(({ leaves }) => leaves > fewest || leaves === Number.POSITIVE_INFINITY);
  return { ends, notAsked: new Set(idle.map(({ level }) => featureAt(prepared, level))) };
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
