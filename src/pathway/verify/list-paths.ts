import type { DiagramStore, NodeId } from "../compile/diagram-store.ts";

/** One way through a diagram: the state taken at each atom that is asked. */
export type Path = readonly { readonly level: number; readonly state: number }[];

interface Partial {
  readonly node: NodeId;
  readonly spent: number;
  readonly least: number;
  readonly path: Path;
}

/** Steps of the search before it gives up, so that a diagram full of impossible cells cannot hold it. */
const MOST_STEPS = 50_000;

/**
 * Ways from a root to the end `goal`, cheapest first, the same on every run.
 * INVARIANT: `least` is exactly what the rest of the way costs at least (a shortest-path table over the diagram), so a way
 * taken from the front of the queue is never dearer than one still in it (Hart, Nilsson, Raphael 1968).
 */
export function* listPaths(
  store: DiagramStore,
  root: NodeId,
  goal: number,
  cost: (level: number, state: number) => number,
): Generator<Path> {
  const rest = leastCosts(store, goal, cost);
  const buckets: Partial[][] = [];
  const push = (partial: Partial): void => {
    if (!Number.isFinite(partial.least)) return;
    const bucket = buckets[partial.spent + partial.least];
    if (bucket === undefined) buckets[partial.spent + partial.least] = [partial];
    else bucket.push(partial);
  };
  push({ node: root, spent: 0, least: rest(root), path: [] });
  let steps = 0;
  for (let price = 0; price < buckets.length; price++) {
    for (let next = buckets[price]?.pop(); next !== undefined; next = buckets[price]?.pop()) {
      if (store.isTerminal(next.node)) yield next.path;
      if (++steps > MOST_STEPS) return;
      if (store.isTerminal(next.node)) continue;
      const level = store.levelOf(next.node);
      const { spent, path } = next;
      // Pushed backwards, so that the first state is taken first.
      for (const [state, node] of [...store.childrenOf(next.node).entries()].toReversed())
        push({ node, spent: spent + cost(level, state), least: rest(node), path: [...path, { level, state }] });
    }
  }
}

function leastCosts(
  store: DiagramStore,
  goal: number,
  cost: (level: number, state: number) => number,
): (node: NodeId) => number {
  const memo = new Map<NodeId, number>();
  const least = (node: NodeId): number => {
    if (store.isTerminal(node)) return store.valueOf(node) === goal ? 0 : Number.POSITIVE_INFINITY;
    const known = memo.get(node);
    if (known !== undefined) return known;
    const level = store.levelOf(node);
    const made = Math.min(...store.childrenOf(node).map((child, state) => cost(level, state) + least(child)));
    memo.set(node, made);
    return made;
  };
  return least;
}
