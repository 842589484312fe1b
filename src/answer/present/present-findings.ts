import { renderQuantity } from "../../clinical/quantity.ts";
import type { CaseFeature, FindingValue } from "../../pathway/model/feature.ts";
import type { Finding, Statement, TextSpan } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { AnswerFinding } from "../answer-shape.ts";

/** A finding in the words of the pathway. */
export function presentFinding(pathway: Pathway, finding: Finding): AnswerFinding {
  const feature = featureOf(pathway, finding.feature);
  return {
    feature: feature.id,
    label: feature.label,
    value: presentValue(finding.value),
    display: displayValue(feature, finding.value),
    from: finding.from,
    ...spanOf(finding.span),
  };
}

/** One statement as an answer shows it, before anything is computed from it. */
export function presentStatement(pathway: Pathway, statement: Statement): AnswerFinding {
  const [open] = presentOpen(pathway, [statement]);
  if (statement.kind !== "value" && open !== undefined) return open;
  if (statement.kind !== "value") throw new Error("what is open is shown as open");
  const from = statement.inferred === true ? "derived" : "stated";
  return presentFinding(pathway, { ...statement, from });
}

/** What was asked and not known, or given without its unit or basis, is shown as such rather than dropped. */
export function presentOpen(pathway: Pathway, statements: readonly Statement[]): AnswerFinding[] {
  const seen = new Set<string>();
  return statements.flatMap((statement): AnswerFinding[] => {
    if (statement.kind === "value") return [];
    const feature = featureOf(pathway, statement.feature);
    const name = feature.family ?? feature.id;
    if (seen.has(name)) return [];
    seen.add(name);
    const display = statement.kind === "unknown" ? "not known" : displayIncomplete(feature, statement);
    return [{ feature: name, label: feature.label, value: null, display, from: "stated", ...spanOf(statement.span) }];
  });
}

/** "430, without unit"; of a list, words that name none of its values. */
function displayIncomplete(
  { type }: CaseFeature,
  { given, missing }: Extract<Statement, { readonly kind: "incomplete" }>,
): string {
  return type.kind === "choice" ? `“${given}”: not said which` : `${given}, without ${missing.join(" and ")}`;
}

function spanOf(span: TextSpan | undefined): { span?: TextSpan } {
  return span === undefined ? {} : { span: { start: span.start, end: span.end, text: span.text } };
}

function presentValue(value: FindingValue): AnswerFinding["value"] {
  return typeof value === "object" ? { value: value.value.toString(), unit: value.unit } : value;
}

/** The value as a clinician reads it. */
function displayValue(feature: CaseFeature, value: FindingValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return renderQuantity(value);
  if (feature.type.kind === "choice")
    return feature.type.choices.find(({ code }) => code === value)?.label ?? String(value);
  return String(value);
}

/** The feature of that name, which a checked pathway has. */
export function featureOf(pathway: Pathway, id: string): CaseFeature {
  const feature = pathway.features.find((candidate) => candidate.id === id);
  if (feature === undefined) throw new Error(`an evaluation names only features of its pathway, but \`${id}\` is none`);
  return feature;
}
