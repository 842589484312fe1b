import { presumedOf, statedStates, UNKNOWN } from "../compile/atom.ts";
import { forcedItems, openTotals, type Totals } from "../compile/open-totals.ts";
import { possibleEnds } from "../compile/possible-ends.ts";
import type { FeatureId } from "../model/feature.ts";
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
  const forced = openTotals(prepared.atoms, states, totals).flatMap(forcedItems);
  return {
    ends: endsOf(prepared, states, totals, true),
    forced: new Set(forced.map(({ level }) => featureAt(prepared, level))),
  };
}

/** Ends that the patients come to who agree with what is known and with the totals, once all else is found out. */
export function endsWithTotals(prepared: PreparedPathway, states: Uint8Array, totals: Totals): ReadonlySet<number> {
  return endsOf(prepared, states, totals, false);
}

/** `confirmed`: what is only presumed may be stated, too. */
function endsOf(
  prepared: PreparedPathway,
  states: Uint8Array,
  totals: Totals,
  confirmed: boolean,
): ReadonlySet<number> {
  return possibleEnds(
    prepared.diagram,
    (level, state = states[level] ?? UNKNOWN) => {
      const atom = atomAt(prepared, level);
      if (state === UNKNOWN) return statedStates(atom);
      const isPresumed = confirmed && state > atom.values.length;
      return isPresumed ? [state, (presumedOf(atom) ?? 0) + 1] : [state];
    },
    openTotals(prepared.atoms, states, totals),
  );
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
