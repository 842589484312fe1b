import type { DiagramStore, NodeId } from "../compile/diagram-store.ts";
import { PairTable } from "../compile/pair-table.ts";
import type { Path } from "./list-paths.ts";

/** A diagram, and which of its ends are wanted. */
export interface Goal {
  readonly root: NodeId;
  readonly wants: (end: number) => boolean;
}

/**
 * A way on which two diagrams both come to an end that is wanted, or undefined when there is none. They are walked side by
 * side and never combined, so that it costs no more than the way is long wherever such ends are common. `orders` has for
 * each level the states to take, best first.
 * INVARIANT: a pair is noted only after all that lies below it failed, so no pair is walked twice.
 */
export function findJointPath(
  store: DiagramStore,
  left: Goal,
  right: Goal,
  orders: readonly (readonly number[])[],
): Path | undefined {
  const failed = new PairTable();
  const way: { level: number; state: number }[] = [];
  const walk = (one: NodeId, other: NodeId): boolean => {
    const oneEnds = store.isTerminal(one);
    const otherEnds = store.isTerminal(other);
    if (oneEnds && !left.wants(store.valueOf(one))) return false;
    if (otherEnds && !right.wants(store.valueOf(other))) return false;
    if (oneEnds && otherEnds) return true;
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
  return walk(left.root, right.root) ? way : undefined;
}
