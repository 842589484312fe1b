import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import { unite } from "../facts/unite.ts";
import { type CaseFeature, COSTS, type FeatureId } from "../model/feature.ts";

/**
 * The features to ask for, best first: those that leave more rules open, then those that cost less to obtain, then in the
 * pathway's own order. One member stands for a family (the same quantity on several assay bases).
 */
export function orderQuestions(
  index: PathwayIndex,
  open: readonly FeatureId[],
  rulesLeftOpen: readonly (readonly FeatureId[])[],
): readonly FeatureId[] {
  const weight = (id: FeatureId) => rulesLeftOpen.filter((features) => features.includes(id)).length;
  const features = unite([open]).map((id) => getPart(index.features, id));
  const position = (feature: CaseFeature) => index.pathway.features.indexOf(feature);
  const ordered = [...features].sort(
    (a, b) => COSTS.indexOf(a.cost) - COSTS.indexOf(b.cost) || weight(b.id) - weight(a.id) || position(a) - position(b),
  );
  const families = new Set<string>();
  return ordered.flatMap(({ id, family }) => {
    if (family === undefined) return [id];
    if (families.has(family)) return [];
    families.add(family);
    return [speakerOf(index, family, features)];
  });
}

/** The family member whose question asks for all of them: the one quantity that is open, or else the first of them. */
export function speakerOf(index: PathwayIndex, family: string, open: readonly CaseFeature[]): FeatureId {
  const isMember = (feature: CaseFeature) => feature.family === family;
  const isQuantity = (feature: CaseFeature) => feature.type.kind === "quantity";
  const [one, ...others] = open.filter((feature) => isMember(feature) && isQuantity(feature));
  if (one !== undefined && others.length === 0) return one.id;
  const members = index.pathway.features.filter(isMember);
  const speaker = members.find(isQuantity) ?? members[0];
  if (speaker === undefined) throw new Error(`a family has members, but \`${family}\` has none`);
  return speaker.id;
}
