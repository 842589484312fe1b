import type { CaseFeature } from "../../pathway/model/feature.ts";

/** The feature that says which side is affected: the one whose values are the sides. */
export function sideFeatureOf(features: Iterable<CaseFeature>): CaseFeature | undefined {
  for (const feature of features)
    if (feature.type.kind === "choice" && ["left", "right"].every((side) => hasChoice(feature, side))) return feature;
  return undefined;
}

function hasChoice(feature: CaseFeature, code: string): boolean {
  return feature.type.kind === "choice" && feature.type.choices.some((choice) => choice.code === code);
}
