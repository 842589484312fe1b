import type { DiagramStore, NodeId } from "./diagram-store.ts";

/**
 * A diagram in typed arrays, top first. Node `n` asks the atom of `levels[n]`; its child for state `s` stands at
 * `children[first[n] + s]`. A reference at or above zero is a node; below zero it is the end `-(value + 1)`.
 */
export interface FrozenDiagram {
  readonly root: number;
  readonly levels: Uint16Array;
  readonly first: Int32Array;
  readonly children: Int32Array;
}

/** Writes the part of a store below a node into plain arrays. */
export function freezeDiagram(store: DiagramStore, root: NodeId): FrozenDiagram {
  const order = listNodes(store, root);
  const places = new Map(order.map((id, at) => [id, at]));
  const refer = (id: NodeId): number => (store.isTerminal(id) ? -(store.valueOf(id) + 1) : (places.get(id) ?? 0));
  const first = new Int32Array(order.length);
  const children: number[] = [];
  for (const [at, id] of order.entries()) {
    first[at] = children.length;
    for (const child of store.childrenOf(id)) children.push(refer(child));
  }
  return {
    root: refer(root),
    levels: Uint16Array.from(order, (id) => store.levelOf(id)),
    first,
    children: Int32Array.from(children),
  };
}

/** The nodes below a root, by level and then by where they were first met, so that one pathway freezes to one array. */
function listNodes(store: DiagramStore, root: NodeId): readonly NodeId[] {
  const seen = new Set<NodeId>();
  const pending = [root];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (store.isTerminal(id) || seen.has(id)) continue;
    seen.add(id);
    pending.push(...store.childrenOf(id).toReversed());
  }
  return [...seen].sort((a, b) => store.levelOf(a) - store.levelOf(b));
}
