import type { Quoting } from "../../src/answer/quotes/find-quotes.ts";
import type { EvidenceDocument, RankingProfile } from "../../src/evidence/corpus.ts";
import { KNOWN_LICENCES } from "../../src/evidence/licences.ts";
import { prepareDocument } from "../../src/search/cut-passages.ts";
import type { EvidenceStore } from "../../src/store/evidence/evidence-store.ts";
import { openEvidence } from "../../src/store/evidence/open-evidence.ts";
import { openQuoting } from "../../src/store/evidence/open-quoting.ts";
import { LIBRARY_FOLDER } from "../real-library.ts";

interface QuotedSource {
  readonly id: string;
  readonly licence: keyof typeof KNOWN_LICENCES;
  readonly profile: RankingProfile;
  readonly documents: readonly EvidenceDocument[];
}

/** A store in memory with released sources, and what quotation needs of it, with the shipped words and weights. */
export async function quotingOf(
  sources: readonly QuotedSource[],
): Promise<{ readonly quoting: Quoting; readonly store: EvidenceStore }> {
  const opened = await openEvidence(LIBRARY_FOLDER, undefined);
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
  const { store } = opened.value;
  for (const { id, licence, profile, documents } of sources) {
    const kind = { title: id, kind: "test", profile, imported: "2026-01-02", released: true };
    store.openSource({ id, ...kind, licence: KNOWN_LICENCES[licence] });
    store.storeBatch(
      id,
      documents.map((document) => ({ kind: "document", ...prepareDocument(id, document) })),
    );
  }
  const quoting = await openQuoting(LIBRARY_FOLDER, opened.value);
  if (!quoting.ok) throw new Error(JSON.stringify(quoting.diagnostics));
  return { quoting: quoting.value, store };
}
