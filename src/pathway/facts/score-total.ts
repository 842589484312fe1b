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
  /** What was given of the total, where the items allow it and it narrows what they leave open. */
  readonly stated?: StatedTotal;
  /** What was given of the total, where no values of the items that are unknown come to it. */
  readonly contradicts?: StatedTotal;
  readonly interval: Interval;
  /** The category of each scheme in which the whole interval lies; no entry while it spans several. */
  readonly strata: ReadonlyMap<string, string>;
  readonly items: readonly { readonly item: ScoreItem; readonly holds: Truth }[];
  readonly known: readonly FeatureId[];
  readonly open: readonly FeatureId[];
}

/**
 * Sums the items that hold; an unknown item adds its points to one end only, the lower end when they are negative. A total or a category
 * that was given narrows what the items leave open; one that they do not allow counts for nothing here (see `contradictedTotals`).
 */
export function totalOf(
  score: Score,
  judge: (item: ScoreItem) => { readonly truth: Truth; readonly features: readonly FeatureId[] },
  given?: StatedTotal,
): ScoreTotal {
  const judged = score.items.map((item) => ({ item, ...judge(item) }));
  const sums = sumsOf(judged);
  const agreeing = given === undefined ? sums : sums.filter((sum) => sum >= given.from && sum <= given.to);
  const narrows = given !== undefined && agreeing.length > 0 && agreeing.length < sums.length;
  const possible = narrows ? agreeing : sums;
  const [low, high] = [Math.min(...possible), Math.max(...possible)];
  const known = unite(judged.filter(({ truth }) => truth !== "unknown").map(({ features }) => features));
  const unknown = unite(judged.filter(({ truth }) => truth === "unknown").map(({ features }) => features));
  return {
    ...between(score, low, high),
    items: judged.map(({ item, truth }) => ({ item, holds: truth })),
    known: narrows ? [...known, ...given.features] : known,
    open: narrows && low === high ? [] : unknown,
    ...(narrows ? { stated: given } : {}),
    ...(given !== undefined && agreeing.length === 0 ? { contradicts: given } : {}),
  };
}

/** Every total that some values of the unknown items add up to: not every number between the ends need be one. */
function sumsOf(judged: readonly { readonly item: ScoreItem; readonly truth: Truth }[]): readonly number[] {
  let sums: ReadonlySet<number> = new Set([0]);
  for (const { item, truth } of judged) {
    const ways = truth === "unknown" ? [0, item.points] : [truth ? item.points : 0];
    sums = new Set([...sums].flatMap((sum) => ways.map((points) => sum + points)));
  }
  return [...sums];
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
