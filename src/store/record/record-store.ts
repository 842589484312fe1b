import { existsSync } from "node:fs";
import { backup, type DatabaseSync } from "node:sqlite";
import { contentHash } from "../../kernel/content-hash.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { type ActRequest, decide } from "../../review/decide.ts";
import type { Anchor } from "../../review/log/anchor.ts";
import { type Door, LOG_START, type LogEntry, sealEntry } from "../../review/log/log-entry.ts";
import { replayEntry } from "../../review/log/replay.ts";
import { verifyLog } from "../../review/log/verify-log.ts";
import { EMPTY_RECORD, type Instant, type ReviewRecord } from "../../review/model/review-record.ts";
import type { KeptText, RecordPort } from "../../review/record-port.ts";
import { EntryTable } from "./entry-table.ts";
import { openRecordFile, reasonOf } from "./open-record-file.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";
import { TextTable } from "./text-table.ts";

/** Result codes of SQLite (https://www.sqlite.org/rescode.html) for a lock that was not given up in time. */
const BUSY = new Set([5, 517]);

/**
 * Opens the record in a file, or an empty one in memory. `clock` gives the time of each entry. A record that is not sound is
 * refused, for nothing that it says can be relied on; `unsound` opens it to be looked into.
 */
export function openRecord(
  file: string | undefined,
  clock: () => Date,
  options: { readonly unsound?: boolean } = {},
): Result<RecordPort> {
  const opened = openRecordFile(file);
  if (!opened.ok) return opened;
  const store = new RecordStore(opened.value, clock);
  const faults = options.unsound === true ? [] : store.verify([]);
  if (faults.length === 0) return ok(store);
  store.close();
  return failed(recordDiagnostics.report("record-unsound", { file: file ?? "memory", faults: faultWords(faults) }));
}

export function faultWords(faults: ReturnType<RecordPort["verify"]>): string {
  return faults.map((one) => (typeof one === "string" ? one : `entry ${one.sequence} was ${one.kind}`)).join("; ");
}

/** The record on SQLite: one log, folded into what holds now. Any number of processes may read; they write one at a time. */
class RecordStore implements RecordPort {
  readonly #database: DatabaseSync;
  readonly #clock: () => Date;
  readonly #log: EntryTable;
  readonly #texts: TextTable;
  #record: ReviewRecord = EMPTY_RECORD;

  constructor(database: DatabaseSync, clock: () => Date) {
    this.#database = database;
    this.#clock = clock;
    this.#log = new EntryTable(database);
    this.#texts = new TextTable(database);
  }

  read(): ReviewRecord {
    for (const entry of this.#log.after(this.#record.last?.sequence ?? 0))
      this.#record = replayEntry(this.#record, entry);
    return this.#record;
  }

  now(): Instant {
    return this.#clock().toISOString();
  }

  act(request: ActRequest, door: Door): Result<LogEntry> {
    return this.#locked(() => {
      const record = this.read();
      const decided = decide(record, request, this.now());
      if (!decided.ok) return decided;
      const { activity, act } = decided.value;
      const entry = sealEntry({
        sequence: act.entry,
        recorded: act.recorded,
        agent: act.agent,
        activity,
        door,
        body: JSON.stringify(act.body),
        previous: record.last?.hash ?? LOG_START,
      });
      this.#log.append(entry);
      return ok(entry);
    });
  }

  keepText(text: KeptText): void {
    // Most often it is here already, and then there is nothing to lock.
    if (this.#texts.has(text.hash)) return;
    const kept = this.#locked(() => {
      this.#texts.put(text);
      return ok(undefined);
    });
    if (!kept.ok) throw new Error(kept.diagnostics.map(({ message }) => message).join("; "));
  }

  findText(hash: string): KeptText | undefined {
    return this.#texts.find(hash);
  }

  keptHashes(): readonly string[] {
    return this.#texts.hashes();
  }

  entries(): readonly LogEntry[] {
    return this.#log.after(0);
  }

  verify(anchors: readonly Anchor[]) {
    const integrity = this.#database.prepare("PRAGMA integrity_check").all();
    const damaged = integrity.map((row) => String(row.integrity_check)).filter((line) => line !== "ok");
    const texts = this.keptHashes().filter((hash) => contentHash(this.findText(hash)?.files ?? []) !== hash);
    return [
      ...damaged.map((line) => `the file is damaged: ${line}`),
      ...texts.map((hash) => `the text kept as ${hash} is another one`),
      ...verifyLog(this.entries(), anchors),
    ];
  }

  async backup(path: string): Promise<Result<number>> {
    if (existsSync(path)) return failed(recordDiagnostics.report("record-in-the-way", { file: path }));
    try {
      await backup(this.#database, path);
      return ok(this.entries().length);
    } catch (error) {
      return failed(recordDiagnostics.report("record-not-written", { reason: reasonOf(error) }));
    }
  }

  close(): void {
    this.#database.close();
  }

  /** Everything or nothing, alone: `IMMEDIATE` takes the lock before anything is read, so what was checked still holds. */
  #locked<T>(work: () => Result<T>): Result<T> {
    try {
      this.#database.exec("BEGIN IMMEDIATE");
    } catch (error) {
      return failed(refusalOf(error));
    }
    try {
      const done = work();
      this.#database.exec(done.ok ? "COMMIT" : "ROLLBACK");
      return done;
    } catch (error) {
      // A full disk may have ended the transaction by itself.
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      if (isFromSqlite(error)) return failed(refusalOf(error));
      throw error;
    }
  }
}

function isFromSqlite(error: unknown): error is Error & { readonly errcode: number } {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number";
}

function refusalOf(error: unknown) {
  if (isFromSqlite(error) && BUSY.has(error.errcode)) return recordDiagnostics.report("record-busy", {});
  return recordDiagnostics.report("record-not-written", { reason: reasonOf(error) });
}
