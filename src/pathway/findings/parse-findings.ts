import { closest } from "fastest-levenshtein";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { failed, ok, type Result, unreachable } from "../../kernel/result.ts";
import type { CaseFeature } from "../model/feature.ts";
import type { Statement } from "../model/finding.ts";
import type { Pathway } from "../model/pathway.ts";
import { findingDiagnostics } from "./finding-diagnostics.ts";
import { parseMeasurement } from "./parse-measurement.ts";
import { wrongType } from "./wrong-type.ts";

/** More findings than any pathway has features, and few enough to read at once. */
export const MAX_FINDINGS = 500;

/**
 * Reads findings as they are sent: feature (or family) id to `true`, `false`, a code, a number, `{ value, unit, basis }`, or
 * `null` for "asked and not known". Nothing is coerced: `"499"` is text and not a number. Every fault is reported.
 */
export function parseFindings(
  pathway: Pathway,
  findings: Readonly<Record<string, unknown>>,
): Result<readonly Statement[]> {
  const entries = Object.entries(findings);
  if (entries.length > MAX_FINDINGS)
    return failed(findingDiagnostics.report("finding-too-many", { count: entries.length, most: MAX_FINDINGS }));
  const faults: Diagnostic[] = [];
  const statements = entries.flatMap(([field, value]) => {
    const read = parseFinding(pathway, field, value);
    if (read.ok) return read.value;
    faults.push(...read.diagnostics);
    return [];
  });
  return faults.length > 0 ? failed(...faults) : ok(statements);
}

function parseFinding(pathway: Pathway, field: string, value: unknown): Result<readonly Statement[]> {
  const family = pathway.features.filter((feature) => feature.family === field && feature.type.kind === "quantity");
  const members = family.length > 0 ? family : pathway.features.filter((feature) => feature.id === field);
  const [first] = members;
  if (first === undefined)
    return failed(
      findingDiagnostics.report("finding-unknown", { field: shortened(field), nearest: nearestName(pathway, field) }),
    );
  if (value === null || value === "unknown")
    return ok(members.map((member): Statement => ({ feature: member.id, kind: "unknown" })));
  if (first.type.kind === "quantity") return parseMeasurement(field, members, value);
  return parsePlain(field, first, value);
}

/** Longer than any feature's name: what is longer is not repeated in full. */
const MAX_NAME_LENGTH = 100;

function shortened(field: string): string {
  return field.length > MAX_NAME_LENGTH ? `${field.slice(0, MAX_NAME_LENGTH)}…` : field;
}

function nearestName(pathway: Pathway, field: string): string | undefined {
  const names = pathway.features.flatMap(({ id, family }) => (family === undefined ? [id] : [family, id]));
  return field.length > MAX_NAME_LENGTH || names.length === 0 ? undefined : closest(field, names);
}

function parsePlain(field: string, feature: CaseFeature, value: unknown): Result<readonly Statement[]> {
  const { type, id } = feature;
  const stated = (taken: boolean | string | number) => ok([{ feature: id, kind: "value", value: taken } as const]);
  switch (type.kind) {
    case "truth":
      return typeof value === "boolean" ? stated(value) : wrongType(field, value, "true, false, or null for not known");
    case "choice": {
      const known = typeof value === "string" && type.choices.some((choice) => choice.code === value);
      const codes = type.choices.map((choice) => choice.code).join(", ");
      return known ? stated(value) : wrongType(field, value, `one of ${codes}, or null for not known`);
    }
    case "wholeNumber": {
      if (typeof value !== "number" || !Number.isInteger(value))
        return wrongType(field, value, "a whole number without quotation marks");
      if (value >= type.low && value <= type.high) return stated(value);
      return failed(
        findingDiagnostics.report("finding-out-of-range", {
          field,
          given: String(value),
          low: String(type.low),
          high: String(type.high),
        }),
      );
    }
    case "quantity":
      throw new Error("quantities are read by parseMeasurement");
    default:
      return unreachable(type);
  }
}
