import type { EvidenceDocument } from "../evidence/corpus.ts";
import type { ImportItem } from "../evidence/evidence-port.ts";
import { cutPassages } from "../search/cut-passages.ts";
import { getImportKind } from "./import-kinds.ts";
import type { ReadRecord } from "./read-record.ts";

/** Characters of the text of one document; a guideline of a thousand pages has about three million. */
const LONGEST_TEXT = 10_000_000;
/** Passages of one document. */
const MOST_PASSAGES = 20_000;

/** One file to be read, as a whole or as a row of records. */
export interface ReadJob {
  /** A name in the table of import kinds. */
  readonly kind: string;
  /** What a document that is this file is called within its source. */
  readonly name: string;
  readonly source: string;
}

/** What is read of a file, in its order. */
export type ReadItem =
  | ImportItem
  /** A record that was not understood, and why; the rest of the file is read on. */
  | { readonly kind: "refused"; readonly place: string; readonly reason: string }
  /** The file cannot be read on, and why. Nothing comes after it. */
  | { readonly kind: "broken"; readonly reason: string };

/** Reads a file and gives its items, whoever reads it and wherever. */
export type ItemReader = (job: ReadJob, bytes: AsyncIterable<Uint8Array>) => AsyncIterable<ReadItem>;

/** Reads a file in this very process. Files from outside are read in a cage, which calls this inside it. */
export const readItems: ItemReader = async function* ({ kind, name, source }, bytes) {
  try {
    for await (const record of getImportKind(kind).read({ name, bytes })) yield toItem(source, record);
  } catch (error) {
    // Readers throw when a file cannot be read on; the message says why.
    yield { kind: "broken", reason: error instanceof Error ? error.message : "unreadable" };
  }
};

function toItem(source: string, record: ReadRecord): ReadItem {
  if (record.kind !== "document") return record;
  const { document } = record;
  const refused = (reason: string): ReadItem => ({ kind: "refused", place: `document ${document.key}`, reason });
  if (lengthOf(document) > LONGEST_TEXT) return refused(`its text is longer than ${LONGEST_TEXT} characters`);
  const passages = cutPassages(source, document);
  if (passages.length > MOST_PASSAGES) return refused(`it has more than ${MOST_PASSAGES} passages`);
  return { kind: "document", document, passages };
}

function lengthOf({ title, subjects, sections }: EvidenceDocument): number {
  const subjectsLength = subjects.reduce((sum, subject) => sum + subject.length, 0);
  return sections.reduce(
    (sum, { headings, text }) => headings.reduce((inner, heading) => inner + heading.length, sum + text.length),
    title.length + subjectsLength,
  );
}
