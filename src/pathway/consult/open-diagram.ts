import { type Atom, isGuarded, presumedOf, statedStates, UNKNOWN } from "../compile/atom.ts";
import type { CompiledPathway } from "../compile/compile-pathway.ts";
import { DiagramStore, type NodeId } from "../compile/diagram-store.ts";
import { NEEDS } from "../compile/outcome.ts";

/** Larger than any part of a diagram that was compiled within its own bounds. */
const BOUNDS = { maxNodes: 2 ** 24, maxSteps: Number.MAX_SAFE_INTEGER };

/**
 * The part of a pathway's diagram that one patient leaves open. A node asks an atom that is unknown, or one that is only
 * presumed where a rule wants it known; its first child is "stays as it is", the others are the values it may be found
 * to have. INVARIANT: it is reduced, so an atom occurs below a node exactly when learning it can change the outcome there.
 */
export class OpenDiagram {
  readonly root: NodeId;
  readonly store: DiagramStore;
  readonly #stated: readonly (readonly number[])[];

  constructor({ atoms, diagram }: CompiledPathway, states: Uint8Array) {
    this.#stated = atoms.map(statedStates);
    this.store = new DiagramStore(
      this.#stated.map((stated) => stated.length + 1),
      BOUNDS,
    );
    const { root, levels, first, children } = diagram;
    const memo = new Map<number, NodeId>();
    const open = (at: number): NodeId => {
      if (at < 0) return this.store.terminal(-at - 1);
      const known = memo.get(at);
      if (known !== undefined) return known;
      const level = levels[at] ?? 0;
      const child = (state: number) => open(children[(first[at] ?? 0) + state] ?? 0);
      const made = this.#open(level, atoms[level], states[level] ?? UNKNOWN, child);
      memo.set(at, made);
      return made;
    };
    this.root = open(root);
  }

  #open(level: number, atom: Atom | undefined, state: number, child: (state: number) => NodeId): NodeId {
    const asItIs = child(state);
    if (atom === undefined) throw new Error("every level has its atom");
    const confirms = isGuarded(atom) && state === atom.values.length + 1;
    if (state !== UNKNOWN && !confirms) return asItIs;
    // To confirm a presumption matters only where a rule waits for it.
    if (confirms && child((presumedOf(atom) ?? 0) + 1) === asItIs) return asItIs;
    return this.store.node(level, [asItIs, ...(this.#stated[level] ?? []).map(child)]);
  }

  /** Levels of the atoms that can still change the outcome below a node, in the diagram's order. */
  levels(below: NodeId = this.root): readonly number[] {
    return [...new Set(this.levelsBelow(below))].sort((a, b) => a - b);
  }

  /** The same node by node, for those who need not see them all. */
  *levelsBelow(below: NodeId): Generator<number> {
    const seen = new Set<NodeId>();
    const pending = [below];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (seen.has(id) || this.store.isTerminal(id)) continue;
      seen.add(id);
      yield this.store.levelOf(id);
      pending.push(...this.store.childrenOf(id));
    }
  }

  /** Where a closed state stands among a node's children; the first child when it is no accepted value. */
  place(level: number, state: number): number {
    return (this.#stated[level]?.indexOf(state) ?? -1) + 1;
  }

  /** The closed state that a child stands for; unknown for the first. */
  stateAt(level: number, place: number): number {
    return this.#stated[level]?.[place - 1] ?? UNKNOWN;
  }

  /** The places of the values an atom may be found to have. */
  places(level: number): readonly number[] {
    return (this.#stated[level] ?? []).map((_, at) => at + 1);
  }

  /** True when nothing that is still unknown can change the outcome. */
  isSettled(id: NodeId): boolean {
    let at = id;
    while (!this.store.isTerminal(at)) at = this.store.child(at, 0);
    return this.store.valueOf(at) !== NEEDS;
  }

  /** The diagram once the atoms of some levels are found, each as the child at that place. */
  after(root: NodeId, found: ReadonlyMap<number, number>): NodeId {
    const last = Math.max(-1, ...found.keys());
    const memo = new Map<NodeId, NodeId>();
    const visit = (id: NodeId): NodeId => {
      const level = this.store.levelOf(id);
      if (level > last) return id;
      const known = memo.get(id);
      if (known !== undefined) return known;
      const place = found.get(level);
      const made =
        place === undefined
          ? this.store.node(level, this.store.childrenOf(id).map(visit))
          : visit(this.store.child(id, place));
      memo.set(id, made);
      return made;
    };
    return visit(root);
  }
}
