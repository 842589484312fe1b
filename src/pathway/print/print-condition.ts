import { unreachable } from "../../kernel/result.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import type { Comparison, Connective, Expression } from "../language/expression.ts";
import { printQuantity } from "./print-quantity.ts";

const SIGNS: Readonly<Record<Comparison, string>> = { "=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥" };
const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};
const ARITHMETIC = { "+": "+", "-": "−", "*": "×" } as const;

/** A condition in a clinician's words: labels of features, choices, categories and definitions in place of their ids. */
export function printCondition(index: PathwayIndex, condition: Expression, holds = true): string {
  switch (condition.kind) {
    case "truth":
      return condition.value === holds ? "always" : "never";
    case "feature":
      return `${getPart(index.features, condition.id).label}: ${holds ? "yes" : "no"}`;
    case "definition": {
      const { label } = getPart(index.definitions, condition.id);
      return holds ? label : `not (${label})`;
    }
    case "not":
      return printCondition(index, condition.operand, !holds);
    case "connective":
      return printConnective(index, condition, holds);
    case "comparison":
      return printComparison(index, condition, holds);
    case "membership": {
      const members = condition.list.map((member) => wordOf(index, condition.element, member));
      return `${printTerm(index, condition.element)}: ${holds ? "" : "not "}${alternatives(members)}`;
    }
    case "isNull":
      return `${printTerm(index, condition.operand)}: ${condition.negated === holds ? "known" : "not known"}`;
    default:
      return printTerm(index, condition);
  }
}

type Connected = Extract<Expression, { kind: "connective" }>;

const DUAL: Readonly<Record<Connective, Connective>> = { and: "or", or: "and", xor: "xor", implies: "implies" };

function printConnective(index: PathwayIndex, condition: Connected, holds: boolean): string {
  const { operator, left, right } = condition;
  if (operator === "implies") {
    const parts = [printCondition(index, left, !holds), printCondition(index, right, holds)];
    return parts.join(holds ? " or " : " and ");
  }
  if (operator === "xor") {
    const parts = [printCondition(index, left), printCondition(index, right)];
    return `${holds ? "exactly one of" : "both or neither of"} (${parts.join("; ")})`;
  }
  const word = holds ? operator : DUAL[operator];
  return listOperands(condition, operator)
    .map((operand) => {
      const printed = printCondition(index, operand, holds);
      return isCompound(operand) ? `(${printed})` : printed;
    })
    .join(` ${word} `);
}

/** The operands of one connective, however its pairs are nested. */
function listOperands(condition: Expression, operator: Connective): readonly Expression[] {
  if (condition.kind !== "connective" || condition.operator !== operator) return [condition];
  return [...listOperands(condition.left, operator), ...listOperands(condition.right, operator)];
}

function isCompound(condition: Expression): boolean {
  return condition.kind === "not" ? isCompound(condition.operand) : condition.kind === "connective";
}

function printComparison(
  index: PathwayIndex,
  { operator, left, right }: Extract<Expression, { kind: "comparison" }>,
  holds: boolean,
): string {
  const sign = holds ? operator : OPPOSITE[operator];
  if (right.kind === "code" || right.kind === "truth")
    return `${printTerm(index, left)}: ${sign === "!=" ? "not " : ""}${wordOf(index, left, right)}`;
  return `${printTerm(index, left)} ${SIGNS[sign]} ${printTerm(index, right)}`;
}

/** What a value of a choice, a category or a yes/no is called. */
function wordOf(index: PathwayIndex, of: Expression, value: Expression): string {
  if (value.kind === "truth") return value.value ? "yes" : "no";
  if (value.kind !== "code") return printTerm(index, value);
  return choiceLabels(index, of).get(value.value) ?? value.value;
}

function choiceLabels(index: PathwayIndex, of: Expression): ReadonlyMap<string, string> {
  if (of.kind === "stratum") {
    const scheme = getPart(index.scores, of.score).schemes.find(({ id }) => id === of.scheme);
    return new Map(scheme?.strata.map(({ id, label }) => [id, label]));
  }
  const type = of.kind === "feature" ? getPart(index.features, of.id).type : undefined;
  return new Map(type?.kind === "choice" ? type.choices.map(({ code, label }) => [code, label]) : []);
}

/** A value, or what a value is compared with, in words. */
export function printTerm(index: PathwayIndex, term: Expression): string {
  switch (term.kind) {
    case "feature":
      return getPart(index.features, term.id).label;
    case "definition":
      return getPart(index.definitions, term.id).label;
    case "parameter":
      return printQuantity(getPart(index.parameters, term.id).value);
    case "score":
      return getPart(index.scores, term.id).label;
    case "stratum":
      return getPart(index.scores, term.score).label;
    case "profile":
      return "Guideline followed";
    case "number":
      return term.value.toString();
    case "quantity":
      return printQuantity(term.value);
    case "code":
      return term.value;
    case "truth":
      return term.value ? "yes" : "no";
    case "arithmetic": {
      const [left, right] = [term.left, term.right].map((side) => {
        const printed = printTerm(index, side);
        return side.kind === "arithmetic" ? `(${printed})` : printed;
      });
      return `${left} ${ARITHMETIC[term.operator]} ${right}`;
    }
    case "not":
    case "connective":
    case "comparison":
    case "membership":
    case "isNull":
      return printCondition(index, term);
    default:
      return unreachable(term);
  }
}

/** "a", "a or b", "a, b or c". */
export function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
