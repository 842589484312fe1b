import { KNOWN_LICENCES } from "../../src/evidence/licences.ts";
import { prepareDocument } from "../../src/search/cut-passages.ts";
import type { EvidenceStore } from "../../src/store/evidence/evidence-store.ts";
import type { BenchPassage } from "./compose.ts";

const SOURCE = "bench";

/** The released source that passages of a bench belong to. */
export function openBenchSource(store: EvidenceStore): void {
  const licence = KNOWN_LICENCES["CC0-1.0"];
  const kind = { title: SOURCE, kind: SOURCE, profile: "literature", imported: "2026-01-01", released: true } as const;
  store.openSource({ id: SOURCE, ...kind, licence });
}

/** Stores each passage as a document of its own, in one transaction. */
export function storePassages(store: EvidenceStore, passages: readonly BenchPassage[]): void {
  const plain = { type: "study", language: "en", status: "current", identifiers: {}, subjects: [] } as const;
  store.storeBatch(
    SOURCE,
    passages.map(({ id, title, text }) => {
      const document = { ...plain, key: id, title, sections: [{ headings: [], text }] };
      return { kind: "document", ...prepareDocument(SOURCE, document) };
    }),
  );
}
