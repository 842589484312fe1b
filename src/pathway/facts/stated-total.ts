import type { FeatureId } from "../model/feature.ts";
import type { Recommendation, Score } from "../model/pathway.ts";
import type { Facts } from "./facts.ts";

/** What was given of a score that was counted elsewhere: every total from `from` to `to` agrees with it, both included. */
export interface StatedTotal {
  /** The features in which it was given. */
  readonly features: readonly FeatureId[];
  readonly from: number;
  readonly to: number;
  /** As it was given, for a message: the total, the name of the category, or both. */
  readonly said: string;
}

/** The total or the category of a score that was given and not counted here; where both were, the totals that agree with both. */
export function statedTotal(score: Score, facts: Facts): StatedTotal | undefined {
  const given = [...totalGiven(score, facts), ...categoryGiven(score, facts)];
  if (given.length === 0) return undefined;
  return {
    features: given.flatMap(({ features }) => features),
    from: Math.max(...given.map(({ from }) => from)),
    to: Math.min(...given.map(({ to }) => to)),
    said: given.map(({ said }) => said).join(" and "),
  };
}

function totalGiven({ stated: { total } }: Score, facts: Facts): readonly StatedTotal[] {
  const value = total === undefined ? undefined : facts.valueOf(total);
  if (total === undefined || typeof value !== "number") return [];
  return [{ features: [total], from: value, to: value, said: `a total of ${value}` }];
}

function categoryGiven({ stated: { category }, schemes }: Score, facts: Facts): readonly StatedTotal[] {
  const value = category === undefined ? undefined : facts.valueOf(category);
  const stratum = schemes.flatMap(({ strata }) => strata).find(({ id }) => id === value);
  if (category === undefined || stratum === undefined) return [];
  const { label, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = stratum;
  return [{ features: [category], from, to, said: `the category “${label}”` }];
}

/** Every feature in which a total or a category of a score can be given. */
export function featuresStating({ stated: { total, category } }: Pick<Score, "stated">): readonly FeatureId[] {
  return [total, category].filter((feature) => feature !== undefined);
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
  return scores.flatMap(featuresStating).filter((feature) => facts.isDisputed(feature));
}
