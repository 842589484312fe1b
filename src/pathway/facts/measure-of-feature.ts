import { decimal } from "../../clinical/quantity.ts";
import type { FeatureType, FindingValue } from "../model/feature.ts";
import { type Interval, point } from "./interval.ts";

/** A number feature as an interval: the value itself when it is known, else everything its declared range allows. */
export function measureOf(
  type: FeatureType,
  value: FindingValue | undefined,
): { readonly interval: Interval; readonly unit: string } {
  if (type.kind === "wholeNumber") {
    const known =
      typeof value === "number" ? point(decimal(value)) : { low: decimal(type.low), high: decimal(type.high) };
    return { interval: known, unit: "1" };
  }
  if (type.kind === "quantity") {
    const known = typeof value === "object" ? point(value.value) : { low: type.low.value, high: type.high.value };
    return { interval: known, unit: type.unit };
  }
  throw new Error(`a ${type.kind} feature is not a number`);
}
