import { type Findings, isRecord, words } from "./findings.ts";

/** Kept apart until the end, because its parts go to several findings. */
const D_DIMER = "d-dimer parts";

export function dDimer(value: unknown): Findings | undefined {
  if (value === null) return {};
  if (typeof value === "string")
    return words(value, [
      [/neg/, { dDimerLabel: "negative" }],
      [/pos|raised|high/, { dDimerLabel: "positive" }],
      [/not done|not available|none|pending|unknown/, {}],
    ]);
  return isRecord(value) ? { [D_DIMER]: value } : undefined;
}

export function joinDDimer(findings: Record<string, unknown>): Findings {
  const { [D_DIMER]: parts, ...rest } = findings;
  if (!isRecord(parts)) return rest;
  const basis = parts.type ?? parts.basis;
  const unit = parts.unit;
  // A qualitative kit has no number: "negative" may stand where the value would.
  const isNumber = typeof parts.value === "number" || (typeof parts.value === "string" && /\d/.test(parts.value));
  const label = [parts["label in letter"], parts.label, parts.result, parts.reported, parts.value].find(
    (word) => typeof word === "string" && !/\d/.test(word),
  );
  const limit = parts["laboratory cut-off"] ?? parts.cutoff;
  return {
    ...rest,
    ...(isNumber ? { dDimer: { value: parts.value, unit, basis } } : {}),
    ...(typeof limit === "number" && typeof unit === "string"
      ? { laboratoryCutoff: { value: limit, unit, basis } }
      : {}),
    ...(words(parts.assay, [
      [/high|elisa|elfa|turbidimetric|quantitative/, { dDimerAssay: "high-sensitivity" }],
      [/moderate|low|bedside|qualitative|whole-?blood|agglutination|point/, { dDimerAssay: "moderate-sensitivity" }],
    ]) ?? {}),
    ...(words(label, [
      [/neg|normal/, { dDimerLabel: "negative" }],
      [/pos|raised|high/, { dDimerLabel: "positive" }],
    ]) ?? {}),
    ...(typeof parts["drawn before anticoagulant"] === "boolean"
      ? { dDimerBeforeAnticoagulant: parts["drawn before anticoagulant"] }
      : {}),
  };
}
