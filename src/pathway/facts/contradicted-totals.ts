import type { FeatureId } from "../model/feature.ts";
import type { Contradiction } from "../model/finding.ts";
import type { Interpreter } from "./evaluate-expression.ts";

/** Totals and categories that were given and that the items, as far as known, do not allow; each by its feature. */
export function contradictedTotals(interpreter: Interpreter): readonly (readonly [FeatureId, Contradiction])[] {
  return interpreter.index.pathway.scores.flatMap((score): [FeatureId, Contradiction][] => {
    const { low, high, contradicts } = interpreter.total(score.id);
    if (contradicts === undefined) return [];
    if (score.appliesWhen !== undefined && interpreter.judge(score.appliesWhen).truth === false) return [];
    const counted = low === high ? `${low}` : `${low} to ${high}`;
    const { features, said } = contradicts;
    const message = `${score.label}: ${said} is stated, but the findings give ${counted}`;
    return features.map((feature) => [feature, { features, message }]);
  });
}
