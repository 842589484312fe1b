import type { EvidenceSources } from "../../evidence/evidence-port.ts";
import { failed, type Result } from "../../kernel/result.ts";
import type { Door, LogEntry } from "../log/log-entry.ts";
import type { EvidenceActivity, PersonId } from "../model/review-record.ts";
import type { RecordPort } from "../record-port.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";

/** The store of evidence as decisions on its sources are carried out there. */
export type EvidenceShelf = Pick<
  EvidenceSources,
  "digestOf" | "setState" | "removeSource" | "intents" | "intend" | "forgetIntent"
>;

export interface EvidenceRequest {
  readonly agent: PersonId;
  readonly activity: EvidenceActivity;
  readonly source: string;
  readonly reason: string | undefined;
}

interface EvidenceParts {
  readonly record: Pick<RecordPort, "read" | "act">;
  readonly shelf: EvidenceShelf;
}

/**
 * Records a decision on a source and carries it out. The log is first: what stands there holds. What the store is about to be told is written
 * down in it before, so that a crash between the two leaves a note by which `settleEvidence` finishes what was recorded, and forgets what was not.
 */
export async function actOnEvidence(
  { agent, activity, source, reason }: EvidenceRequest,
  { record, shelf }: EvidenceParts,
  door: Door,
): Promise<Result<LogEntry>> {
  await settleEvidence({ record, shelf });
  const digest = shelf.digestOf(source);
  if (digest === undefined) return failed(reviewDiagnostics.report("review-evidence-unknown", { source }));
  shelf.intend({ source, after: (await record.read()).last?.sequence ?? 0 });
  const body = { source, digest, ...(reason === undefined ? {} : { reason }) };
  const recorded = await record.act({ agent, activity, body }, door);
  // Whether it was recorded is not known: the intent stays until the record can be asked.
  const isUnknown = !recorded.ok && recorded.diagnostics.some(({ code }) => code === "record-outcome-unknown");
  if (!isUnknown) await settleEvidence({ record, shelf });
  return recorded;
}

/** Carries out what was recorded and is not yet done in the store. Of two decisions on one source the later one holds. */
export async function settleEvidence({ record, shelf }: EvidenceParts): Promise<void> {
  for (const { source, after } of shelf.intents()) {
    const decided = (await record.read()).evidence.get(source);
    if (decided !== undefined && decided.entry > after) carryOut(decided.activity, source, shelf);
    shelf.forgetIntent(source);
  }
}

function carryOut(activity: EvidenceActivity, source: string, shelf: EvidenceShelf): void {
  if (activity === "remove-evidence") shelf.removeSource(source);
  else shelf.setState(source, activity === "release-evidence" ? "released" : "quarantined");
}
