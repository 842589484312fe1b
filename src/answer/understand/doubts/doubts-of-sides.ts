import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { Statement } from "../../../pathway/model/finding.ts";
import { sideFeatureOf } from "../lexicon/side-feature.ts";
import { ANY_VALUE } from "../phrases/entry.ts";
import type { SpokenTopic } from "../spoken-topic.ts";
import type { Doubt } from "./words-in-doubt.ts";

/**
 * Where a text tells that the one side is affected and that the other is, nobody knows which of them was looked at: what imaging found rules nothing out.
 * "Left leg swollen. They scanned the right leg. No clot."
 */
export function doubtsOfSides(statements: readonly Statement[], topic: SpokenTopic): readonly Doubt[] {
  const features = topic.pathway?.features ?? [];
  const told = toldSides(statements, sideFeatureOf(features));
  const [, second] = told;
  if (second?.span === undefined || new Set(told.map(({ value }) => value)).size !== 2) return [];
  const { span } = second;
  return features.flatMap((feature) =>
    resultsOfImaging(feature, topic).map((choice): Doubt => ({ feature: feature.id, choice, span })),
  );
}

/** What is said of the side, one statement for each value; nothing where both are affected. */
function toldSides(statements: readonly Statement[], side: CaseFeature | undefined) {
  const told = new Map(
    statements.flatMap((one) =>
      one.kind === "value" && one.feature === side?.id ? [[String(one.value), one] as const] : [],
    ),
  );
  const sides = [...told].map(([value, { span }]) => ({ value, span }));
  return sides.some(({ value }) => value !== "left" && value !== "right") ? [] : sides;
}

function resultsOfImaging(feature: CaseFeature, { words }: SpokenTopic): readonly string[] {
  if (feature.cost !== "imaging") return [];
  const results = words.get(feature.id)?.results;
  return results === "every" ? [ANY_VALUE] : (results ?? []);
}
