import { basisOf, convert, decimal, isUcumUnit, type Quantity, toUcum } from "../../clinical/quantity.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { CaseFeature, FeatureType } from "../model/feature.ts";
import type { Statement } from "../model/finding.ts";
import { findingDiagnostics } from "./finding-diagnostics.ts";
import { wrongType } from "./wrong-type.ts";

type QuantityType = Extract<FeatureType, { kind: "quantity" }>;

/** Longer than any unit or basis on a report; what is longer is refused before it is read as UCUM. */
const MAX_UNIT_LENGTH = 60;

const EXPECTED = 'an object such as { "value": 480, "unit": "ug/L", "basis": "FEU" }';

/**
 * Reads a measured value for a quantity, or for a family of quantities that differ only in assay basis. A number without
 * the unit or basis it needs becomes an `incomplete` statement: kept, shown, asked about, and never compared with anything.
 */
export function parseMeasurement(
  field: string,
  members: readonly CaseFeature[],
  sent: unknown,
): Result<readonly Statement[]> {
  const parts = partsOf(sent);
  if (parts === undefined) return wrongType(field, sent, EXPECTED);
  const { value, unit: written, basis: said } = parts;
  if (typeof value !== "number" || !Number.isFinite(value))
    return wrongType(field, value, "`value` as a number without quotation marks");
  for (const [part, text] of [
    ["unit", written],
    ["basis", said],
  ] as const)
    if (text !== undefined && typeof text !== "string") return wrongType(`${field}.${part}`, text, "a text");
  if (typeof written === "string" && written.length > MAX_UNIT_LENGTH)
    return wrongType(`${field}.unit`, written, "a UCUM unit such as `ug/L`");
  if (typeof said === "string" && said.length > MAX_UNIT_LENGTH)
    return wrongType(`${field}.basis`, said, "the basis that the laboratory prints");
  const unit = typeof written === "string" ? toUcum(written) : undefined;
  const basis = (typeof said === "string" ? said : undefined) ?? (unit === undefined ? undefined : basisOf(unit));
  const bases = members.flatMap((member) => basisOf(typeOf(member).unit) ?? []);
  const missing = [
    ...(unit === undefined ? ["unit"] : []),
    ...(bases.length > 0 && basis === undefined ? ["basis"] : []),
  ];
  if (basis !== undefined && bases.length > 0 && !bases.includes(basis))
    return failed(findingDiagnostics.report("finding-basis", { field, basis, known: bases.join(", ") }));
  if (unit === undefined || missing.length > 0) {
    const given = [String(value), written, said].filter((part) => typeof part === "string").join(" ");
    return ok(members.map((member) => ({ feature: member.id, kind: "incomplete", given, missing })));
  }
  const member = members.find((candidate) => basisOf(typeOf(candidate).unit) === basis) ?? members[0];
  if (member === undefined) throw new Error("a family has members");
  return measure(field, member, { value: decimal(value), unit: onBasis(unit, basis) });
}

interface Parts {
  readonly value: unknown;
  readonly unit: unknown;
  readonly basis: unknown;
}

/** A bare number is a value whose unit nobody said. */
function partsOf(sent: unknown): Parts | undefined {
  if (typeof sent === "number") return { value: sent, unit: undefined, basis: undefined };
  if (typeof sent !== "object" || sent === null || Array.isArray(sent) || !("value" in sent)) return undefined;
  const { value } = sent;
  const unit = "unit" in sent ? sent.unit : undefined;
  const basis = "basis" in sent ? sent.basis : undefined;
  return { value, unit: unit ?? undefined, basis: basis ?? undefined };
}

function onBasis(unit: string, basis: string | undefined): string {
  return basis === undefined || basisOf(unit) !== undefined ? unit : `${unit}{${basis}}`;
}

function measure(field: string, feature: CaseFeature, quantity: Quantity): Result<readonly Statement[]> {
  const { unit: expected, low, high } = typeOf(feature);
  if (!isUcumUnit(quantity.unit))
    return failed(findingDiagnostics.report("finding-unit", { field, unit: quantity.unit, expected }));
  const converted = convert(quantity, expected);
  if (!converted.ok) return failed(findingDiagnostics.report("finding-unit", { field, unit: quantity.unit, expected }));
  const { value } = converted.value;
  if (value.lt(low.value) || value.gt(high.value)) {
    const given = `${value.toString()} ${expected}`;
    return failed(
      findingDiagnostics.report("finding-out-of-range", {
        field,
        given,
        low: low.value.toString(),
        high: high.value.toString(),
      }),
    );
  }
  return ok([{ feature: feature.id, kind: "value", value: converted.value }]);
}

function typeOf(feature: CaseFeature): QuantityType {
  if (feature.type.kind !== "quantity") throw new Error(`\`${feature.id}\` is not a quantity`);
  return feature.type;
}
