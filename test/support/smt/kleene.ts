import type { Bool, Context } from "z3-solver";

export type Z3 = Context<"pathway">;

/** A three-valued truth as two formulas that exclude each other; while neither holds it is unknown. */
export interface Kleene {
  readonly isTrue: Bool<"pathway">;
  readonly isFalse: Bool<"pathway">;
}

export function kleene({ Bool }: Z3, truth: boolean): Kleene {
  return { isTrue: Bool.val(truth), isFalse: Bool.val(!truth) };
}

export function not({ isTrue, isFalse }: Kleene): Kleene {
  return { isTrue: isFalse, isFalse: isTrue };
}

export function and({ And, Or }: Z3, all: readonly Kleene[]): Kleene {
  return {
    isTrue: And(...all.map(({ isTrue }) => isTrue)),
    isFalse: Or(...all.map(({ isFalse }) => isFalse)),
  };
}

export function or(z3: Z3, all: readonly Kleene[]): Kleene {
  return not(and(z3, all.map(not)));
}

/** True when exactly one side is; unknown while a side is. */
export function xor(z3: Z3, left: Kleene, right: Kleene): Kleene {
  return or(z3, [and(z3, [left, not(right)]), and(z3, [not(left), right])]);
}
