import type { Expression } from "../language/expression.ts";
import type { Pathway } from "../model/pathway.ts";

/** The parameters that some condition, derivation, score item or note of the pathway compares with. */
export function parametersUsed(pathway: Pathway): ReadonlySet<string> {
  const rules = pathway.stages.flatMap((stage) => stage.rules);
  const conditions: readonly (Expression | undefined)[] = [
    ...pathway.features.map(({ derive }) => derive),
    ...pathway.definitions.map(({ when }) => when),
    ...pathway.scores.flatMap(({ items }) => items.map(({ when }) => when)),
    ...rules.flatMap(({ when, notes }) => [when, ...notes.map((note) => note.when)]),
    ...[...pathway.alsoDo, ...pathway.warnings, ...pathway.inconsistencies].map(({ when }) => when),
  ];
  return new Set(conditions.flatMap((condition) => (condition === undefined ? [] : parametersOf(condition))));
}

function parametersOf(expression: Expression): readonly string[] {
  if (expression.kind === "parameter") return [expression.id];
  if ("operand" in expression) return parametersOf(expression.operand);
  if ("left" in expression) return [...parametersOf(expression.left), ...parametersOf(expression.right)];
  return expression.kind === "membership" ? [expression.element, ...expression.list].flatMap(parametersOf) : [];
}
