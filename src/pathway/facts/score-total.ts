import { decimal } from "../../clinical/quantity.ts";
import type { Truth } from "../../kernel/truth.ts";
import type { FeatureId } from "../model/feature.ts";
import type { Scheme, Score, ScoreItem } from "../model/pathway.ts";
import type { Interval } from "./interval.ts";
import type { StatedTotal } from "./stated-total.ts";
import { unite } from "./unite.ts";

/** A score while some items may be unknown: every total between the ends is still possible. */
export interface ScoreTotal {
  readonly low: number;
  readonly high: number;
  /** The total that was given, where the items allow it and it settles what they leave open. */
  readonly stated?: number;
  /** The total that was given, where no values of the items that are unknown come to it. */
  readonly contradicts?: StatedTotal;
  readonly interval: Interval;
  /** The category of each scheme in which the whole interval lies; no entry while it spans several. */
  readonly strata: ReadonlyMap<string, string>;
  readonly items: readonly { readonly item: ScoreItem; readonly holds: Truth }[];
  readonly known: readonly FeatureId[];
  readonly open: readonly FeatureId[];
}

/**
 * Sums the items that hold; an unknown item adds its points to one end only, the lower end when they are negative. A total that was given
 * settles what the items leave open; one that they do not allow counts for nothing here (see `contradictedTotals`).
 */
export function totalOf(
  score: Score,
  judge: (item: ScoreItem) => { readonly truth: Truth; readonly features: readonly FeatureId[] },
  given?: StatedTotal,
): ScoreTotal {
  const judged = score.items.map((item) => ({ item, ...judge(item) }));
  const sum = (counts: (entry: (typeof judged)[number]) => boolean) =>
    judged.reduce((total, entry) => (counts(entry) ? total + entry.item.points : total), 0);
  const low = sum(({ truth, item }) => truth === true || (truth === "unknown" && item.points < 0));
  const high = sum(({ truth, item }) => truth === true || (truth === "unknown" && item.points > 0));
  const items = judged.map(({ item, truth }) => ({ item, holds: truth }));
  const known = unite(judged.filter(({ truth }) => truth !== "unknown").map(({ features }) => features));
  const agrees = given !== undefined && isReachable(judged, given.total);
  if (agrees && low < high) {
    const { feature, total } = given;
    return { ...between(score, total, total), stated: total, items, known: [...known, feature], open: [] };
  }
  const open = unite(judged.filter(({ truth }) => truth === "unknown").map(({ features }) => features));
  return {
    ...between(score, low, high),
    items,
    known,
    open,
    ...(given !== undefined && !agrees ? { contradicts: given } : {}),
  };
}

/** Whether some values of the unknown items add up to a total: between the ends, but not every number between them need be one. */
function isReachable(judged: readonly { readonly item: ScoreItem; readonly truth: Truth }[], total: number): boolean {
  let sums: ReadonlySet<number> = new Set([0]);
  for (const { item, truth } of judged) {
    const ways = truth === "unknown" ? [0, item.points] : [truth ? item.points : 0];
    sums = new Set([...sums].flatMap((sum) => ways.map((points) => sum + points)));
  }
  return sums.has(total);
}

function between(score: Score, low: number, high: number): Pick<ScoreTotal, "low" | "high" | "interval" | "strata"> {
  return {
    low,
    high,
    interval: { low: decimal(low), high: decimal(high) },
    strata: new Map(score.schemes.flatMap((scheme) => stratumOf(scheme, low, high))),
  };
}

function stratumOf(scheme: Scheme, low: number, high: number): [string, string][] {
  const within = (total: number, stratum: Scheme["strata"][number]) =>
    total >= (stratum.from ?? Number.NEGATIVE_INFINITY) && total <= (stratum.to ?? Number.POSITIVE_INFINITY);
  const stratum = scheme.strata.find((candidate) => within(low, candidate) && within(high, candidate));
  return stratum === undefined ? [] : [[scheme.id, stratum.id]];
}
