import { type CaseFeature, COSTS, type FeatureId } from "../model/feature.ts";
import { getPart, type PathwayIndex } from "./pathway-index.ts";
import { unite } from "./unite.ts";

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
    return [speakerOf(index, family)];
  });
}

/** The family member whose question asks for all of them: its first quantity. */
function speakerOf(index: PathwayIndex, family: string): FeatureId {
  const members = index.pathway.features.filter((feature) => feature.family === family);
  const speaker = members.find((feature) => feature.type.kind === "quantity") ?? members[0];
  if (speaker === undefined) throw new Error(`a family has members, but \`${family}\` has none`);
  return speaker.id;
}
