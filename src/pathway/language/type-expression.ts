import { closest } from "fastest-levenshtein";
import { areComparable, decimal, isUcumUnit } from "../../clinical/quantity.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { unreachable } from "../../kernel/result.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import type { Expression, ExpressionNode } from "./expression.ts";
import { languageDiagnostics } from "./language-diagnostics.ts";
import type { Syntax } from "./syntax.ts";

/** The type of an expression. A `choice` knows its codes, a `quantity` its unit (with the basis as annotation). */
export type ExpressionType =
  | { readonly kind: "truth" }
  | { readonly kind: "number" }
  | { readonly kind: "quantity"; readonly unit: string }
  | { readonly kind: "choice"; readonly of: string; readonly codes: ReadonlySet<string> }
  | { readonly kind: "code"; readonly code: string };

/** What a name stands for and of which type it is. */
export interface NameMeaning {
  readonly node: ExpressionNode;
  readonly type: ExpressionType;
}

export interface Scope {
  readonly names: ReadonlyMap<string, NameMeaning>;
  /** Whether `is null` may be asked: only in warnings. */
  readonly nullTests: boolean;
  /** The span of a stretch of the condition's own text. */
  spanOf(start: number, end: number): SourceSpan;
}

export interface Typed {
  readonly expression: Expression;
  readonly type: ExpressionType;
}

/** Resolves the names of a parsed condition and checks its types. Reports every fault it can reach; undefined when there is one. */
export function typeExpression(syntax: Syntax, scope: Scope, report: (fault: Diagnostic) => void): Typed | undefined {
  const span = scope.spanOf(syntax.start, syntax.end);
  const inner = (part: Syntax) => typeExpression(part, scope, report);
  switch (syntax.kind) {
    case "truth":
      return { expression: { kind: "truth", value: syntax.value, span }, type: { kind: "truth" } };
    case "string":
      return { expression: { kind: "code", value: syntax.value, span }, type: { kind: "code", code: syntax.value } };
    case "number":
      return { expression: { kind: "number", value: decimal(syntax.text), span }, type: { kind: "number" } };
    case "quantity":
      return typeQuantity(syntax.text, syntax.unit, span, report);
    case "name":
      return typeName(syntax.name, scope, span, report);
    case "not": {
      const operand = truth(inner(syntax.operand), report);
      return operand && { expression: { kind: "not", operand: operand.expression, span }, type: { kind: "truth" } };
    }
    case "connective": {
      const left = truth(inner(syntax.left), report);
      const right = truth(inner(syntax.right), report);
      if (left === undefined || right === undefined) return undefined;
      const { operator } = syntax;
      return {
        expression: { kind: "connective", operator, left: left.expression, right: right.expression, span },
        type: { kind: "truth" },
      };
    }
    case "comparison":
      return typeComparison(syntax, inner(syntax.left), inner(syntax.right), span, report);
    case "arithmetic":
      return typeArithmetic(syntax, inner(syntax.left), inner(syntax.right), span, report);
    case "membership":
      return typeMembership(inner(syntax.element), syntax.list.map(inner), span, report);
    case "isNull": {
      if (!scope.nullTests) report(languageDiagnostics.report("null-test-outside-warning", {}, span));
      const operand = inner(syntax.operand);
      if (operand === undefined || !scope.nullTests) return undefined;
      const { negated } = syntax;
      return { expression: { kind: "isNull", operand: operand.expression, negated, span }, type: { kind: "truth" } };
    }
    default:
      return unreachable(syntax);
  }
}

type Report = (fault: Diagnostic) => void;

function typeQuantity(text: string, unit: string, span: SourceSpan, report: Report): Typed | undefined {
  if (!isUcumUnit(unit)) {
    report(languageDiagnostics.report("unit-not-ucum", { unit }, span));
    return undefined;
  }
  return {
    expression: { kind: "quantity", value: { value: decimal(text), unit }, span },
    type: { kind: "quantity", unit },
  };
}

function typeName(name: string, scope: Scope, span: SourceSpan, report: Report): Typed | undefined {
  const meaning = scope.names.get(name);
  if (meaning === undefined) {
    const known = [...scope.names.keys()];
    report(
      languageDiagnostics.report(
        "name-not-found",
        { name, nearest: known.length > 0 ? closest(name, known) : undefined },
        span,
      ),
    );
    return undefined;
  }
  return { expression: { ...meaning.node, span }, type: meaning.type };
}

