import { unreachable } from "../../kernel/result.ts";
import type { CaseFeature } from "../model/feature.ts";
import type { Expression } from "./expression.ts";

/** The features that an expression names itself, not those behind the definitions and scores it names. */
export function featuresIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "feature":
      return [expression.id];
    case "not":
    case "isNull":
      return featuresIn(expression.operand);
    case "connective":
    case "comparison":
    case "arithmetic":
      return [...featuresIn(expression.left), ...featuresIn(expression.right)];
    case "membership":
      return [expression.element, ...expression.list].flatMap(featuresIn);
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

/** The features that a feature is computed from, none where it is asked for. */
export function sourcesOf({ derive }: Pick<CaseFeature, "derive">): readonly string[] {
  return derive === undefined ? [] : featuresIn(derive);
}
