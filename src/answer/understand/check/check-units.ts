import { areComparable } from "../../../clinical/quantity.ts";
import type { Diagnostic } from "../../../kernel/diagnostic.ts";
import type { FeatureWords } from "../../../library/model/words.ts";
import { findNearestName } from "../../../library/nearest-name.ts";
import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { ClinicalLanguage } from "../clinical-language.ts";
import type { SpokenTopic } from "../spoken-topic.ts";
import { wordsDiagnostics } from "./words-diagnostics.ts";

/**
 * Units in which a topic says that a number is given, and in which no text can give it: a number in any other unit is left unread, so that
 * a slip of the pen would leave all of them unread.
 */
export function checkUnits({ words, pathway }: SpokenTopic, { units }: ClinicalLanguage): readonly Diagnostic[] {
  return (pathway?.features ?? []).flatMap((feature) => {
    const { spokenIn = {}, bareNumber } = words.get(feature.id) ?? {};
    const readable = Object.keys(units).filter(
      (unit) => isOf(feature, unit) || (feature.type.kind === "truth" && comparesWith(words.get(feature.id))),
    );
    const check = (field: string, unit: string): readonly Diagnostic[] =>
      readable.includes(unit)
        ? []
        : [
            wordsDiagnostics.report("words-unit-unread", {
              feature: feature.id,
              field,
              unit,
              nearest: findNearestName(unit, readable),
            }),
          ];
    return [
      ...Object.keys(spokenIn).flatMap((unit) => check("spokenIn", unit)),
      ...(bareNumber === undefined ? [] : check("bareNumber", bareNumber.unit)),
    ];
  });
}

/** Whether a number in this unit may be one of the feature's; the basis of an assay stands in words of its own. */
function isOf({ type }: CaseFeature, unit: string): boolean {
  return type.kind === "quantity" && areComparable(unit, type.unit.replace(/\{[^}]*\}/g, ""));
}

/** A yes or no may be told by a number that its phrases compare ("{<3cm} difference"), of whatever it is. */
function comparesWith(said: FeatureWords | undefined): boolean {
  return [...(said?.phrases ?? []), ...(said?.denials ?? [])].some((phrase) => phrase.includes("{"));
}
