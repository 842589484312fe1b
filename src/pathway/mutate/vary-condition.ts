import type { Decimal } from "../../clinical/quantity.ts";
import type { Comparison, Connective, Expression } from "../language/expression.ts";
import { writeExpression } from "../language/write-expression.ts";
import { stepsFrom } from "./steps.ts";

/** One small fault in a condition, and how to tell a reader of it. */
export interface Variation {
  readonly change: string;
  readonly expression: Expression;
}

const NEIGHBOUR: Readonly<Record<Comparison, Comparison>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "=": "!=",
  "!=": "=",
};

/** Every fault of one step: a part dropped, negated, or joined the other way; a comparison or a number next to the right one. */
export function varyCondition(expression: Expression): readonly Variation[] {
  return vary(expression, undefined);
}

/** `chain` is the connective this part hangs under: parts of one chain are dropped by its top. */
function vary(expression: Expression, chain: Connective | undefined): readonly Variation[] {
  switch (expression.kind) {
    case "connective":
      return varyConnective(expression, chain);
    case "not":
      return [
        { change: `\`${writeExpression(expression)}\` without its \`not\``, expression: expression.operand },
        ...inside(expression, expression.operand, "operand").filter(({ change }) => !isNegationOf(change, expression)),
      ];
    case "comparison":
      return varyComparison(expression);
    case "membership":
      return [
        negated(expression),
        ...(expression.list.length < 2 ? [] : expression.list).map((member) => ({
          change: `\`${writeExpression(expression)}\` without ${writeExpression(member)}`,
          expression: { ...expression, list: expression.list.filter((one) => one !== member) },
        })),
      ];
    case "isNull":
      return [
        {
          change: `\`${writeExpression(expression)}\` turned round`,
          expression: { ...expression, negated: !expression.negated },
        },
      ];
    case "truth":
      return [
        { change: `\`${expression.value}\` turned round`, expression: { ...expression, value: !expression.value } },
      ];
    case "feature":
    case "definition":
      return [negated(expression)];
    default:
      return [];
  }
}

function negated(expression: Expression): Variation {
  return {
    change: `\`${writeExpression(expression)}\` negated`,
    expression: { kind: "not", operand: expression, span: expression.span },
  };
}

/** Negating below a `not` is the same fault as dropping it. */
function isNegationOf(change: string, { operand }: Extract<Expression, { kind: "not" }>): boolean {
  return change === negated(operand).change;
}

function inside<E extends Expression>(whole: E, part: Expression, field: keyof E & string, chain?: Connective) {
  return vary(part, chain).map(({ change, expression }) => ({ change, expression: { ...whole, [field]: expression } }));
}

function varyConnective(
  whole: Extract<Expression, { kind: "connective" }>,
  chain: Connective | undefined,
): readonly Variation[] {
  const { operator } = whole;
  const other = operator === "and" ? "or" : operator === "or" ? "and" : undefined;
  const swapped: readonly Variation[] =
    other === undefined
      ? []
      : [
          {
            change: `\`${operator}\` before \`${writeExpression(whole.right)}\` becomes \`${other}\``,
            expression: { ...whole, operator: other },
          },
        ];
  const parts = operator === chain ? [] : partsOf(whole, operator);
  const dropped = parts.map((part, at) => ({
    change: `\`${writeExpression(part)}\` dropped`,
    expression: join(operator, parts.toSpliced(at, 1), whole),
  }));
  return [
    ...swapped,
    ...dropped,
    ...inside(whole, whole.left, "left", operator),
    ...inside(whole, whole.right, "right", operator),
  ];
}

function partsOf(expression: Expression, operator: Connective): readonly Expression[] {
  if (expression.kind !== "connective" || expression.operator !== operator) return [expression];
  if (operator !== "and" && operator !== "or") return [expression.left, expression.right];
  return [...partsOf(expression.left, operator), ...partsOf(expression.right, operator)];
}

function join(operator: Connective, parts: readonly Expression[], { span }: Expression): Expression {
  return parts.reduce((left, right) => ({ kind: "connective", operator, left, right, span }));
}

function varyComparison(whole: Extract<Expression, { kind: "comparison" }>): readonly Variation[] {
  const operator = NEIGHBOUR[whole.operator];
  return [
    { change: `\`${writeExpression(whole)}\` with \`${operator}\``, expression: { ...whole, operator } },
    ...moveNumbers(whole.left).map(({ change, expression }) => ({
      change,
      expression: { ...whole, left: expression },
    })),
    ...moveNumbers(whole.right).map(({ change, expression }) => ({
      change,
      expression: { ...whole, right: expression },
    })),
  ];
}

/** Numbers written in the condition itself. Named ones are moved where they are named. */
function moveNumbers(expression: Expression): readonly Variation[] {
  switch (expression.kind) {
    case "number":
      return moved(expression.value, "1", expression, (value) => ({ ...expression, value }));
    case "quantity":
      return moved(expression.value.value, expression.value.unit, expression, (value) => ({
        ...expression,
        value: { ...expression.value, value },
      }));
    case "arithmetic":
      return [
        ...moveNumbers(expression.left).map((one) => ({ ...one, expression: { ...expression, left: one.expression } })),
        ...moveNumbers(expression.right).map((one) => ({
          ...one,
          expression: { ...expression, right: one.expression },
        })),
      ];
    default:
      return [];
  }
}

function moved(
  value: Decimal,
  unit: string,
  from: Expression,
  to: (value: Decimal) => Expression,
): readonly Variation[] {
  return stepsFrom(value, unit).map((next) => ({
    change: `\`${writeExpression(from)}\` becomes \`${writeExpression(to(next))}\``,
    expression: to(next),
  }));
}
