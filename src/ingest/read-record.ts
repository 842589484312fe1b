import type { EvidenceDocument } from "../evidence/corpus.ts";

/** What a reader makes of one record of a file, in the order of the file. */
export type ReadRecord =
  | { readonly kind: "document"; readonly document: EvidenceDocument }
  | { readonly kind: "deletion"; readonly key: string }
  /** A record that was not understood, and why; the rest of the file is read on. */
  | { readonly kind: "refused"; readonly place: string; readonly reason: string };

/** Reads the records of one file as they stream by. Throws only when the file itself cannot be read on. */
export type RecordReader = (chunks: AsyncIterable<string>) => AsyncIterable<ReadRecord>;
