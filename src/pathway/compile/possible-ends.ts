import type { FrozenDiagram } from "./freeze-diagram.ts";
import { addItems, type OpenTotal, shifted } from "./open-totals.ts";

/**
 * The states to follow at a level, as the diagram counts them. `given` is the closed state that an unknown item of a stated total is
 * supposed to have; absent for every other level.
 */
export type StatesOf = (level: number, given?: number) => readonly number[];

/**
 * Every end that a diagram can lead to when each level may be in any of the states listed for it, and the values of unknown items come to
 * the totals that were given. Items that a way does not ask for may have any value: with each node goes which sums they leave possible.
 */
export function possibleEnds(
  { root, levels, first, children }: FrozenDiagram,
  statesOf: StatesOf,
  totals: readonly OpenTotal[] = [],
): ReadonlySet<number> {
  const seen = new Set<number | string>();
  const ends = new Set<number>();
  const pending: Step[] = [{ at: root, below: 0, sums: totals.map(({ none }) => none) }];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const { at, below, sums: before } = step;
    const level = at < 0 ? Number.POSITIVE_INFINITY : (levels[at] ?? 0);
    const sums = totals.map((total, which) => addItems(total, before[which] ?? 0n, below, level));
    if (at < 0) {
      if (totals.every(({ agreeing }, which) => ((sums[which] ?? 0n) & agreeing) !== 0n)) ends.add(-at - 1);
      continue;
    }
    const key = totals.length === 0 ? at : `${at}:${sums.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const from = first[at] ?? 0;
    for (const [given, after] of valuesAt(totals, level, sums))
      for (const state of statesOf(level, given))
        pending.push({ at: children[from + state] ?? 0, below: level + 1, sums: after });
  }
  return ends;
}

/** A reference to follow, the first level that it has not passed, and for each total the sums of the items above. */
interface Step {
  readonly at: number;
  readonly below: number;
  readonly sums: readonly bigint[];
}

/** Both values of an open item with the sums that each leads to; elsewhere no value is supposed. */
function valuesAt(
  totals: readonly OpenTotal[],
  level: number,
  sums: readonly bigint[],
): readonly (readonly [given: number | undefined, sums: readonly bigint[]])[] {
  const found = totals.map(({ items }) => items.find((item) => item.level === level));
  const item = found.find((one) => one !== undefined);
  if (item === undefined) return [[undefined, sums]];
  const added = sums.map((set, which) => shifted(set, found[which]?.points ?? 0));
  return [
    [item.fails, sums],
    [item.holds, added],
  ];
}
