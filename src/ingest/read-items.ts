import type { EvidenceDocument, RankingProfile } from "../evidence/corpus.ts";
import type { ImportItem, PreparedDocument } from "../evidence/evidence-port.ts";
import { Analyser } from "../search/analyser.ts";
import { prepareDocument } from "../search/cut-passages.ts";
import { LineWriter } from "../search/line-writer.ts";
import { getImportKind } from "./import-kinds.ts";
import type { ReadDocument } from "./read-record.ts";
import { DocumentJudge } from "./trust/judge-document.ts";
import type { TrustRules } from "./trust/trust-rules.ts";

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
  /** What is not taken for evidence. */
  readonly rules: TrustRules;
  /** Words that search leaves out; absent where nothing of the file goes into search yet. */
  readonly stopWords?: readonly string[] | undefined;
  /** Records from the start of the file that are known and need not be judged and cut again. */
  readonly known?: number | undefined;
}

/** What is read of a file, in its order. */
export type ReadItem =
  | {
      readonly kind: "document";
      readonly key: string;
      /** What was taken out of it or put otherwise before it was cut. */
      readonly changes: readonly string[];
      /** Characters of its passages. */
      readonly length: number;
      /** What is stored of it, taken apart when it is asked for. */
      prepared(): PreparedDocument;
    }
  | Extract<ImportItem, { readonly kind: "deletion" }>
  /** A record that was not understood, and why; the rest of the file is read on. */
  | { readonly kind: "refused"; readonly place: string; readonly reason: string }
  /** The file cannot be read on, and why. Nothing comes after it. */
  | { readonly kind: "broken"; readonly reason: string };

/** Reads a file and gives its items, whoever reads it and wherever. */
export type ItemReader = (job: ReadJob, bytes: AsyncIterable<Uint8Array>) => AsyncIterable<ReadItem>;

/** Reads a file in this very process. Files from outside are read in a cage, which calls this inside it. */
export const readItems: ItemReader = async function* (job, bytes) {
  const { kind: name, name: file, source, rules, stopWords, known = 0 } = job;
  let records = 0;
  const { read, profile } = getImportKind(name);
  const judge = new DocumentJudge(rules);
  const terms = stopWords === undefined ? undefined : new LineWriter(new Analyser({ stopWords }));
  try {
    for await (const record of read({ name: file, bytes })) {
      records++;
      if (records <= known) continue;
      if (record.kind !== "document") yield record;
      else yield toItem(source, record, judge, profile, terms);
    }
  } catch (error) {
    // Readers throw when a file cannot be read on; the message says why.
    yield { kind: "broken", reason: error instanceof Error ? error.message : "unreadable" };
  }
};

function toItem(
  source: string,
  { document: read, unseen = "", marks = [] }: ReadDocument,
  judge: DocumentJudge,
  profile: RankingProfile,
  terms: LineWriter | undefined,
): ReadItem {
  const refused = (reason: string): ReadItem => ({ kind: "refused", place: `document ${read.key}`, reason });
  if (lengthOf(read) > LONGEST_TEXT) return refused(`its text is longer than ${LONGEST_TEXT} characters`);
  const judged = judge.judge(read, unseen, profile);
  if (judged.kind === "refused") return refused(judged.reason);
  const { document, changes } = judged;
  const cut = prepareDocument(source, document, marks);
  const { key, passages } = cut;
  if (passages.length > MOST_PASSAGES) return refused(`it has more than ${MOST_PASSAGES} passages`);
  const prepared: PreparedDocument = terms === undefined ? cut : { ...cut, terms: terms.prepare(document, passages) };
  const length = passages.reduce((sum, { text }) => sum + text.length, 0);
  return { kind: "document", key, changes, length, prepared: () => prepared };
}

function lengthOf({ title, subjects, sections }: EvidenceDocument): number {
  const subjectsLength = subjects.reduce((sum, subject) => sum + subject.length, 0);
  return sections.reduce(
    (sum, { headings, text }) => headings.reduce((inner, heading) => inner + heading.length, sum + text.length),
    title.length + subjectsLength,
  );
}
