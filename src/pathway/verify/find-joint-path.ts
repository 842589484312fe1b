import { TRUE } from "../compile/compile-condition.ts";
import type { DiagramStore, NodeId } from "../compile/diagram-store.ts";
import { PairTable } from "../compile/pair-table.ts";
import type { Path } from "./list-paths.ts";

/**
 * A way on which two diagrams both end in true, or undefined when there is none. They are walked side by side and never
 * combined, so that it costs no more than the way is long wherever both are often true. `orders` has for each level the
 * states to take, best first.
 * INVARIANT: a pair is noted only after all that lies below it failed, so no pair is walked twice.
 */
export function findJointPath(
  store: DiagramStore,
  left: NodeId,
  right: NodeId,
  orders: readonly (readonly number[])[],
): Path | undefined {
  const failed = new PairTable();
  const way: { level: number; state: number }[] = [];
  const walk = (one: NodeId, other: NodeId): boolean => {
    if (isEndBut(store, one, TRUE) || isEndBut(store, other, TRUE)) return false;
    if (store.isTerminal(one) && store.isTerminal(other)) return true;
    if (failed.get(one, other) !== undefined) return false;
    const level = Math.min(store.levelOf(one), store.levelOf(other));
    for (const state of orders[level] ?? []) {
      way.push({ level, state });
      if (walk(store.follow(one, level, state), store.follow(other, level, state))) return true;
      way.pop();
    }
    failed.set(one, other, 0);
    return false;
  };
  return walk(left, right) ? way : undefined;
}

function isEndBut(store: DiagramStore, node: NodeId, value: number): boolean {
  return store.isTerminal(node) && store.valueOf(node) !== value;
}
