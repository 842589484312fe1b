import { Facts, type Knowledge } from "../../src/pathway/facts/facts.ts";
import type { CaseFeature, FindingValue } from "../../src/pathway/model/feature.ts";
import { stated } from "./compiled-agreement.ts";

/** Every patient of whom everything is stated, for features that have few values. */
export function* everyPatient(
  features: readonly CaseFeature[],
  known = new Map<string, Knowledge>(),
): Generator<Facts> {
  const [feature, ...rest] = features;
  if (feature === undefined) {
    yield new Facts(known);
    return;
  }
  for (const value of valuesOf(feature))
    yield* everyPatient(rest, new Map(known).set(feature.id, stated(feature.id, value)));
}

export function valuesOf({ type }: CaseFeature): readonly FindingValue[] {
  if (type.kind === "truth") return [false, true];
  if (type.kind === "choice") return type.choices.map(({ code }) => code);
  if (type.kind !== "wholeNumber") throw new Error("random pathways have no quantities");
  return Array.from({ length: type.high - type.low + 1 }, (_, at) => type.low + at);
}
