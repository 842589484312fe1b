import { unreachable } from "../../kernel/result.ts";
import type { FeatureId } from "../model/feature.ts";
import type { Expression } from "./expression.ts";

/** The features an expression names itself, each once. Those inside a definition or a score it names are not its own. */
export function featuresNamed(expression: Expression): readonly FeatureId[] {
  return [...new Set(partsOf(expression))];
}

function partsOf(expression: Expression): readonly FeatureId[] {
  switch (expression.kind) {
    case "feature":
      return [expression.id];
    case "not":
    case "isNull":
      return partsOf(expression.operand);
    case "connective":
    case "comparison":
    case "arithmetic":
      return [...partsOf(expression.left), ...partsOf(expression.right)];
    case "membership":
      return [expression.element, ...expression.list].flatMap(partsOf);
    case "truth":
    case "code":
    case "number":
    case "quantity":
    case "parameter":
    case "definition":
    case "score":
    case "stratum":
    case "profile":
      return [];
    default:
      return unreachable(expression);
  }
}
