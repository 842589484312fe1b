import { unreachable } from "../../kernel/result.ts";
import type { Expression } from "../language/expression.ts";

/** A condition as an author would write it. Parts that are connectives stand in brackets. */
export function printCondition(expression: Expression): string {
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
      return `not ${printPart(expression.operand)}`;
    case "isNull":
      return `${printPart(expression.operand)} is ${expression.negated ? "not " : ""}null`;
    case "connective":
    case "comparison":
    case "arithmetic":
      return `${printPart(expression.left)} ${expression.operator} ${printPart(expression.right)}`;
    case "membership":
      return `${printPart(expression.element)} in {${expression.list.map(printCondition).join(", ")}}`;
    default:
      return unreachable(expression);
  }
}

function printPart(expression: Expression): string {
  const text = printCondition(expression);
  return expression.kind === "connective" ? `(${text})` : text;
}
