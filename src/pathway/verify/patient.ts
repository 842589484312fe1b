import { renderQuantity } from "../../clinical/quantity.ts";
import type { PathwayIndex } from "../facts/pathway-index.ts";
import type { FindingValue } from "../model/feature.ts";
import type { Statement } from "../model/finding.ts";

/** A patient written down: what is said, as statements and as the findings of an evaluate call. */
export interface Patient {
  readonly profile: string;
  readonly statements: readonly Statement[];
}

/** The findings of a patient as they are sent: true, a code, a number, { value, unit }, or null for "not known". */
export function toFindings({ statements }: Patient): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    statements.map((statement) => [statement.feature, statement.kind === "value" ? sent(statement.value) : null]),
  );
}

function sent(value: FindingValue): unknown {
  return typeof value === "object" ? { value: value.value.toNumber(), unit: value.unit } : value;
}

/** One line a clinician can read: `Scan: Normal, complete; Pregnant: yes`. */
export function renderPatient(index: PathwayIndex, { statements }: Patient): string {
  if (statements.length === 0) return "a patient of whom nothing is said";
  return statements
    .map((statement) => {
      const feature = index.features.get(statement.feature);
      const said = statement.kind === "value" ? renderValue(index, statement.feature, statement.value) : "not known";
      return `${feature?.label ?? statement.feature}: ${said}`;
    })
    .join("; ");
}

function renderValue(index: PathwayIndex, feature: string, value: FindingValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return renderQuantity(value);
  const type = index.features.get(feature)?.type;
  if (type?.kind !== "choice") return String(value);
  return type.choices.find(({ code }) => code === value)?.label ?? String(value);
}
