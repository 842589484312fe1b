import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { EvidenceWriter, ImportItem } from "../evidence/evidence-port.ts";
import type { ImportReport, Refusal } from "../evidence/import-report.ts";
import { cutPassages } from "../search/cut-passages.ts";
import type { ImportKind } from "./import-kinds.ts";
import { openText } from "./open-text.ts";
import type { ReadRecord } from "./read-record.ts";

/** Records stored in one transaction. */
const BATCH = 500;
/** Refusals that are told one by one; all are counted. */
const MOST_TOLD = 20;

type Tally = { -readonly [Field in keyof ImportReport]: ImportReport[Field] };

/**
 * Imports files one after the other into a source. Documents and the place reached are stored in the same transaction, so an import
 * that was broken off goes on where it stopped; a file that was read to its end and has not changed since is passed over.
 */
export async function importFiles(
  { id, kind, paths }: { readonly id: string; readonly kind: ImportKind; readonly paths: readonly string[] },
  writer: EvidenceWriter,
  progress: (report: ImportReport) => void,
): Promise<ImportReport> {
  const tally: Tally = {
    added: 0,
    replaced: 0,
    unchanged: 0,
    deleted: 0,
    refused: 0,
    filesUnchanged: 0,
    refusals: [],
    failures: [],
  };
  for (const path of paths) {
    try {
      await importFile(id, kind, resolve(path), writer, tally, progress);
    } catch (error) {
      const reason = error instanceof Error ? error.message : "unreadable";
      tally.failures = [...tally.failures, { file: path, place: "", reason }];
    }
  }
  return tally;
}

async function importFile(
  id: string,
  kind: ImportKind,
  file: string,
  writer: EvidenceWriter,
  tally: Tally,
  progress: (report: ImportReport) => void,
): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  const fingerprint = `${size} ${mtimeMs}`;
  const known = writer.checkpoint(id, file);
  const reached = known?.fingerprint === fingerprint ? known : undefined;
  if (reached?.finished === true) {
    tally.filesUnchanged++;
    return;
  }
  let records = 0;
  let items: ImportItem[] = [];
  const store = (finished: boolean): void => {
    const outcome = writer.storeBatch(id, items, { file, fingerprint, records, finished });
    for (const field of ["added", "replaced", "unchanged", "deleted"] as const) tally[field] += outcome[field];
    items = [];
    progress(tally);
  };
  try {
    for await (const record of kind.read(openText(file))) {
      records++;
      if (records <= (reached?.records ?? 0)) continue;
      if (record.kind === "refused") refuse(tally, { file, place: record.place, reason: record.reason });
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
