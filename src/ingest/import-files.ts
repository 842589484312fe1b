import type { EvidenceWriter, ImportItem } from "../evidence/evidence-port.ts";
import type { ImportReport, Refusal } from "../evidence/import-report.ts";
import { cutPassages } from "../search/cut-passages.ts";
import { type FoundFile, findFiles, STANDARD_INPUT } from "./find-files.ts";
import type { ImportKind } from "./import-kinds.ts";
import { openBytes } from "./open-text.ts";
import type { ReadRecord } from "./read-record.ts";

/** Records stored in one transaction. */
const BATCH = 500;
/** Refusals that are told one by one; all are counted. */
const MOST_TOLD = 20;

/** What is imported: files, folders, or `-` for standard input. */
export interface FilesToImport {
  /** Of the source. */
  readonly id: string;
  readonly kind: ImportKind;
  readonly paths: readonly string[];
  /** What a document that comes by standard input is called. */
  readonly standardInputName: string;
}

export interface ImportEffects {
  readonly writer: EvidenceWriter;
  readonly standardInput: AsyncIterable<Uint8Array>;
  progress(report: ImportReport): void;
}

type Tally = { -readonly [Field in keyof ImportReport]: ImportReport[Field] };

/**
 * Imports files one after the other into a source. Documents and the place reached are stored in the same transaction, so an import
 * that was broken off goes on where it stopped; a file that was read to its end and has not changed since is passed over.
 */
export async function importFiles(request: FilesToImport, effects: ImportEffects): Promise<ImportReport> {
  const tally: Tally = {
    added: 0,
    replaced: 0,
    unchanged: 0,
    deleted: 0,
    refused: 0,
    filesUnchanged: 0,
    filesPassedOver: 0,
    refusals: [],
    failures: [],
  };
  const { files, passedOver, missing } = await findFiles(
    request.paths,
    request.kind.endings,
    request.standardInputName,
  );
  tally.filesPassedOver = passedOver;
  tally.failures = missing.map(({ path, reason }) => ({ file: path, place: "", reason }));
  const names = new Set<string>();
  for (const file of files) {
    if (request.kind.isDocument === true && names.has(file.name)) {
      const reason = `another file of this import is called \`${file.name}\` too`;
      refuse(tally, { file: file.path, place: "whole file", reason });
      continue;
    }
    names.add(file.name);
    try {
      await importFile(request, file, tally, effects);
    } catch (error) {
      const reason = error instanceof Error ? error.message : "unreadable";
      tally.failures = [...tally.failures, { file: file.path, place: "", reason }];
    }
  }
  return tally;
}

async function importFile(
  { id, kind }: FilesToImport,
  { path, name, fingerprint }: FoundFile,
  tally: Tally,
  { writer, standardInput, progress }: ImportEffects,
): Promise<void> {
  const known = writer.checkpoint(id, path);
  const reached = known?.fingerprint === fingerprint ? known : undefined;
  if (reached?.finished === true) {
    tally.filesUnchanged++;
    return;
  }
  const refusedBefore = tally.refused;
  let records = 0;
  let items: ImportItem[] = [];
  const store = (finished: boolean): void => {
    // A document that was refused is read again the next time: what reads it may have learned more.
    const isSettled = kind.isDocument !== true || tally.refused === refusedBefore;
    const place = fingerprint !== undefined && isSettled ? { file: path, fingerprint, records, finished } : undefined;
    const outcome = writer.storeBatch(id, items, place);
    for (const field of ["added", "replaced", "unchanged", "deleted"] as const) tally[field] += outcome[field];
    items = [];
    progress(tally);
  };
  try {
    const bytes = path === STANDARD_INPUT ? standardInput : openBytes(path);
    for await (const record of kind.read({ name, bytes })) {
      records++;
      if (records <= (reached?.records ?? 0)) continue;
      if (record.kind === "refused") refuse(tally, { file: path, place: record.place, reason: record.reason });
      else items.push(toItem(id, record));
      if (items.length >= BATCH) store(false);
    }
  } catch (error) {
    // The file cannot be read on; what was read of it is kept.
    if (items.length > 0) store(false);
    throw error;
  }
  store(true);
}

function refuse(tally: Tally, refusal: Refusal): void {
  tally.refused++;
  if (tally.refusals.length < MOST_TOLD) tally.refusals = [...tally.refusals, refusal];
}

function toItem(source: string, record: Exclude<ReadRecord, { readonly kind: "refused" }>): ImportItem {
  if (record.kind === "deletion") return record;
  const { document } = record;
  return { kind: "document", document, passages: cutPassages(source, document) };
}
