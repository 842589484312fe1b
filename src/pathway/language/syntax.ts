import type { Arithmetic, Comparison, Connective } from "./expression.ts";

/** A condition as written, before its names are resolved. Offsets are in the condition's own text. */
export type Syntax = SyntaxNode & { readonly start: number; readonly end: number };

type SyntaxNode =
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "quantity"; readonly text: string; readonly unit: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "not"; readonly operand: Syntax }
  | { readonly kind: "connective"; readonly operator: Connective; readonly left: Syntax; readonly right: Syntax }
  | { readonly kind: "comparison"; readonly operator: Comparison; readonly left: Syntax; readonly right: Syntax }
  | { readonly kind: "arithmetic"; readonly operator: Arithmetic; readonly left: Syntax; readonly right: Syntax }
  | { readonly kind: "membership"; readonly element: Syntax; readonly list: readonly Syntax[] }
  | { readonly kind: "isNull"; readonly operand: Syntax; readonly negated: boolean };
