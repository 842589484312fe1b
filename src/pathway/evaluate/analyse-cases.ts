import type { Facts } from "../facts/facts.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import type { Advice } from "../model/evaluation.ts";
import type { CaseFeature, FeatureId, FindingValue } from "../model/feature.ts";
import { isSameAdvice, type Pass } from "./run-stages.ts";

/** Cases tried before giving up. Giving up asks a question more, and never concludes. */
export const CASE_BUDGET = 600;

/**
 * Three-valued logic cannot see that "score high" and "score low, test positive" together cover every patient with a
 * positive test. This tries the values of what is unknown, one feature after another, and returns the advice when every
 * case settles on the same; undefined as soon as two differ, a case stays open on a number, or the budget is spent.
 *
 * INVARIANT: an assumed value never counts as known, so that no ruling-out can come out of this.
 */
export function findCommonAdvice(
  index: PathwayIndex,
  facts: Facts,
  run: (facts: Facts) => Pass,
  first: Extract<Pass, { kind: "open" }>,
): Advice | undefined {
  let left = CASE_BUDGET;
  let common: Advice | undefined;

  const settle = (pass: Pass, known: Facts): boolean => {
    if (pass.kind === "clash") return false;
    if (pass.kind === "settled") {
      common ??= pass.advice;
      return isSameAdvice(common, pass.advice);
    }
    const next = findSplit(index, known, pass.features);
    if (next === undefined) return false;
    return next.values.every((value) => {
      left--;
      if (left < 0) return false;
      const assumed = known.with(next.feature, { kind: "assumed", value });
      return settle(run(assumed), assumed);
    });
  };

  return settle(first, facts) ? common : undefined;
}

function findSplit(
  index: PathwayIndex,
  facts: Facts,
  features: readonly FeatureId[],
): { readonly feature: FeatureId; readonly values: readonly FindingValue[] } | undefined {
  for (const feature of features) {
    if (facts.valueOf(feature) !== undefined) continue;
    const values = valuesOf(getPart(index.features, feature));
    if (values.length > 0) return { feature, values };
  }
  return undefined;
}

function valuesOf({ type }: CaseFeature): readonly FindingValue[] {
  if (type.kind === "truth") return [true, false];
  return type.kind === "choice" ? type.choices.map((choice) => choice.code) : [];
}
