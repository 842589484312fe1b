import type { EvidenceIntent, EvidenceSources } from "../../evidence/evidence-port.ts";
import { failed, type Result } from "../../kernel/result.ts";
import type { Door, LogEntry } from "../log/log-entry.ts";
import type { EvidenceActivity, PersonId } from "../model/review-record.ts";
import type { RecordPort } from "../record-port.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";

/** What of the store decisions on its sources need. */
export type ShelfMethod = "digestOf" | "setState" | "removeSource" | "intents" | "intend" | "forgetIntent";

/** The store of evidence as decisions on its sources are carried out there: at once, or elsewhere while others are answered here. */
export type EvidenceShelf = {
  readonly [Method in ShelfMethod]: (
    ...given: Parameters<EvidenceSources[Method]>
  ) => ReturnType<EvidenceSources[Method]> | Promise<ReturnType<EvidenceSources[Method]>>;
};

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

/** The last decision that each shelf is at. */
const turns = new WeakMap<EvidenceShelf, Promise<unknown>>();

/** INVARIANT: of one shelf one decision is made and carried out at a time. Another that began meanwhile would take its intent for one that was never recorded. */
function inTurn<T>(shelf: EvidenceShelf, work: () => Promise<T>): Promise<T> {
  const done = (turns.get(shelf) ?? Promise.resolve()).then(work);
  turns.set(
    shelf,
    done.catch(() => undefined),
  );
  return done;
}

/**
 * Records a decision on a source and carries it out. The log is first: what stands there holds. What the store is about to be told is written
 * down in it before, so that a crash between the two leaves a note by which `settleEvidence` finishes what was recorded, and forgets what was not.
 */
export function actOnEvidence(request: EvidenceRequest, parts: EvidenceParts, door: Door): Promise<Result<LogEntry>> {
  return inTurn(parts.shelf, () => act(request, parts, door));
}

/** Carries out what was recorded and is not yet done in the store. Of two decisions on one source the later one holds. */
export function settleEvidence(parts: EvidenceParts): Promise<void> {
  return inTurn(parts.shelf, () => settle(parts));
}

async function act(
  { agent, activity, source, reason }: EvidenceRequest,
  { record, shelf }: EvidenceParts,
  door: Door,
): Promise<Result<LogEntry>> {
  await settle({ record, shelf });
  const digest = await shelf.digestOf(source);
  if (digest === undefined) return failed(reviewDiagnostics.report("review-evidence-unknown", { source }));
  const intent = { source, after: (await record.read()).last?.sequence ?? 0 };
  await shelf.intend(intent);
  const body = { source, digest, ...(reason === undefined ? {} : { reason }) };
  const recorded = await record.act({ agent, activity, body }, door);
  // Whether it was recorded is not known: the intent stays until the record can be asked.
  const isUnknown = !recorded.ok && recorded.diagnostics.some(({ code }) => code === "record-outcome-unknown");
  if (!isUnknown) await settle({ record, shelf }, [intent]);
  return recorded;
}

/** `own` are intents that hold even if another process has forgotten them, because it looked at the record before they were decided. */
async function settle({ record, shelf }: EvidenceParts, own: readonly EvidenceIntent[] = []): Promise<void> {
  const others = (await shelf.intents()).filter(({ source }) => own.every((one) => one.source !== source));
  for (const { source, after } of [...others, ...own]) {
    const decided = (await record.read()).evidence.get(source);
    if (decided !== undefined && decided.entry > after) await carryOut(decided.activity, source, shelf);
    await shelf.forgetIntent(source);
  }
}

function carryOut(activity: EvidenceActivity, source: string, shelf: EvidenceShelf): boolean | Promise<boolean> {
  if (activity === "remove-evidence") return shelf.removeSource(source);
  return shelf.setState(source, activity === "release-evidence" ? "released" : "quarantined");
}
