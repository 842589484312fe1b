import { type Atom, type AtomValue, presumedOf, UNKNOWN, valueOfState } from "./atom.ts";
import type { CompiledPathway } from "./compile-pathway.ts";
import type { Outcome } from "./outcome.ts";

/** One question on a patient's way through the diagram, with its answer. */
export interface CompiledStep {
  readonly atom: Atom;
  /** Absent where it is unknown. */
  readonly value?: AtomValue;
  readonly presumed: boolean;
}

export interface CompiledTrace {
  readonly outcome: Outcome;
  /** What the outcome leaned on, in the diagram's order. What is not listed could not have changed it. */
  readonly steps: readonly CompiledStep[];
}

/** Follows the diagram as `evaluateCompiled` does, and keeps the way. */
export function traceCompiled({ atoms, diagram, outcomes }: CompiledPathway, states: Uint8Array): CompiledTrace {
  const { levels, first, children } = diagram;
  const steps: CompiledStep[] = [];
  let at = diagram.root;
  while (at >= 0) {
    const level = levels[at] ?? 0;
    const state = states[level] ?? UNKNOWN;
    const atom = atoms[level];
    if (atom !== undefined) steps.push(stepOf(atom, state));
    at = children[(first[at] ?? 0) + state] ?? 0;
  }
  const outcome = outcomes[-at - 1];
  if (outcome === undefined) throw new Error("every end of the diagram has its outcome");
  return { outcome, steps };
}

function stepOf(atom: Atom, state: number): CompiledStep {
  const value = valueOfState(atom, state);
  const presumed = presumedOf(atom) !== undefined && state === atom.values.length + 1;
  return value === undefined ? { atom, presumed } : { atom, value, presumed };
}
