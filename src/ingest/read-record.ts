import type { EvidenceDocument } from "../evidence/corpus.ts";
import type { PublicationMark } from "../evidence/publication-mark.ts";

/** What a reader makes of one record of a file, in the order of the file. */
export type ReadRecord =
  | ReadDocument
  | { readonly kind: "deletion"; readonly key: string }
  /** A record that was not understood, and why; the rest of the file is read on. */
  | { readonly kind: "refused"; readonly place: string; readonly reason: string };

/** A document as its file holds it. */
export interface ReadDocument {
  readonly kind: "document";
  readonly document: EvidenceDocument;
  /** What it says of other publications. */
  readonly marks?: readonly PublicationMark[];
  /** What the file holds and does not show to its readers: hidden text, remarks, names of programs. It is looked at and never stored. */
  readonly unseen?: string;
}

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
