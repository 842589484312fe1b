import type { Facts } from "../facts/facts.ts";
import type { PathwayIndex } from "../facts/pathway-index.ts";
import { statedTotal } from "../facts/stated-total.ts";
import type { Score } from "../model/pathway.ts";
import { type Atom, UNKNOWN, valueOfState } from "./atom.ts";

/** Totals that were given of one patient, each with the score that it is of. */
export type Totals = readonly (readonly [score: Score, total: number])[];

/** The totals that were given and that the findings allow. */
export function totalsGiven({ pathway }: PathwayIndex, facts: Facts): Totals {
  return pathway.scores.flatMap((score): [Score, number][] => {
    const given = statedTotal(score, facts);
    return given === undefined ? [] : [[score, given.total]];
  });
}

/**
 * The states of all patients who agree with what is known and with the totals that were given: where some items of such a score are
 * unknown, each of them has a value. The states alone where no total was given, no item is open, or no rule asks for the score.
 */
export function statesWithTotals(atoms: readonly Atom[], states: Uint8Array, totals: Totals): readonly Uint8Array[] {
  return totals.reduce<readonly Uint8Array[]>(
    (all, [score, total]) => all.flatMap((one) => statesWithTotal(atoms, one, score, total)),
    [states],
  );
}

/** An item of a score: what it adds where it holds, and the level of its atom. */
interface LevelItem {
  readonly points: number;
  readonly level: number;
}

/** Items of a score that stand in the diagram and are unknown. */
export function openItems(atoms: readonly Atom[], states: Uint8Array, { items }: Score): readonly LevelItem[] {
  return levelItems(atoms, items).filter(({ level }) => (states[level] ?? UNKNOWN) === UNKNOWN);
}

function statesWithTotal(
  atoms: readonly Atom[],
  states: Uint8Array,
  score: Score,
  total: number,
): readonly Uint8Array[] {
  const open = openItems(atoms, states, score);
  if (open.length === 0) return [states];
  const counted = levelItems(atoms, score.items)
    .filter(({ level }) => holds(atoms[level], states[level] ?? UNKNOWN))
    .reduce((sum, { points }) => sum + points, 0);
  const complete = completions(atoms, states, open, total - counted);
  // A total that the items do not come to stands only where the score is not meant for the patient; it says nothing then.
  return complete.length > 0 ? complete : [states];
}

/** A score that no rule asks for has no atoms of its own. */
function levelItems(atoms: readonly Atom[], items: Score["items"]): readonly LevelItem[] {
  const found = items.map(({ feature, points }) => ({
    points,
    level: atoms.findIndex((atom) => atom.kind === "feature" && atom.feature === feature),
  }));
  return found.some(({ level }) => level < 0) ? [] : found;
}

/** Each way to give the open items values that add up to what is left. */
function completions(
  atoms: readonly Atom[],
  states: Uint8Array,
  [item, ...others]: readonly LevelItem[],
  left: number,
): readonly Uint8Array[] {
  if (item === undefined) return left === 0 ? [states] : [];
  const least = others.reduce((sum, { points }) => sum + Math.min(0, points), 0);
  const most = others.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  const { level, points } = item;
  return (atoms[level]?.values ?? []).flatMap(({ example }, at) => {
    const rest = example === true ? left - points : left;
    return rest < least || rest > most ? [] : completions(atoms, states.with(level, at + 1), others, rest);
  });
}

function holds(atom: Atom | undefined, state: number): boolean {
  return atom !== undefined && valueOfState(atom, state)?.example === true;
}
