import { type Decimal, decimal } from "../../../../clinical/quantity.ts";
import type { CaseFeature } from "../../../../pathway/model/feature.ts";
import type { Statement, TextSpan } from "../../../../pathway/model/finding.ts";
import { type Measure, signedValue } from "../../measures/measures.ts";
import { isTwofold } from "../../text/numbers.ts";

/**
 * Makes a statement of a number. A quantity reported on several assay bases is one feature for each (its `family`): the basis named
 * beside the number, or else the only basis that the text names, decides which one. What is missing is said, never filled in.
 */
export function stateQuantity(
  feature: CaseFeature,
  measure: Measure,
  span: TextSpan,
  context: {
    readonly family: readonly CaseFeature[];
    readonly basisInText: string | undefined;
    readonly unitInText: string | undefined;
    readonly isLimit: boolean;
  },
): Statement {
  if (feature.type.kind !== "quantity") {
    const low = feature.type.kind === "wholeNumber" ? feature.type.low : 0;
    const value = signedValue(measure, low)?.toNumber();
    if (value === undefined) return incomplete(feature, measure, ["a number that can be read in one way"], span);
    return { feature: feature.id, kind: "value", value, span };
  }
  const needsBasis = context.family.length > 0;
  const basis = needsBasis ? (measure.basis ?? context.basisInText) : undefined;
  const unit = measure.unit ?? (needsBasis && basis !== undefined ? context.unitInText : undefined);
  const member = context.family.find((candidate) => basis !== undefined && unitOf(candidate)?.endsWith(`{${basis}}`));
  const missing = missingParts(measure, { unit, basis, needsBasis, isLimit: context.isLimit });
  if (missing.length > 0 || measure.value === undefined || unit === undefined)
    return incomplete(member ?? feature, measure, missing, span);
  if (needsBasis && member === undefined) return incomplete(feature, measure, ["basis"], span);
  const isBelow = measure.comparator === "<" && needsBasis && !context.isLimit;
  const number = isBelow ? justBelow(measure.value) : measure.value;
  const value = { value: number, unit: basis === undefined ? unit : `${unit}{${basis}}` };
  const statement = { feature: (member ?? feature).id, kind: "value", value, span } as const;
  return isBelow ? { ...statement, inferred: true } : statement;
}

/** "<500" is no 500: the greatest number below it with as many decimals, for a cut-off of 500 to be met or not. */
function justBelow(bound: Decimal): Decimal {
  const decimals = bound.toFixed().split(".")[1]?.length ?? 0;
  const step = decimal(10).pow(-decimals);
  return bound.gt(step) ? bound.minus(step) : bound;
}

function missingParts(
  measure: Measure,
  known: {
    readonly unit: string | undefined;
    readonly basis: string | undefined;
    readonly needsBasis: boolean;
    readonly isLimit: boolean;
  },
): readonly string[] {
  const missing: string[] = [];
  // "0 to 400" is where a laboratory draws its line, and no result.
  if (measure.isRange && !(known.isLimit && measure.value !== undefined)) missing.push("exact value");
  else if (measure.value === undefined || isTwofold(measure.raw, known.unit))
    missing.push("whether the separator marks thousands or decimals");
  // Below a number is on the safe side of it; above a number may lie anywhere.
  if (measure.comparator === ">" || measure.comparator === ">=") missing.push("exact value");
  if (known.unit === undefined) missing.push("unit");
  if (known.needsBasis && known.basis === undefined) missing.push("basis");
  return missing;
}

function incomplete(feature: CaseFeature, measure: Measure, missing: readonly string[], span: TextSpan): Statement {
  return { feature: feature.id, kind: "incomplete", given: measure.raw, missing, span };
}

function unitOf(feature: CaseFeature): string | undefined {
  return feature.type.kind === "quantity" ? feature.type.unit : undefined;
}
