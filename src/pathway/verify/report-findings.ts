import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { PathwayIndex } from "../facts/pathway-index.ts";
import { renderPatient, toFindings } from "./patient.ts";
import type { Finding, Verdict } from "./verification-rule.ts";
import { verifyDiagnostics } from "./verify-diagnostics.ts";
import type { ProfileVerification } from "./verify-pathway.ts";

/** One diagnostic for each thing that is not proven, at the place in the pathway that it is about. */
export function reportFindings(verified: readonly ProfileVerification[]): readonly Diagnostic[] {
  return verified.flatMap(({ diagrams, findings, profile }) =>
    findings.flatMap((finding) =>
      reportFinding(diagrams.index, profile, finding).map((found) => withPatient(found, finding)),
    ),
  );
}

/** The patient once more, for programs: a page can open them where the words of the message cannot. */
function withPatient(found: Diagnostic, { verdict }: Finding): Diagnostic {
  if (verdict.kind !== "refuted" || verdict.counterexample === undefined) return found;
  const { profile } = verdict.counterexample;
  return { ...found, counterexample: { profile, findings: toFindings(verdict.counterexample) } };
}

function reportFinding(
  index: PathwayIndex,
  profile: string,
  { property, subject, verdict, span }: Finding,
): Diagnostic[] {
  if (verdict.kind === "proven") return [];
  const { because } = verdict;
  const name = subject === undefined ? property : `${property} ${subject}`;
  if (verdict.kind === "undecided") {
    const reason = `${because} (profile \`${profile}\`)`;
    return [verifyDiagnostics.report("verification-undecided", { property: name, because: reason }, span)];
  }
  const patient = renderCounterexample(index, verdict);
  const cells = verdict.cells ?? 0;
  switch (property) {
    case "total":
      return [verifyDiagnostics.report("decision-gap", { profile, patient, cells }, span)];
    case "consistent":
      return [verifyDiagnostics.report("decision-overlap", { profile, patient, cells }, span)];
    case "live":
    case "liveCompanion":
      return [verifyDiagnostics.report("rule-dead", { profile, because }, span)];
    case "stageReached":
      return [verifyDiagnostics.report("stage-unreachable", { profile, because }, span)];
    case "stageLetsPass":
      return [verifyDiagnostics.report("stage-swallows-all", { profile, because }, span)];
    case "guarded":
      return [verifyDiagnostics.report("ruling-out-presumed", { profile, because, patient }, span)];
    case "monotone":
      return [verifyDiagnostics.report("conclusion-retracted", { profile, because }, span)];
    case "unitSafe":
      return [verifyDiagnostics.report("unit-unsafe", { because }, span)];
    case "thresholdsInRange":
      return [verifyDiagnostics.report("threshold-outside-range", { because }, span)];
    case "authorProperty":
      return [verifyDiagnostics.report("property-violated", { id: subject ?? "", profile, patient }, span)];
    default:
      throw new Error(`\`${property}\` has no diagnostic`);
  }
}

function renderCounterexample(index: PathwayIndex, verdict: Extract<Verdict, { kind: "refuted" }>): string {
  const shown = verdict.counterexample;
  return shown === undefined ? "no patient" : renderPatient(index, shown);
}
