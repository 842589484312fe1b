import type { FeatureId } from "../model/feature.ts";
import type { Recommendation, Score } from "../model/pathway.ts";
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

/** The disputed totals that bar this advice. INVARIANT: nothing is ruled out over a total that the items contradict; whoever concludes asks here. */
export function totalsBarring(
  { rulesOut }: Pick<Recommendation, "rulesOut">,
  scores: readonly Score[],
  facts: Facts,
): readonly FeatureId[] {
  return rulesOut ? disputedTotals(scores, facts) : [];
}

/** Features in which a total was given that is disputed. */
export function disputedTotals(scores: readonly Score[], facts: Facts): readonly FeatureId[] {
  return scores.flatMap(({ stated }) => (stated !== undefined && facts.isDisputed(stated) ? [stated] : []));
}
