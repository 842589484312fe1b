import type { EvidenceDocument, RankingProfile } from "../evidence/corpus.ts";
import type { EvidenceWriter, ImportItem } from "../evidence/evidence-port.ts";
import { KNOWN_LICENCES } from "../evidence/licences.ts";
import { prepareDocument } from "../search/cut-passages.ts";

const BATCH = 1_000;
/** The one source of a store that is made to measure. */
export const MEASURED = "measured";

/** Puts documents into a store as one released source, cut as imports are, and returns the number of passages. */
export async function fillForMeasurement(
  writer: EvidenceWriter,
  profile: RankingProfile,
  documents: AsyncIterable<EvidenceDocument>,
): Promise<number> {
  const licence = KNOWN_LICENCES["evaluation-only"];
  writer.openSource({ id: MEASURED, title: MEASURED, kind: MEASURED, licence, profile, imported: "", released: true });
  let items: ImportItem[] = [];
  let passages = 0;
  for await (const document of documents) {
    const prepared = prepareDocument(MEASURED, document);
    passages += prepared.passages.length;
    items.push({ kind: "document", ...prepared });
    if (items.length < BATCH) continue;
    writer.storeBatch(MEASURED, items);
    items = [];
  }
  writer.storeBatch(MEASURED, items);
  return passages;
}
