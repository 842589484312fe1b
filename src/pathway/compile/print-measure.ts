import type { Expression } from "../language/expression.ts";

/** A number's expression as an author would write it, for the names of atoms. */
export function printMeasure(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return expression.value.toString();
    case "quantity":
      return `${expression.value.value.toString()} '${expression.value.unit}'`;
    case "feature":
    case "parameter":
    case "score":
      return expression.id;
    case "arithmetic":
      return `(${printMeasure(expression.left)} ${expression.operator} ${printMeasure(expression.right)})`;
    default:
      throw new Error(`the type check lets no \`${expression.kind}\` stand as a number`);
  }
}
