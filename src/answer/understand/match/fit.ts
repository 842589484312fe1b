import { areComparable, convert, type Decimal, decimal } from "../../../clinical/quantity.ts";
import type { CaseFeature } from "../../../pathway/model/feature.ts";
import { type Measure, signedValue } from "../measures/measures.ts";
import type { BoundOperator, Element } from "../phrases/phrase.ts";
import { DAYS_OF_YEAR } from "../text/dates.ts";
import type { Token } from "../text/tokens.ts";
import { isBreak, isSentenceEnd } from "../text/tokens.ts";
import { isNumberAlone } from "./alone.ts";
import type { NumberStep } from "./step.ts";

/** Whether the step can take the number, whoever else may. */
export function mayTake(
  step: NumberStep,
  measure: Measure,
  features: ReadonlyMap<string, CaseFeature>,
  tokens: readonly Token[],
): boolean {
  if (step.kind === "bound") return holds(step, measure);
  const feature = features.get(step.feature);
  if (feature === undefined) return false;
  if (step.wanted === "withBasis" && measure.basis === undefined) return false;
  if (step.wanted === "relativeTime" && !measure.relative) return false;
  if (step.wanted === "alone" && !isNumberAlone(measure, tokens)) return false;
  if (step.wanted === "sentence" && !opensSentence(measure, tokens)) return false;
  return fits(feature, measure);
}

/** "49 yrs, sore calf": the number with its unit opens a sentence, and a break follows. */
function opensSentence({ from, to, unit }: Measure, tokens: readonly Token[]): boolean {
  return unit !== undefined && isSentenceEnd(tokens[from - 1]) && isBreak(tokens[to]);
}

/** True when the number can be one of the feature's: unit of the right kind, or none where the feature can do without for now. */
function fits(feature: CaseFeature, measure: Measure): boolean {
  const { type } = feature;
  if (type.kind === "wholeNumber") {
    const bare = measure.comparator === undefined && measure.basis === undefined && !measure.relative;
    const years = measure.unit === undefined || measure.unit === "a";
    const value = signedValue(measure, type.low);
    return bare && years && (value?.gte(type.low) ?? true) && (value?.lte(type.high) ?? true);
  }
  if (type.kind !== "quantity") return false;
  // A bound ("more than 3 cm") is not a value. Laboratories do report bounds, so there it is kept and judged later.
  if (measure.comparator !== undefined && feature.family === undefined) return false;
  // A bare number is no time: "bed 4 (36, calf pain)".
  if (measure.unit === undefined && areComparable(type.unit, "d")) return false;
  if (measure.unit === undefined)
    return feature.family !== undefined || measure.value === undefined || isBetween(measure.value, type);
  const bareUnit = type.unit.replace(/\{[^}]*\}/g, "");
  if (!areComparable(measure.unit, bareUnit)) return false;
  if (feature.family !== undefined || measure.value === undefined) return true;
  const converted = convert({ value: measure.value, unit: measure.unit }, bareUnit);
  return converted.ok && isBetween(converted.value.value, type);
}

/** A number that the feature cannot have belongs to something else: "the left calf is 2.5 cm larger" gives no circumference. */
function isBetween(value: Decimal, { low, high }: Extract<CaseFeature["type"], { kind: "quantity" }>): boolean {
  return value.gte(low.value) && value.lte(high.value);
}

/** Whether every value that the words allow passes the comparison. */
function holds(bound: Extract<Element, { kind: "bound" }>, measure: Measure): boolean {
  if (measure.value === undefined) return false;
  if (bound.ofYear) return measure.yearEnded !== undefined && isWholeYear(bound, measure.yearEnded);
  const unit = measure.unit ?? (bound.unit === "1" ? "1" : undefined);
  if (unit === undefined || (bound.unit === "1" && unit !== "1" && unit !== "a")) return false;
  const converted =
    bound.unit === "1"
      ? { ok: true as const, value: { value: measure.value, unit } }
      : convert({ value: measure.value, unit }, bound.unit);
  if (!converted.ok) return false;
  return isBeyond(bound.operator, measure.comparator, converted.value.value.cmp(decimal(bound.limit.toString())));
}

/** Whatever day of the year it was: its last is the least long ago, its first the longest. */
function isWholeYear({ operator, limit, unit }: Extract<Element, { kind: "bound" }>, sinceEnd: number): boolean {
  const days = operator.startsWith("<") ? sinceEnd + DAYS_OF_YEAR : sinceEnd;
  const passed = convert({ value: decimal(days), unit: "d" }, unit);
  return passed.ok && isBeyond(operator, undefined, passed.value.value.cmp(decimal(limit.toString())));
}

/** `order` is the number against the limit: -1, 0 or 1. A comparator in the text leaves one side open. */
function isBeyond(wanted: BoundOperator, said: BoundOperator | undefined, order: number): boolean {
  switch (wanted) {
    case ">=":
      return order >= 0 && said !== "<" && said !== "<=";
    case ">":
      return (order > 0 || (order === 0 && said === ">")) && said !== "<" && said !== "<=";
    case "<=":
      return order <= 0 && said !== ">" && said !== ">=";
    case "<":
      return (order < 0 || (order === 0 && said === "<")) && said !== ">" && said !== ">=";
  }
}

/** Whether people give such a number in this unit, and so much of it: a calf is larger by centimetres, a vein wider by millimetres. */
export function isSpokenIn(
  units: Readonly<Record<string, number>> | undefined,
  { unit, value }: Pick<Measure, "unit" | "value">,
): boolean {
  if (units === undefined || unit === undefined) return true;
  const least = units[unit];
  return least !== undefined && (value?.gte(least) ?? true);
}
