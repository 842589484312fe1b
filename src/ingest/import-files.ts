import { setImmediate } from "node:timers/promises";
import type { EvidenceWriter, ImportItem } from "../evidence/evidence-port.ts";
import type { ImportReport, Refusal } from "../evidence/import-report.ts";
import { type FoundFile, findFiles, STANDARD_INPUT } from "./find-files.ts";
import { getImportKind } from "./import-kinds.ts";
import { openBytes } from "./open-text.ts";
import type { ItemReader } from "./read-items.ts";
import type { TrustRules } from "./trust/trust-rules.ts";

/** Records stored in one transaction, as long as their text is not longer than so many characters. */
const BATCH = 4_000;
const LONGEST_BATCH = 16_000_000;
/** Refusals that are told one by one; all are counted. */
const MOST_TOLD = 20;

/** What is imported: files, folders, or `-` for standard input. */
export interface FilesToImport {
  /** Of the source. */
  readonly id: string;
  /** A name in the table of import kinds. */
  readonly kind: string;
  readonly paths: readonly string[];
  /** What a document that comes by standard input is called. */
  readonly standardInputName: string;
  /** What is not taken for evidence. */
  readonly rules: TrustRules;
  /** Words that search leaves out, where what is read goes into search at once: its terms are then made beside the reading. */
  readonly stopWords?: readonly string[] | undefined;
}

export interface ImportEffects {
  readonly writer: EvidenceWriter;
  readonly read: ItemReader;
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
    changed: 0,
    changes: [],
    outdated: 0,
    outdatings: [],
    refusals: [],
    failures: [],
  };
  const { endings, isDocument = false } = getImportKind(request.kind);
  const { files, passedOver, missing } = await findFiles(request.paths, endings, request.standardInputName);
  tally.filesPassedOver = passedOver;
  tally.failures = missing.map(({ path, reason }) => ({ file: path, place: "", reason }));
  const names = new Set<string>();
  for (const file of files) {
    if (isDocument && names.has(file.name)) {
      const reason = `another file of this import is called \`${file.name}\` too`;
      refuse(tally, { file: file.path, place: "whole file", reason });
      continue;
    }
    names.add(file.name);
    try {
      await importFile(request, file, tally, effects);
    } catch (error) {
      // The store could not take it: what it took before stays.
      const reason = error instanceof Error ? error.message : "not stored";
      tally.failures = [...tally.failures, { file: file.path, place: "", reason }];
    }
  }
  return tally;
}

async function importFile(
  { id, kind, rules, stopWords }: FilesToImport,
  { path, name, fingerprint }: FoundFile,
  tally: Tally,
  { writer, read, standardInput, progress }: ImportEffects,
): Promise<void> {
  const known = writer.checkpoint(id, path);
  const reached = known?.fingerprint === fingerprint ? known : undefined;
  if (reached?.finished === true) {
    tally.filesUnchanged++;
    return;
  }
  const { isDocument = false } = getImportKind(kind);
  const refusedBefore = tally.refused;
  let records = reached?.records ?? 0;
  let items: (() => ImportItem)[] = [];
  let length = 0;
  const store = async (finished: boolean): Promise<void> => {
    // A document that was refused is read again the next time: what reads it may have learned more.
    const isSettled = !isDocument || tally.refused === refusedBefore;
    const place = fingerprint !== undefined && isSettled ? { file: path, fingerprint, records, finished } : undefined;
    const taken = takenApart(items);
    items = [];
    length = 0;
    const outcome = await writer.storeWithPauses(id, taken, place, setImmediate);
    for (const field of ["added", "replaced", "unchanged", "deleted"] as const) tally[field] += outcome[field];
    for (const { key, passages, lost } of outcome.outdated)
      tellOutdated(tally, { file: path, place: key, reason: `${lost} of ${passages} passages no longer stand in it` });
    progress(tally);
  };
  const bytes = path === STANDARD_INPUT ? standardInput : openBytes(path);
  const batches = new OneBeside();
  try {
    for await (const item of read({ kind, name, source: id, rules, stopWords, known: records }, bytes)) {
      if (item.kind === "broken") {
        await batches.end();
        // The file cannot be read on; what was read of it is kept.
        if (isDocument) refuse(tally, { file: path, place: "whole file", reason: item.reason });
        else
          tally.failures = [...tally.failures, { file: path, place: `after record ${records}`, reason: item.reason }];
        if (items.length > 0) await store(false);
        return;
      }
      records++;
      if (item.kind === "refused") refuse(tally, { file: path, place: item.place, reason: item.reason });
      else {
        if (item.kind === "document") {
          tellChanges(tally, { file: path, place: item.key }, item.changes);
          length += item.length;
        }
        items.push(() => (item.kind === "document" ? { kind: "document", ...item.prepared() } : item));
      }
      if (items.length >= BATCH || length >= LONGEST_BATCH) await batches.begin(() => store(false));
    }
    await batches.begin(() => store(true));
    await batches.end();
  } finally {
    await batches.left();
  }
}

/** One work at a time, beside whoever begins it: a batch is stored while the next one is read. */
class OneBeside {
  #begun: Promise<readonly PromiseSettledResult<void>[]> = Promise.allSettled([]);

  /** Begins one when the one before has ended. Throws what that one failed with, and then begins none. */
  async begin(work: () => Promise<void>): Promise<void> {
    await this.end();
    this.#begun = Promise.allSettled([work()]);
  }

  async end(): Promise<void> {
    for (const result of await this.#begun) if (result.status === "rejected") throw result.reason;
  }

  /** Waits for what was begun, whatever comes of it. */
  async left(): Promise<void> {
    await this.#begun;
  }
}

/** One after the other, so that only one of a batch lies in memory as it is stored. */
function* takenApart(items: readonly (() => ImportItem)[]): Generator<ImportItem> {
  for (const item of items) yield item();
}

function refuse(tally: Tally, refusal: Refusal): void {
  tally.refused++;
  if (tally.refusals.length < MOST_TOLD) tally.refusals = [...tally.refusals, refusal];
}

function tellChanges(tally: Tally, at: Omit<Refusal, "reason">, changes: readonly string[]): void {
  if (changes.length === 0) return;
  tally.changed++;
  if (tally.changes.length < MOST_TOLD) tally.changes = [...tally.changes, { ...at, reason: changes.join("; ") }];
}

function tellOutdated(tally: Tally, outdated: Refusal): void {
  tally.outdated++;
  if (tally.outdatings.length < MOST_TOLD) tally.outdatings = [...tally.outdatings, outdated];
}
