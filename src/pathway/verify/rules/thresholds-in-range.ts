import { toNumber } from "../../compile/to-number.ts";
import type { CaseFeature } from "../../model/feature.ts";
import { type Finding, PROVEN, type VerificationContext, type VerificationRule } from "../verification-rule.ts";

export const thresholdsInRange: VerificationRule = {
  property: "thresholdsInRange",
  asks: "does every cut-off lie where values of its feature are accepted?",
  check(context) {
    return context.diagrams.pathway.features.flatMap((feature) => checkFeature(context, feature));
  },
};

function checkFeature({ diagrams }: VerificationContext, feature: CaseFeature): Finding[] {
  const { id, span, type } = feature;
  const atom = diagrams.atoms.find((one) => one.kind === "feature" && one.feature === id);
  if (atom?.kind !== "feature" || atom.cuts === undefined) return [];
  if (type.kind !== "wholeNumber" && type.kind !== "quantity") return [];
  const [low, high] = [toNumber(type.low), toNumber(type.high)];
  const outside = atom.cuts.thresholds.find((threshold) => threshold.lt(low) || threshold.gt(high));
  if (outside === undefined) return [{ property: "thresholdsInRange", subject: id, span, verdict: PROVEN }];
  const because = `\`${id}\` is compared with ${outside.toString()}, outside its range from ${low.toString()} to ${high.toString()}`;
  return [{ property: "thresholdsInRange", subject: id, span, verdict: { kind: "refuted", because } }];
}
