import { type Atom, type AtomValue, closedArity, presumedOf, UNKNOWN, valueOfState } from "./atom.ts";
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

/** Follows the diagram as `evaluateCompiled` does, and keeps the way. The steps are made once, and patients share them. */
export function prepareTrace({ atoms, diagram, outcomes }: CompiledPathway): (states: Uint8Array) => CompiledTrace {
  const { root, levels, first, children } = diagram;
  const possible = atoms.map((atom) => Array.from({ length: closedArity(atom) }, (_, state) => stepOf(atom, state)));
  return (states) => {
    const steps: CompiledStep[] = [];
    let at = root;
    while (at >= 0) {
      const level = levels[at] ?? 0;
      const state = states[level] ?? UNKNOWN;
      const step = possible[level]?.[state];
      if (step === undefined) throw new Error(`the atom of level ${level} has no state ${state}`);
      steps.push(step);
      at = children[(first[at] ?? 0) + state] ?? 0;
    }
    const outcome = outcomes[-at - 1];
    if (outcome === undefined) throw new Error("every end of the diagram has its outcome");
    return { outcome, steps };
  };
}

function stepOf(atom: Atom, state: number): CompiledStep {
  const value = valueOfState(atom, state);
  const presumed = presumedOf(atom) !== undefined && state === atom.values.length + 1;
  return value === undefined ? { atom, presumed } : { atom, value, presumed };
}
