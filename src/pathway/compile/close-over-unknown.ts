import { type Atom, presumedOf } from "./atom.ts";
import type { DiagramStore, NodeId, Operation } from "./diagram-store.ts";

/**
 * Adds "unknown" to a diagram over known values: where an atom is unknown, the outcome is what all its values agree on.
 * This is exact early conclusion for atoms that are independent of each other; where they are not, it asks rather than
 * concludes. INVARIANT: an unknown is completed with assumed values only, which no guard accepts as known.
 * `memo` may hold what was closed before, for the same stores, atoms and meeting.
 */
export function closeOverUnknown(
  from: DiagramStore,
  to: DiagramStore,
  atoms: readonly Atom[],
  root: NodeId,
  meet: Operation,
  memo: Map<NodeId, NodeId> = new Map(),
): NodeId {
  const close = (id: NodeId): NodeId => {
    if (from.isTerminal(id)) return to.terminal(from.valueOf(id));
    const known = memo.get(id);
    if (known !== undefined) return known;
    const level = from.levelOf(id);
    const atom = atoms[level];
    if (atom === undefined) throw new Error("every level has its atom");
    const count = atom.values.length;
    const children = from.childrenOf(id).map(close);
    const assumed = children.slice(children.length - count);
    const possible = assumed.filter((_, at) => atom.values[at]?.inRange);
    const presumed = presumedOf(atom);
    const made = to.node(level, [
      meetAll(to, meet, possible.length > 0 ? possible : assumed),
      ...children.slice(0, count),
      ...assumed.filter((_, at) => at === presumed),
    ]);
    memo.set(id, made);
    return made;
  };
  return close(root);
}

function meetAll(store: DiagramStore, meet: Operation, nodes: readonly NodeId[]): NodeId {
  const distinct = [...new Set(nodes)];
  return distinct.reduce((left, right) => store.combine(meet, left, right));
}
