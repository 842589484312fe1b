import type { MeasuredStore } from "../../src/cli/evidence-desk.ts";
import { KNOWN_LICENCES } from "../../src/evidence/licences.ts";
import type { RetrievalSet } from "../../src/evidence/retrieval-set.ts";
import { fillForMeasurement, MEASURED } from "../../src/ingest/fill-for-measurement.ts";
import { ok, type Result } from "../../src/kernel/result.ts";
import { openEvidence } from "../../src/store/evidence/open-evidence.ts";
import { openQuoting } from "../../src/store/evidence/open-quoting.ts";
import { LIBRARY_FOLDER } from "../real-library.ts";

/** What `main.ts` hands to the commands that measure, with the shipped words and weights. */
export async function openMeasuredStore(set: RetrievalSet): Promise<Result<MeasuredStore>> {
  const opened = await openEvidence(LIBRARY_FOLDER, undefined, set.subjects);
  if (!opened.ok) return opened;
  const quoting = await openQuoting(LIBRARY_FOLDER, opened.value);
  if (!quoting.ok) return quoting;
  const { store, search, searchDocument } = opened.value;
  const passages = await fillForMeasurement(store, set.profile, set.documents());
  const findSource = () => ({ title: MEASURED, licence: KNOWN_LICENCES["public-domain"] });
  return ok({
    passages,
    quoting: { ...quoting.value, evidence: { ...quoting.value.evidence, findSource } },
    search: (question, limit) => search(question, set.profile, limit),
    searchDocument: (question, key) => searchDocument(question, set.profile, MEASURED, key),
    close: () => store.close(),
  });
}
