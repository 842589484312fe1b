import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { Entry } from "../phrases/entry.ts";

/** The feature that says which side is affected: the one whose values are the sides. */
export function sideFeatureOf(features: Iterable<CaseFeature>): CaseFeature | undefined {
  for (const feature of features)
    if (feature.type.kind === "choice" && ["left", "right"].every((side) => hasChoice(feature, side))) return feature;
  return undefined;
}

function hasChoice(feature: CaseFeature, code: string): boolean {
  return feature.type.kind === "choice" && feature.type.choices.some((choice) => choice.code === code);
}

/** Features that some phrase measures on the opposite side. */
export function featuresOfOtherSide(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ target, phrase }) => {
      const elements = phrase.parts.flatMap((part) => part.elements);
      const isMeasured = elements.some(({ kind }) => kind === "number");
      const isOther = elements.some((element) => element.kind === "side" && element.which === "other");
      return target.kind === "states" && isMeasured && isOther ? [target.feature.id] : [];
    }),
  );
}
