import { conversionFactor, type Decimal } from "../../clinical/quantity.ts";
import type { Truth } from "../../kernel/truth.ts";
import { compare, compute, point } from "../facts/interval.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import { unite } from "../facts/unite.ts";
import type { Comparison, Expression } from "../language/expression.ts";
import { featuresIn } from "../language/features-in.ts";
import { writePart } from "../language/write-expression.ts";

export type ComparisonOf = Extract<Expression, { kind: "comparison" }>;

/**
 * What a comparison of numbers comes to for the compiler. `threshold`: one quantity against a constant, which cuts its
 * range. `scores`: totals of scores against constants. `opaque`: quantities against each other, one atom with a name.
 */
export type NumberComparison =
  | { readonly kind: "constant"; readonly truth: Truth }
  | {
      readonly kind: "threshold";
      readonly feature: string;
      readonly operator: Comparison;
      readonly threshold: Decimal;
    }
  | { readonly kind: "scores" }
  | { readonly kind: "opaque"; readonly atom: OpaqueComparison; readonly negated: boolean }
  | { readonly kind: "unsupported" };

/** A comparison of unknown quantities with each other. Only `<` and `=` are kept; the others are these turned round. */
export interface OpaqueComparison {
  readonly name: string;
  readonly operator: "<" | "=";
  readonly left: Expression;
  readonly right: Expression;
  readonly features: readonly string[];
}

const MIRRORED = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" } as const;

/** Whether an expression has a number as its value. */
export function isNumber(index: PathwayIndex, expression: Expression): boolean {
  if (expression.kind === "feature") {
    const { kind } = getPart(index.features, expression.id).type;
    return kind === "wholeNumber" || kind === "quantity";
  }
  return ["number", "quantity", "parameter", "score", "arithmetic"].includes(expression.kind);
}

/** How a comparison enters the diagram: decided already, as a threshold of one feature, or as a question of its own. */
export function classifyComparison(index: PathwayIndex, { operator, left, right }: ComparisonOf): NumberComparison {
  const low = constantOf(index, left);
  const high = constantOf(index, right);
  if (low !== undefined && high !== undefined)
    return { kind: "constant", truth: compare(operator, point(low.value), point(inUnit(high, low.unit))) };
  const thresholded =
    findThreshold(index, left, operator, high, false) ?? findThreshold(index, right, MIRRORED[operator], low, true);
  if (thresholded !== undefined) return thresholded;
  const features = unite([featuresIn(left), featuresIn(right)]);
  const scored = namesScore(left) || namesScore(right);
  if (scored) return features.length === 0 ? { kind: "scores" } : { kind: "unsupported" };
  return toOpaque(operator, left, right, features);
}

interface Constant {
  readonly value: Decimal;
  readonly unit: string;
}

/** The number an expression of constants comes to; undefined when a feature or score is in it. */
function constantOf(index: PathwayIndex, expression: Expression): Constant | undefined {
  switch (expression.kind) {
    case "number":
      return { value: expression.value, unit: "1" };
    case "quantity":
      return expression.value;
    case "parameter":
      return getPart(index.parameters, expression.id).value;
    case "arithmetic": {
      const left = constantOf(index, expression.left);
      const right = constantOf(index, expression.right);
      if (left === undefined || right === undefined) return undefined;
      const product = expression.operator === "*";
      const other = product ? right.value : inUnit(right, left.unit);
      const unit = product && left.unit === "1" ? right.unit : left.unit;
      return { value: compute(expression.operator, point(left.value), point(other)).low, unit };
    }
    default:
      return undefined;
  }
}

/** A threshold in the feature's own unit. On the right of a constant in another unit the interpreter converts the patient's value instead, so that case stays opaque. */
function findThreshold(
  index: PathwayIndex,
  expression: Expression,
  operator: Comparison,
  constant: Constant | undefined,
  mirrored: boolean,
): NumberComparison | undefined {
  if (constant === undefined || expression.kind !== "feature") return undefined;
  const { id, type } = getPart(index.features, expression.id);
  const unit = type.kind === "quantity" ? type.unit : "1";
  if (mirrored && constant.unit !== unit) return undefined;
  return { kind: "threshold", feature: id, operator, threshold: inUnit(constant, unit) };
}

function inUnit(constant: Constant, unit: string): Decimal {
  if (constant.unit === unit) return constant.value;
  const factor = conversionFactor(constant.unit, unit);
  if (!factor.ok) throw new Error(`the type check lets no \`${constant.unit}\` meet \`${unit}\``);
  return constant.value.times(factor.value);
}

function namesScore(expression: Expression): boolean {
  if (expression.kind === "score") return true;
  return expression.kind === "arithmetic" && (namesScore(expression.left) || namesScore(expression.right));
}

function toOpaque(
  operator: Comparison,
  left: Expression,
  right: Expression,
  features: readonly string[],
): NumberComparison {
  const atom = (kept: "<" | "=", a: Expression, b: Expression): OpaqueComparison => ({
    name: `${writePart(a)} ${kept} ${writePart(b)}`,
    operator: kept,
    left: a,
    right: b,
    features,
  });
  switch (operator) {
    case "<":
      return { kind: "opaque", atom: atom("<", left, right), negated: false };
    case ">=":
      return { kind: "opaque", atom: atom("<", left, right), negated: true };
    case ">":
      return { kind: "opaque", atom: atom("<", right, left), negated: false };
    case "<=":
      return { kind: "opaque", atom: atom("<", right, left), negated: true };
    case "=":
      return { kind: "opaque", atom: atom("=", left, right), negated: false };
    default:
      return { kind: "opaque", atom: atom("=", left, right), negated: true };
  }
}
