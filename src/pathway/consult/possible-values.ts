import { type Atom, isGuarded, presumedOf, UNKNOWN } from "../compile/atom.ts";

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
