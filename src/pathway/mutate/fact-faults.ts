import type { CaseFeature } from "../model/feature.ts";
import type { Pathway } from "../model/pathway.ts";
import { type Change, changesOf, DROPPED, dropEach, type MemberChange, varyField } from "./change.ts";

/** Faults in how facts come about: a presumption, an implication or a derivation. */
export function featureFaults({ features }: Pathway): readonly Change[] {
  return changesOf(
    "features",
    features,
    ({ id }) => `feature \`${id}\``,
    varyFeature,
    (list) => list,
  );
}

function varyFeature(feature: CaseFeature): readonly MemberChange<CaseFeature>[] {
  const { presume, derive, implies, ...bare } = feature;
  const presumes = presume === undefined ? {} : { presume };
  const derives = derive === undefined ? {} : { derive };
  return [
    ...(presume === undefined ? [] : [{ change: "presumption dropped", member: { ...bare, ...derives, implies } }]),
    ...(derive === undefined ? [] : [{ change: "derivation dropped", member: { ...bare, ...presumes, implies } }]),
    ...varyField(feature, "derive", derive, "derived"),
    ...implies.map((one, at) => ({
      change: `no longer implies \`${one.feature}\``,
      member: { ...feature, implies: implies.toSpliced(at, 1) },
    })),
  ];
}

/** Faults in definitions. */
export function definitionFaults({ definitions }: Pathway): readonly Change[] {
  return changesOf(
    "definitions",
    definitions,
    ({ id }) => `definition \`${id}\``,
    (definition) => varyField(definition, "when", definition.when),
    (list) => list,
  );
}

/** Faults in what cannot hold together. */
export function inconsistencyFaults({ inconsistencies }: Pathway): readonly Change[] {
  return changesOf(
    "inconsistencies",
    inconsistencies,
    ({ id }) => `inconsistency \`${id}\``,
    (one) => [DROPPED, ...varyField(one, "when", one.when), ...dropEach(one, "disputes", one.disputes, "disputes")],
    (list) => list,
  );
}
