import type { FeatureId } from "../model/feature.ts";
import type { Score } from "../model/pathway.ts";
import type { Facts } from "./facts.ts";

/** The feature in which a total is given that was counted elsewhere, and that total. */
export interface StatedTotal {
  readonly feature: FeatureId;
  readonly total: number;
}

/** The total of a score that was given and not counted here, if one was. */
export function statedTotal({ stated }: Score, facts: Facts): StatedTotal | undefined {
  const total = stated === undefined ? undefined : facts.valueOf(stated);
  return stated !== undefined && typeof total === "number" ? { feature: stated, total } : undefined;
}

/** Features in which a total was given that is disputed. INVARIANT: over such a contradiction nothing is ruled out. */
export function disputedTotals(scores: readonly Score[], facts: Facts): readonly FeatureId[] {
  return scores.flatMap(({ stated }) => (stated !== undefined && facts.isDisputed(stated) ? [stated] : []));
}
