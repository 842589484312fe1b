import type { ScoreInterval } from "../../pathway/model/evaluation.ts";
import type { Pathway, Score } from "../../pathway/model/pathway.ts";
import type { Answer } from "../answer-shape.ts";

/** The category of each scheme; null where the total still lies in several. */
export function presentStrata({ strata }: ScoreInterval): Record<string, string | null> {
  return Object.fromEntries(Object.entries(strata).map(([scheme, stratum]) => [scheme, stratum ?? null]));
}

/** A score item by item; nothing where the pathway has it not. */
export function presentScore(pathway: Pathway, interval: ScoreInterval): Answer["scores"] {
  const score = pathway.scores.find(({ id }) => id === interval.score);
  return score === undefined ? [] : [scoreAnswer(score, interval)];
}

function scoreAnswer(score: Score, interval: ScoreInterval): Answer["scores"][number] {
  return {
    score: score.id,
    label: score.label,
    version: score.version,
    lo: interval.low,
    hi: interval.high,
    stated: interval.stated,
    strata: presentStrata(interval),
    items: interval.items.map(({ id, points, holds }) => ({
      id,
      label: score.items.find((item) => item.id === id)?.label ?? id,
      points,
      holds,
    })),
  };
}
