import { GrowingArray } from "./growing-array.ts";
import { PairTable } from "./pair-table.ts";

/** A node of a decision diagram: an index into the store that made it. */
export type NodeId = number;

/** Thrown inside the compiler when a bound is met; `compilePathway` turns it into a diagnostic. */
export class DiagramTooLarge extends Error {
  readonly nodes: number;
  readonly steps: number;
  readonly widestLevel: number;
  /** True when it was the time that ran out. */
  readonly late: boolean;

  constructor(nodes: number, steps: number, widestLevel: number, late: boolean) {
    super(`a decision diagram outgrew its bound at ${nodes} nodes after ${steps} steps`);
    this.nodes = nodes;
    this.steps = steps;
    this.widestLevel = widestLevel;
    this.late = late;
  }
}

/** An operation on the values of two diagrams, with what it has already computed. `decides` names left values that settle it. */
export interface Operation {
  readonly on: (left: number, right: number) => number;
  readonly decides?: (left: number) => boolean;
  readonly commutes: boolean;
  readonly memo: PairTable;
}

/** An operation with its memory, which lasts as long as it does. */
export function operation(
  on: Operation["on"],
  { decides, commutes = false }: { decides?: (left: number) => boolean; commutes?: boolean } = {},
): Operation {
  return { on, commutes, memo: new PairTable(), ...(decides === undefined ? {} : { decides }) };
}

/**
 * How much a store may hold, and how often it may combine two nodes: what bounds memory and time, the same on every machine.
 * A caller that has a clock may also say when the time is up; it is asked after every few thousand steps.
 */
export interface StoreBounds {
  readonly maxNodes: number;
  readonly maxSteps: number;
  readonly isTimeUp?: () => boolean;
}

/** More nodes than any bound allows; ids stay small numbers. */
const MOST_NODES = 2 ** 26;
const NONE = -1;
/** Steps after which the caller is asked whether time is up. */
const STEPS_BETWEEN_LOOKS = 4096;

/**
 * Reduced, ordered decision diagrams with many values at each level and whole numbers at the ends (Bryant 1986; Kam et al.
 * 1998 for many values). INVARIANT: two nodes of one store are the same function exactly when they have the same id:
 * a node whose children are all equal is never made, and no node is made twice.
 */
export class DiagramStore {
  /** How many values the atom of each level has. */
  readonly arities: readonly number[];
  readonly #bounds: StoreBounds;
  #steps = 0;
  readonly #terminals = new Map<number, NodeId>();
  readonly #levels = new GrowingArray();
  /** Where a node's children begin; for a terminal, its value. */
  readonly #first = new GrowingArray();
  readonly #children = new GrowingArray();
  #table = new Int32Array(1024).fill(NONE);
  #count = 0;
  /** For each node what it was last mapped to, and in which call: lists that are made once, not for every call. */
  #mapped = new Int32Array(0);
  #calls = 0;

  constructor(arities: readonly number[], bounds: StoreBounds) {
    this.arities = arities;
    this.#bounds = { ...bounds, maxNodes: Math.min(bounds.maxNodes, MOST_NODES) };
  }

  /** Steps are counted from here on: the bound is on one compilation, and a store may serve several. */
  startAnew(): void {
    this.#steps = 0;
  }

  get size(): number {
    return this.#levels.length;
  }

  terminal(value: number): NodeId {
    const known = this.#terminals.get(value);
    if (known !== undefined) return known;
    const id = this.#append(this.arities.length, value);
    this.#terminals.set(value, id);
    return id;
  }

