import { type Atom, isGuarded, presumedOf, statedStates, UNKNOWN } from "../compile/atom.ts";

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
