import { readFileSync } from "node:fs";
import { consultPathway } from "../../src/pathway/consult/consult-pathway.ts";
import { evaluatePathway } from "../../src/pathway/evaluate/evaluate-pathway.ts";
import { codeOf } from "../../src/pathway/evaluate/grounds.ts";
import { parseFindings } from "../../src/pathway/findings/parse-findings.ts";
import type { Evaluation } from "../../src/pathway/model/evaluation.ts";
import type { Statement } from "../../src/pathway/model/finding.ts";
import type { Pathway } from "../../src/pathway/model/pathway.ts";
import { parsePathway } from "../../src/pathway/parse/parse-pathway.ts";

/** The topic's own files, as the tests read them. */
export const TOPIC = new URL("../../library/topics/suspected-leg-dvt/", import.meta.url);

export const legDvt: Pathway = readPathway();

function readPathway(): Pathway {
  const { pathway, diagnostics } = parsePathway("pathway.yaml", readFileSync(new URL("pathway.yaml", TOPIC), "utf8"));
  if (pathway === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return pathway;
}

export type SentFindings = Readonly<Record<string, unknown>>;

/** Consults the pathway on findings as the evaluate call does; a refused finding is an error of the test. */
export function adviseFor(findings: SentFindings, profile = legDvt.defaultProfile): Evaluation {
  const statements = parseFindings(legDvt, findings);
  if (!statements.ok) throw new Error(statements.diagnostics.map(({ message }) => message).join("; "));
  return evaluationOf(statements.value, profile);
}

function evaluationOf(statements: readonly Statement[], profile: string): Evaluation {
  const consulted = consultPathway(legDvt, statements, profile);
  if (!consulted.ok) throw new Error(consulted.diagnostics.map(({ message }) => message).join("; "));
  return consulted.value.evaluation;
}

/** What the plain interpreter says of the same findings. */
export function interpretFor(findings: SentFindings, profile = legDvt.defaultProfile): Evaluation {
  const statements = parseFindings(legDvt, findings);
  if (!statements.ok) throw new Error(statements.diagnostics.map(({ message }) => message).join("; "));
  return evaluatePathway(legDvt, statements.value, profile);
}

/** The code of the advice, or `REFUSED` when a finding is refused before anything is evaluated. */
export function nextStepFor(findings: SentFindings, profile = legDvt.defaultProfile): string {
  const statements = parseFindings(legDvt, findings);
  return statements.ok ? codeOf(evaluationOf(statements.value, profile)) : "REFUSED";
}

export function ruleOf(evaluation: Evaluation): string | undefined {
  return "advice" in evaluation ? evaluation.advice.rule.id : undefined;
}

export { codeOf };

export const WELLS_ITEMS = [
  "activeCancer",
  "paralysisOrPlaster",
  "bedriddenOrSurgery",
  "deepVeinTenderness",
  "entireLegSwollen",
  "calfSwelling",
  "pittingOedema",
  "collateralVeins",
  "previousDvt",
  "alternativeDiagnosis",
] as const;

/** Every item of the score answered: those named with yes, the rest with no. */
export function wells(...present: readonly (typeof WELLS_ITEMS)[number][]): SentFindings {
  return Object.fromEntries(WELLS_ITEMS.map((item) => [item, present.includes(item)]));
}

export function feu(value: number, unit = "ug/L"): SentFindings {
  return { dDimer: { value, unit, basis: "FEU" } };
}

export function ddu(value: number, unit = "ng/mL"): SentFindings {
  return { dDimer: { value, unit, basis: "DDU" } };
}

export const SENSITIVE: SentFindings = { dDimerAssay: "high-sensitivity" };

/** Profiles of the pathway, for tests that hold in each of them. */
export const PROFILES = legDvt.profiles.map(({ id }) => id);