/** Passes a truth through, reports anything else. */
export function truth(typed: Typed | undefined, report: Report): Typed | undefined {
  if (typed === undefined || typed.type.kind === "truth") return typed;
  report(languageDiagnostics.report("condition-not-truth", { found: describe(typed.type) }, typed.expression.span));
  return undefined;
}

function typeComparison(
  syntax: Extract<Syntax, { kind: "comparison" }>,
  left: Typed | undefined,
  right: Typed | undefined,
  span: SourceSpan,
  report: Report,
): Typed | undefined {
  if (left === undefined || right === undefined) return undefined;
  const equality = syntax.operator === "=" || syntax.operator === "!=";
  if (!areLike(left, right, equality, span, report)) return undefined;
  return {
    expression: { kind: "comparison", operator: syntax.operator, left: left.expression, right: right.expression, span },
    type: { kind: "truth" },
  };
}

function areLike(left: Typed, right: Typed, equality: boolean, span: SourceSpan, report: Report): boolean {
  const a = left.type;
  const b = right.type;
  if (a.kind === "number" && b.kind === "number") return true;
  if (a.kind === "quantity" && b.kind === "quantity" && areComparable(a.unit, b.unit)) return true;
  if (equality && a.kind === "truth" && b.kind === "truth") return true;
  if (equality && a.kind === "choice" && b.kind === "code") return hasCode(a, b.code, right, report);
  report(languageDiagnostics.report("types-differ", { left: describe(a), right: describe(b) }, span));
  return false;
}

function hasCode(type: Extract<ExpressionType, { kind: "choice" }>, code: string, at: Typed, report: Report): boolean {
  if (type.codes.has(code)) return true;
  report(languageDiagnostics.report("choice-not-found", { code, feature: type.of }, at.expression.span));
  return false;
}

function typeArithmetic(
  syntax: Extract<Syntax, { kind: "arithmetic" }>,
  left: Typed | undefined,
  right: Typed | undefined,
  span: SourceSpan,
  report: Report,
): Typed | undefined {
  if (left === undefined || right === undefined) return undefined;
  const type = syntax.operator === "*" ? productType(left.type, right.type) : sumType(left.type, right.type);
  if (type === undefined) {
    report(
      languageDiagnostics.report("types-differ", { left: describe(left.type), right: describe(right.type) }, span),
    );
    return undefined;
  }
  const { operator } = syntax;
  return { expression: { kind: "arithmetic", operator, left: left.expression, right: right.expression, span }, type };
}

function sumType(left: ExpressionType, right: ExpressionType): ExpressionType | undefined {
  if (left.kind === "number" && right.kind === "number") return left;
  return left.kind === "quantity" && right.kind === "quantity" && areComparable(left.unit, right.unit)
    ? left
    : undefined;
}

/** A product has at most one quantity: the language has no need of squares, and refuses them. */
function productType(left: ExpressionType, right: ExpressionType): ExpressionType | undefined {
  if (left.kind === "number") return right.kind === "number" || right.kind === "quantity" ? right : undefined;
  return left.kind === "quantity" && right.kind === "number" ? left : undefined;
}

function typeMembership(
  element: Typed | undefined,
  list: readonly (Typed | undefined)[],
  span: SourceSpan,
  report: Report,
): Typed | undefined {
  if (element === undefined) return undefined;
  const members = list.filter((member) => member !== undefined);
  const good = members.every((member) => areLike(element, member, true, span, report));
  if (!good || members.length < list.length) return undefined;
  return {
    expression: { kind: "membership", element: element.expression, list: members.map((m) => m.expression), span },
    type: { kind: "truth" },
  };
}

/** The type in the author's words, never a TypeScript name. */
function describe(type: ExpressionType): string {
  switch (type.kind) {
    case "truth":
      return "a yes/no";
    case "number":
      return "a number";
    case "quantity":
      return `a quantity in \`${type.unit}\``;
    case "choice":
      return `the choice \`${type.of}\``;
    case "code":
      return `the code \`${type.code}\``;
    default:
      return unreachable(type);
  }
}
