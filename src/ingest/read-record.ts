import type { EvidenceDocument } from "../evidence/corpus.ts";

/** What a reader makes of one record of a file, in the order of the file. */
export type ReadRecord =
  | { readonly kind: "document"; readonly document: EvidenceDocument }
  | { readonly kind: "deletion"; readonly key: string }
  /** A record that was not understood, and why; the rest of the file is read on. */
  | { readonly kind: "refused"; readonly place: string; readonly reason: string };

/** Reads the records of one text as it streams by. Throws only when the text itself cannot be read on. */
export type RecordReader = (chunks: AsyncIterable<string>) => AsyncIterable<ReadRecord>;

/** A file or a stream before anything of it is understood. */
export interface FileToRead {
  /** What a document that is this file is called within its source. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Reads the records of one file. Throws only when the file itself cannot be read on. */
export type FileReader = (file: FileToRead) => AsyncIterable<ReadRecord>;
