import { evidenceDecision } from "./evidence-decision.ts";

/** The source goes, with all its documents and versions; the entry stays. */
export const removeEvidence = evidenceDecision("remove-evidence");
