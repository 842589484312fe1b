import { indexOf } from "../facts/pathway-index.ts";
import type { Pathway } from "../model/pathway.ts";
import { type Atom, closedArity, completeArity, valueOfState } from "./atom.ts";
import { type Coding, ConditionCompiler } from "./compile-condition.ts";
import { DiagramStore, type NodeId, type Operation, type StoreBounds } from "./diagram-store.ts";
import type { Outcome } from "./outcome.ts";

/**
 * Where the diagrams of one profile are made, with all that was worked out on the way. After an edit that leaves the ground
 * as it was, the next version is made on the same bench: a condition that did not change is the node it was, and what was
 * combined, closed or judged before is looked up.
 * INVARIANT: nothing on the bench depends on anything but its ground and the nodes themselves.
 */
export interface Workbench {
  readonly ground: string;
  /** Everything known; a guarded feature is stated or assumed. */
  readonly complete: ConditionCompiler;
  /** Anything may be unknown or presumed. */
  readonly closed: ConditionCompiler;
  readonly operations: Map<string, Operation>;
  readonly closedOver: Map<NodeId, NodeId>;
  /** What the verifier made of some nodes, by a key that names them. */
  readonly judged: Map<string, unknown>;
}

/** The two stores of a compilation, and what their states mean. */
export interface Codings {
  readonly complete: Coding;
  readonly closed: Coding;
}

/** Empty stores for diagrams of completed and of known states. */
export function newCodings(atoms: readonly Atom[], bounds: StoreBounds): Codings {
  return {
    complete: {
      atoms,
      store: new DiagramStore(atoms.map(completeArity), bounds),
      valueOf: (atom, state) => atom.values[state % atom.values.length],
    },
    closed: { atoms, store: new DiagramStore(atoms.map(closedArity), bounds), valueOf: valueOfState },
  };
}

/** The stores may hold diagrams of another ground already: nodes are the same functions on any. */
export function setUpWorkbench(pathway: Pathway, profile: string, codings: Codings, ground: string): Workbench {
  const index = indexOf(pathway);
  const complete = new ConditionCompiler(index, profile, codings.complete);
  const closed = new ConditionCompiler(index, profile, codings.closed);
  return { ground, complete, closed, operations: new Map(), closedOver: new Map(), judged: new Map() };
}

/**
 * All that conditions, facts and outcomes are read by, but the rules, properties and further advice themselves. Positions in
 * the file are left out, since an edit above moves them.
 */
export function groundOf(pathway: Pathway, atoms: readonly Atom[], outcomes: readonly Outcome[]): string {
  const { features, parameters, scores, definitions, inconsistencies } = pathway;
  const ground = {
    features,
    parameters,
    scores,
    definitions,
    inconsistencies,
    outcomes,
    ends: pathway.outcomes,
    atoms,
  };
  return JSON.stringify(ground, (key, value: unknown) => (key === "span" ? undefined : value));
}

/** An operation that the bench keeps with what it has computed. The name must say all that the operation depends on. */
export function keptOperation({ operations }: Workbench, name: string, make: () => Operation): Operation {
  const known = operations.get(name);
  if (known !== undefined) return known;
  const made = make();
  operations.set(name, made);
  return made;
}