  node(level: number, children: readonly NodeId[]): NodeId {
    const first = children[0] ?? NONE;
    if (areAll(children, first)) return first;
    let slot = this.#slotOf(level, children);
    for (;;) {
      const id = this.#table[slot] ?? NONE;
      if (id === NONE) break;
      if (this.#isNode(id, level, children)) return id;
      slot = (slot + 1) & (this.#table.length - 1);
    }
    const id = this.#append(level, this.#children.length);
    for (const child of children) this.#children.push(child);
    this.#table[slot] = id;
    this.#count++;
    if (this.#count * 2 > this.#table.length) this.#grow();
    return id;
  }

  /** The level of a node's atom; terminals lie below all levels. */
  levelOf(id: NodeId): number {
    return this.#levels.at(id) ?? NONE;
  }

  isTerminal(id: NodeId): boolean {
    return this.levelOf(id) === this.arities.length;
  }

  /** The value of a terminal. */
  valueOf(id: NodeId): number {
    if (!this.isTerminal(id)) throw new Error("only the ends of a diagram have a value");
    return this.#first.at(id) ?? NONE;
  }

  child(id: NodeId, at: number): NodeId {
    return this.#children.at((this.#first.at(id) ?? 0) + at) ?? NONE;
  }

  /** Where the diagram leads when the atom of `level` has the value `at`; the node itself when it does not ask that atom. */
  follow(id: NodeId, level: number, at: number): NodeId {
    return this.levelOf(id) === level ? this.child(id, at) : id;
  }

  childrenOf(id: NodeId): readonly NodeId[] {
    const first = this.#first.at(id) ?? 0;
    return this.#children.slice(first, first + (this.arities[this.levelOf(id)] ?? 0));
  }

  combine(op: Operation, left: NodeId, right: NodeId): NodeId {
    const leftEnds = this.isTerminal(left);
    if (leftEnds && op.decides?.(this.valueOf(left))) return left;
    const rightEnds = this.isTerminal(right);
    if (leftEnds && rightEnds) return this.terminal(op.on(this.valueOf(left), this.valueOf(right)));
    if (op.commutes && rightEnds && op.decides?.(this.valueOf(right))) return right;
    const turned = op.commutes && right < left;
    const one = turned ? right : left;
    const other = turned ? left : right;
    const known = op.memo.get(one, other);
    if (known !== undefined) return known;
    this.#countStep();
    const level = Math.min(this.levelOf(left), this.levelOf(right));
    const children: NodeId[] = [];
    for (let at = 0; at < (this.arities[level] ?? 0); at++)
      children.push(this.combine(op, this.follow(left, level, at), this.follow(right, level, at)));
    const made = this.node(level, children);
    op.memo.set(one, other, made);
    return made;
  }

  /** The diagram with each of its values replaced. */
  map(id: NodeId, replace: (value: number) => number): NodeId {
    const call = ++this.#calls;
    if (this.#mapped.length < 2 * this.size) this.#mapped = new Int32Array(2 * 2 * this.size);
    const mapped = this.#mapped;
    const visit = (node: NodeId): NodeId => {
      if (this.isTerminal(node)) return this.terminal(replace(this.valueOf(node)));
      if (mapped[2 * node + 1] === call) return mapped[2 * node] ?? NONE;
      const level = this.levelOf(node);
      const children: NodeId[] = [];
      for (let at = 0; at < (this.arities[level] ?? 0); at++) children.push(visit(this.child(node, at)));
      const made = this.node(level, children);
      mapped[2 * node] = made;
      mapped[2 * node + 1] = call;
      return made;
    };
    return visit(id);
  }

  #countStep(): void {
    const steps = ++this.#steps;
    if (steps > this.#bounds.maxSteps) throw this.#tooLarge();
    if (steps % STEPS_BETWEEN_LOOKS === 0 && this.#bounds.isTimeUp?.()) throw this.#tooLarge(true);
  }

  #append(level: number, first: number): NodeId {
    if (this.#levels.length >= this.#bounds.maxNodes) throw this.#tooLarge();
    this.#levels.push(level);
    this.#first.push(first);
    return this.#levels.length - 1;
  }

  /** Names the level that most nodes ask. */
  #tooLarge(late = false): DiagramTooLarge {
    const counts = this.arities.map(() => 0);
    for (let id = 0; id < this.size; id++)
      if (!this.isTerminal(id)) counts[this.levelOf(id)] = (counts[this.levelOf(id)] ?? 0) + 1;
    return new DiagramTooLarge(this.size, this.#steps, counts.indexOf(Math.max(...counts)), late);
  }

  #isNode(id: NodeId, level: number, children: readonly NodeId[]): boolean {
    if (this.levelOf(id) !== level) return false;
    for (let at = 0; at < children.length; at++) if (this.child(id, at) !== children[at]) return false;
    return true;
  }

  #slotOf(level: number, children: readonly NodeId[]): number {
    // FNV-1a over the level and the children, as 32-bit words.
    let hash = Math.imul(0x811c9dc5 ^ level, 0x01000193);
    for (let at = 0; at < children.length; at++) hash = Math.imul(hash ^ (children[at] ?? 0), 0x01000193);
    return (hash ^ (hash >>> 15)) & (this.#table.length - 1);
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(NONE);
    for (let id = 0; id < this.#levels.length; id++) {
      if (this.isTerminal(id)) continue;
      let slot = this.#slotOf(this.levelOf(id), this.childrenOf(id));
      while (this.#table[slot] !== NONE) slot = (slot + 1) & (this.#table.length - 1);
      this.#table[slot] = id;
    }
  }
}

function areAll(children: readonly NodeId[], first: NodeId): boolean {
  for (const child of children) if (child !== first) return false;
  return true;
}
