import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Pathway } from "../model/pathway.ts";
import { certify } from "./certificate.ts";
import { checkPublishable } from "./check-publishable.ts";
import { reportFindings } from "./report-findings.ts";
import { verifyPathway } from "./verify-pathway.ts";

/** What the proof of a pathway came to. */
export interface CertifiedPathway {
  /** What was found of the rules, each with its smallest patient. */
  readonly findings: readonly Diagnostic[];
  /** Why the pathway may not be published, a proof that was given up included; empty when everything is proven. */
  readonly refusals: readonly Diagnostic[];
}

/** Proves a pathway anew; `text` is what it was read from. */
export function certifyPathway(pathway: Pathway, text: string): CertifiedPathway {
  const verified = verifyPathway(pathway);
  if (!verified.ok)
    return { findings: [], refusals: [...verified.diagnostics, ...checkPublishable(pathway, text, undefined)] };
  return {
    findings: reportFindings(verified.value),
    refusals: checkPublishable(pathway, text, certify(text, verified.value)),
  };
}
