import { evidenceDecision } from "./evidence-decision.ts";

/** The source is kept, and neither searched nor quoted from now on. */
export const quarantineEvidence = evidenceDecision("quarantine-evidence");
