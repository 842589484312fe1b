import { UNKNOWN } from "../compile/atom.ts";
import { TRUE } from "../compile/compile-condition.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import { completeStates } from "../consult/possible-values.ts";
import type { Overview } from "./overview.ts";

/** Whether one patient takes an edge: for sure, perhaps (something unknown decides), or not. */
export type Taken = "taken" | "open" | "not-taken";

/**
 * Tells of each region of an overview whether a patient is in it. What is unknown may be found to have any accepted value;
 * what is presumed stays presumed.
 */
export function prepareWay({ diagrams }: Overview, states: Uint8Array): (region: NodeId) => Taken {
  const { store } = diagrams.complete.coding;
  const possible = diagrams.atoms.map((atom, level) => {
    const state = states[level] ?? UNKNOWN;
    return completeStates(atom, state, state === UNKNOWN);
  });
  const memo = new Map<NodeId, Taken>();
  const visit = (id: NodeId): Taken => {
    if (store.isTerminal(id)) return store.valueOf(id) === TRUE ? "taken" : "not-taken";
    const known = memo.get(id);
    if (known !== undefined) return known;
    const children = (possible[store.levelOf(id)] ?? []).map((state) => visit(store.child(id, state)));
    const [first = "open"] = children;
    const made = children.every((one) => one === first) ? first : "open";
    memo.set(id, made);
    return made;
  };
  return visit;
}
