import type { Facts } from "../facts/facts.ts";
import type { PathwayIndex } from "../facts/pathway-index.ts";
import { type StatedTotal, statedTotal } from "../facts/stated-total.ts";
import type { Score } from "../model/pathway.ts";
import { type Atom, UNKNOWN, valueOfState } from "./atom.ts";

/** What was given of the totals of one patient, each with the score that it is of. */
export type Totals = readonly (readonly [score: Score, given: StatedTotal])[];

/** An item of a score that is unknown: where it stands in the diagram, its closed states, and what it adds. */
export interface OpenItem {
  readonly level: number;
  readonly points: number;
  readonly holds: number;
  readonly fails: number;
}

/**
 * Unknown items of a score, top first, and the sums of them that agree with what was given of its total. A set of sums is the bits of a
 * number: bit `n` stands for the sum `n - base`, where `base` is what all items below zero take away.
 */
export interface OpenTotal {
  readonly items: readonly OpenItem[];
  /** The set that holds the sum of no item at all. */
  readonly none: bigint;
  readonly agreeing: bigint;
}

/** The totals that were given. */
export function totalsGiven({ pathway }: PathwayIndex, facts: Facts): Totals {
  return pathway.scores.flatMap((score): [Score, StatedTotal][] => {
    const given = statedTotal(score, facts);
    return given === undefined ? [] : [[score, given]];
  });
}

/**
 * What the totals leave open of a patient's states. None where no item is open, no rule asks for the score, or no values of the items
 * come to the total: that one stands only where the score is not meant for the patient, and says nothing then.
 */
export function openTotals(atoms: readonly Atom[], states: Uint8Array, totals: Totals): readonly OpenTotal[] {
  return totals.flatMap(([score, given]): OpenTotal[] => {
    const levels = score.items.map(({ feature }) =>
      atoms.findIndex((atom) => atom.kind === "feature" && atom.feature === feature),
    );
    // A score that no rule asks for has no atoms of its own.
    if (levels.some((level) => level < 0)) return [];
    const items = score.items.map(({ points }, at) => itemAt(atoms, levels[at] ?? 0, points));
    const open = items.filter(({ level }) => states[level] === UNKNOWN).sort((one, other) => one.level - other.level);
    const counted = items
      .filter(({ level }) => isTrue(atoms[level], states[level] ?? UNKNOWN))
      .reduce((sum, { points }) => sum + points, 0);
    const total = totalOf(open, given.from - counted, given.to - counted);
    return open.length > 0 && isReachable(total) ? [total] : [];
  });
}

/** The sets of sums once the items from one level up to another have taken any value, the latter left out. */
export function addItems({ items }: OpenTotal, sums: bigint, from: number, to: number): bigint {
  return items
    .filter(({ level }) => level >= from && level < to)
    .reduce((set, { points }) => set | shifted(set, points), sums);
}

/** Each sum of a set with the points of one item added. */
export function shifted(sums: bigint, points: number): bigint {
  return points < 0 ? sums >> BigInt(-points) : sums << BigInt(points);
}

/** Open items that every patient who agrees has the same value of. */
export function forcedItems(total: OpenTotal): readonly OpenItem[] {
  return total.items.filter((item) => {
    const others = total.items
      .filter((other) => other !== item)
      .reduce((set, { points }) => set | shifted(set, points), total.none);
    return (others & total.agreeing) === 0n || (shifted(others, item.points) & total.agreeing) === 0n;
  });
}

function totalOf(items: readonly OpenItem[], from: number, to: number): OpenTotal {
  const base = items.reduce((sum, { points }) => sum + Math.max(0, -points), 0);
  const most = items.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  const [least, greatest] = [Math.max(from, -base), Math.min(to, most)];
  const width = BigInt(Math.max(0, greatest - least + 1));
  return { items, none: 1n << BigInt(base), agreeing: ((1n << width) - 1n) << BigInt(least + base) };
}

function isReachable(total: OpenTotal): boolean {
  return (addItems(total, total.none, 0, Number.POSITIVE_INFINITY) & total.agreeing) !== 0n;
}

function itemAt(atoms: readonly Atom[], level: number, points: number): OpenItem {
  const stateOf = (holds: boolean) => (atoms[level]?.values.findIndex(({ example }) => example === holds) ?? -1) + 1;
  return { level, points, holds: stateOf(true), fails: stateOf(false) };
}

function isTrue(atom: Atom | undefined, state: number): boolean {
  return atom !== undefined && valueOfState(atom, state)?.example === true;
}
