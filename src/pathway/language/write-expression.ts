import { unreachable } from "../../kernel/result.ts";
import type { Expression } from "./expression.ts";

/** An expression as an author would write it. */
export function writeExpression(expression: Expression): string {
  switch (expression.kind) {
    case "truth":
      return String(expression.value);
    case "code":
      return `'${expression.value}'`;
    case "number":
      return expression.value.toString();
    case "quantity":
      return `${expression.value.value.toString()} '${expression.value.unit}'`;
    case "feature":
    case "parameter":
    case "definition":
    case "score":
      return expression.id;
    case "stratum":
      return `${expression.score}.${expression.scheme}`;
    case "profile":
      return "profile";
    case "not":
      return `not ${writeDenied(expression.operand)}`;
    case "isNull":
      return `${writePart(expression.operand)} is ${expression.negated ? "not " : ""}null`;
    case "connective":
    case "comparison":
    case "arithmetic":
      return `${writePart(expression.left)} ${expression.operator} ${writePart(expression.right)}`;
    case "membership":
      return `${writePart(expression.element)} in {${expression.list.map(writeExpression).join(", ")}}`;
    default:
      return unreachable(expression);
  }
}

/** The same as a part of another: what has parts of its own that could be taken for those of the whole stands in brackets. */
export function writePart(expression: Expression): string {
  const text = writeExpression(expression);
  return expression.kind === "connective" || expression.kind === "arithmetic" ? `(${text})` : text;
}

/** After `not` the language takes no bare comparison: a reader and CQL would differ on it. */
function writeDenied(expression: Expression): string {
  const isBare = expression.kind === "comparison" || expression.kind === "membership" || expression.kind === "not";
  return isBare ? `(${writeExpression(expression)})` : writePart(expression);
}
