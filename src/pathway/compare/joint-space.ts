import { UNKNOWN } from "../compile/atom.ts";
import { DiagramStore, type NodeId, type Operation, operation, type StoreBounds } from "../compile/diagram-store.ts";
import type { JointAtom } from "./joint-atoms.ts";

/** The end of a region's diagram: the patient is not in it. */
export const OUT = 0;
/** The end of a region's diagram: the patient is in it. */
export const IN = 1;

/** No end of any diagram: what is not in the region that is looked at. */
const NONE = -2;

const PAIR = 2 ** 26;

/** Where a level's states are not believed, and which of them are lost there. */
export interface SetAside {
  readonly where: NodeId;
  loses(state: number): boolean;
}

/** Which of the two pathways a diagram comes from. */
export type SideAt = 0 | 1;

/**
 * Diagrams of both pathways in one store, over their joint atoms. `stated`: of every atom a value is stated. Otherwise an
 * atom may also be unknown, or, where one of the two presumes, not spoken of: state 0, the values, and last what is unstated.
 */
export class JointSpace {
  readonly atoms: readonly JointAtom[];
  readonly store: DiagramStore;
  /** For each side and each of its levels: the joint level, and its own state for each joint state. */
  readonly #views: readonly (readonly View[])[];
  readonly #and: Operation = operation((a, b) => (a === IN && b === IN ? IN : OUT), {
    decides: (a) => a === OUT,
    commutes: true,
  });
  readonly #or: Operation = operation((a, b) => (a === IN || b === IN ? IN : OUT), {
    decides: (a) => a === IN,
    commutes: true,
  });
  readonly #without: Operation = operation((a, b) => (a === IN && b !== IN ? IN : OUT), { decides: (a) => a === OUT });
  readonly #keep: Operation = operation((region, end) => (region === NONE ? NONE : end), {
    decides: (region) => region === NONE,
  });
  readonly #fill: Operation = operation((one, other) => (one === NONE ? other : one));
  readonly #counts = new Map<NodeId, bigint>();
  /** For each level, the cells of it and all below. */
  readonly #suffix: readonly bigint[];

  constructor(atoms: readonly JointAtom[], stated: boolean, bounds: StoreBounds) {
    this.atoms = atoms;
    const states = (atom: JointAtom, side: SideAt): readonly number[] => {
      const { states, unstated } = atom.sides[side];
      return stated ? states : [UNKNOWN, ...states, ...unstated];
    };
    this.store = new DiagramStore(
      atoms.map((atom) => states(atom, 0).length),
      bounds,
    );
    const suffix = [1n];
    for (const arity of this.store.arities.toReversed()) suffix.unshift((suffix[0] ?? 1n) * BigInt(arity));
    this.#suffix = suffix;
    this.#views = ([0, 1] as const).map((side) => {
      const views: View[] = [];
      for (const [level, atom] of atoms.entries()) {
        const own = atom.sides[side].level;
        if (own !== undefined) views[own] = { level, states: states(atom, side) };
      }
      return views;
    });
  }

  /**
   * A diagram of one side's own store, over the joint atoms. `setAside` has, by the side's own levels, the region in which what
   * is stated there is not believed: the diagram is then one of what was said, whether believed or not.
   */
  take(
    side: SideAt,
    from: DiagramStore,
    root: NodeId,
    replace: (end: number) => number,
    setAside: ReadonlyMap<number, SetAside> = new Map(),
  ): NodeId {
    const memo = new Map<NodeId, NodeId>();
    const views = this.#views[side] ?? [];
    const visit = (id: NodeId): NodeId => {
      if (from.isTerminal(id)) return this.store.terminal(replace(from.valueOf(id)));
      const known = memo.get(id);
      if (known !== undefined) return known;
      const view = views[from.levelOf(id)];
      if (view === undefined) throw new Error("every atom of a side is a joint atom");
      const children = from.childrenOf(id).map(visit);
      const select = (stateFor: (state: number) => number) =>
        this.#select(
          view.level,
          view.states.map((state) => children[stateFor(state)] ?? 0),
          new Map(),
        );
      const believed = select((state) => state);
      const aside = setAside.get(from.levelOf(id));
      const made =
        aside === undefined
          ? believed
          : this.#either(
              aside.where,
              select((state) => (aside.loses(state) ? UNKNOWN : state)),
              believed,
            );
      memo.set(id, made);
      return made;
    };
    return visit(root);
  }

  /** The diagram that asks `level` and goes on as its answer says, where some of these ask what stands above it, or ask it again. */
  #select(level: number, children: readonly NodeId[], memo: Map<string, NodeId>): NodeId {
    const { store } = this;
    const top = Math.min(...children.map((child) => store.levelOf(child)));
    if (top >= level)
      return store.node(
        level,
        children.map((child, state) => store.follow(child, level, state)),
      );
    const key = children.join(" ");
    const known = memo.get(key);
    if (known !== undefined) return known;
    const made = store.node(
      top,
      Array.from({ length: store.arities[top] ?? 0 }, (_, at) =>
        this.#select(
          level,
          children.map((child) => store.follow(child, top, at)),
          memo,
        ),
      ),
    );
    memo.set(key, made);
    return made;
  }

  /** One diagram inside a region, another outside. */
  #either(region: NodeId, inside: NodeId, outside: NodeId): NodeId {
    const within = this.store.map(region, (end) => (end === IN ? IN : NONE));
    const without = this.store.map(region, (end) => (end === IN ? NONE : IN));
    const [one, other] = [
      this.store.combine(this.#keep, within, inside),
      this.store.combine(this.#keep, without, outside),
    ];
    return this.store.combine(this.#fill, one, other);
  }

  /** The region where the atom of a level has one of some states. */
  where(level: number, passes: (state: number) => boolean): NodeId {
    const states = Array.from({ length: this.store.arities[level] ?? 0 }, (_, state) => (passes(state) ? IN : OUT));
    return this.store.node(
      level,
      states.map((state) => this.store.terminal(state)),
    );
  }

  get nowhere(): NodeId {
    return this.store.terminal(OUT);
  }

  get everywhere(): NodeId {
    return this.store.terminal(IN);
  }

  and(left: NodeId, right: NodeId): NodeId {
    return this.store.combine(this.#and, left, right);
  }

  or(left: NodeId, right: NodeId): NodeId {
    return this.store.combine(this.#or, left, right);
  }

  without(left: NodeId, right: NodeId): NodeId {
    return this.store.combine(this.#without, left, right);
  }

  isInside(inner: NodeId, outer: NodeId): boolean {
    return this.without(inner, outer) === this.nowhere;
  }

  /** Cells of a region, exactly. */
  count(region: NodeId): bigint {
    return this.#below(region) * this.#span(0, this.store.levelOf(region));
  }

  /** Cells in both regions, counted without making the diagram of both: trials would fill the store. */
  countBoth(left: NodeId, right: NodeId): bigint {
    const { store } = this;
    const memo = new Map<number, bigint>();
    const top = (one: NodeId, other: NodeId) => Math.min(store.levelOf(one), store.levelOf(other));
    const below = (one: NodeId, other: NodeId): bigint => {
      if (one === this.nowhere || other === this.nowhere) return 0n;
      if (other === this.everywhere || one === other) return this.#below(one);
      if (one === this.everywhere) return this.#below(other);
      const key = one * PAIR + other;
      const known = memo.get(key);
      if (known !== undefined) return known;
      const level = top(one, other);
      let sum = 0n;
      for (let state = 0; state < (store.arities[level] ?? 0); state++) {
        const [a, b] = [store.follow(one, level, state), store.follow(other, level, state)];
        const cells = below(a, b);
        if (cells > 0n) sum += cells * this.#span(level + 1, top(a, b));
      }
      memo.set(key, sum);
      return sum;
    };
    return below(left, right) * this.#span(0, top(left, right));
  }

  #below(id: NodeId): bigint {
    const { store } = this;
    if (store.isTerminal(id)) return store.valueOf(id) === IN ? 1n : 0n;
    const known = this.#counts.get(id);
    if (known !== undefined) return known;
    const next = store.levelOf(id) + 1;
    const made = store
      .childrenOf(id)
      .reduce((sum, child) => sum + this.#below(child) * this.#span(next, store.levelOf(child)), 0n);
    this.#counts.set(id, made);
    return made;
  }

  /** Cells that the levels in between multiply by. */
  #span(from: number, to: number): bigint {
    return from === to ? 1n : (this.#suffix[from] ?? 1n) / (this.#suffix[to] ?? 1n);
  }
}

interface View {
  readonly level: number;
  readonly states: readonly number[];
}
