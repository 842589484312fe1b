import { evidenceDecision } from "./evidence-decision.ts";

/** From now on the source is searched and quoted. */
export const releaseEvidence = evidenceDecision("release-evidence");
