import type { Understanding } from "../../src/answer/understand/understand.ts";
import type { FindingValue } from "../../src/pathway/model/feature.ts";
import type { Statement } from "../../src/pathway/model/finding.ts";

/**
 * Test support: what was understood, on one line. `feature=value`, `feature~missing parts` when incomplete, `feature?` when asked and
 * not known; then what was implied by a summary, and of whom or in what light the rest was said.
 */
export function saying({ statements, implied, notOfPatient, uncertain }: Understanding): string {
  const summaries = implied.filter(({ from }) => from !== "severalDenials");
  const summed = new Set(summaries.map(({ feature }) => feature));
  const counts = new Map<string, number>();
  for (const { from } of summaries) counts.set(from, (counts.get(from) ?? 0) + 1);
  const aside = [
    ...notOfPatient.map(({ feature, reason }) => `${reason}:${feature}`),
    ...uncertain.map(({ feature, reason }) => `${reason}:${feature}`),
  ];
  return [
    ...statements.filter(({ feature }) => !summed.has(feature)).map(renderStatement),
    ...[...counts].map(([from, count]) => `${from}×${count}`),
    ...new Set(aside),
  ].join(" ");
}

function renderStatement(statement: Statement): string {
  switch (statement.kind) {
    case "value":
      return `${statement.feature}=${renderValue(statement.value)}`;
    case "unknown":
      return `${statement.feature}?`;
    case "incomplete":
      return `${statement.feature}~${statement.missing.join("+")}`;
  }
}

function renderValue(value: FindingValue): string {
  return typeof value === "object" ? `${value.value.toString()}${value.unit}` : String(value);
}
