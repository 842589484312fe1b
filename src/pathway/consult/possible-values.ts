import { type Atom, isGuarded, presumedOf, UNKNOWN } from "../compile/atom.ts";
import type { FrozenDiagram } from "../compile/freeze-diagram.ts";

/** The closed states of an atom that an answer can bring about: stated, and inside what is accepted. */
export function statedStates(atom: Atom): readonly number[] {
  return atom.values.flatMap(({ inRange }, at) => (inRange ? [at + 1] : []));
}

/**
 * The complete states that a closed state leaves possible. `confirmed`: what is unknown or presumed may yet be stated;
 * else it stays assumed, which no guard accepts.
 */
export function completeStates(atom: Atom, state: number, confirmed: boolean): readonly number[] {
  const count = atom.values.length;
  const offset = isGuarded(atom) && !confirmed ? count : 0;
  if (state === UNKNOWN) {
    const accepted = statedStates(atom).map((one) => one - 1 + offset);
    return accepted.length > 0 ? accepted : atom.values.map((_, at) => at + offset);
  }
  return state > count ? [(presumedOf(atom) ?? 0) + offset] : [state - 1];
}

/** Every end that a diagram can lead to when each level may be in any of the states listed for it. */
export function possibleEnds(
  { root, levels, first, children }: FrozenDiagram,
  statesOf: (level: number) => readonly number[],
): ReadonlySet<number> {
  const seen = new Set<number>();
  const ends = new Set<number>();
  const pending = [root];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at < 0) ends.add(-at - 1);
    else if (!seen.has(at)) {
      seen.add(at);
      const from = first[at] ?? 0;
      for (const state of statesOf(levels[at] ?? 0)) pending.push(children[from + state] ?? 0);
    }
  }
  return ends;
}
