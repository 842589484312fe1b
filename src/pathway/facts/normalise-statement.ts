import { convert } from "../../clinical/quantity.ts";
import type { CaseFeature } from "../model/feature.ts";
import type { Statement } from "../model/finding.ts";

/**
 * Brings a statement into its feature's own unit. A value that cannot be converted, or that lies outside what the feature
 * accepts, becomes incomplete: it is kept, shown and asked about, and never compared with anything.
 */
export function normaliseStatement(feature: CaseFeature, statement: Statement): Statement {
  if (statement.kind !== "value") return statement;
  const { type } = feature;
  const { value, span } = statement;
  const unusable = (given: string, missing: string): Statement => ({
    feature: feature.id,
    kind: "incomplete",
    given,
    missing: [missing],
    ...(span === undefined ? {} : { span }),
  });
  if (type.kind === "wholeNumber" && typeof value === "number") {
    if (Number.isInteger(value) && value >= type.low && value <= type.high) return statement;
    return unusable(String(value), `a whole number from ${type.low} to ${type.high}`);
  }
  if (type.kind !== "quantity" || typeof value !== "object") return statement;
  const given = `${value.value.toString()} ${value.unit}`;
  const converted = convert(value, type.unit);
  if (!converted.ok) return unusable(given, `a unit that can be turned into ${type.unit}`);
  const inRange = converted.value.value.gte(type.low.value) && converted.value.value.lte(type.high.value);
  if (inRange) return { ...statement, value: converted.value };
  return unusable(given, `a value from ${type.low.value.toString()} to ${type.high.value.toString()} ${type.unit}`);
}
