import type { Decimal, Quantity } from "../../clinical/quantity.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type Connective = "and" | "or" | "xor" | "implies";
export type Arithmetic = "+" | "-" | "*";

/**
 * The conditions' language after parsing and typing: a subset of CQL 1.5 (https://cql.hl7.org) without queries.
 * Names are resolved: a feature, a parameter, a definition, a score, or a score's category (`wells.twoLevel`).
 */
export type Expression = ExpressionNode & { readonly span: SourceSpan };

export type ExpressionNode =
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "code"; readonly value: string }
  | { readonly kind: "number"; readonly value: Decimal }
  | { readonly kind: "quantity"; readonly value: Quantity }
  | { readonly kind: "feature"; readonly id: string }
  | { readonly kind: "parameter"; readonly id: string }
  | { readonly kind: "definition"; readonly id: string }
  | { readonly kind: "score"; readonly id: string }
  | { readonly kind: "stratum"; readonly score: string; readonly scheme: string }
  | { readonly kind: "profile" }
  | { readonly kind: "not"; readonly operand: Expression }
  | {
      readonly kind: "connective";
      readonly operator: Connective;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "comparison";
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "arithmetic";
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "membership"; readonly element: Expression; readonly list: readonly Expression[] }
  /** `is null` and `is not null`: whether a value is known. Only warnings may ask. */
  | { readonly kind: "isNull"; readonly operand: Expression; readonly negated: boolean };
