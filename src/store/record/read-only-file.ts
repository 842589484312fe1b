import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { failed, type Result } from "../../kernel/result.ts";
import { RecordUnreachable } from "../../review/record-unreachable.ts";
import type { Engine, SqlRow, SqlValue } from "./engine.ts";
import { versionOf } from "./migrations.ts";
import { isForbidden } from "./open-record-file.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";
import { backupTo } from "./sqlite-engine.ts";

const PATIENCE = 1_000;

/**
 * The tables in a file that may only be read. It is opened for each statement: another process may write to it, and then what it has
 * written must be seen (https://www.sqlite.org/wal.html#read_only_databases).
 */
export class ReadOnlyFile implements Engine {
  readonly writable = false;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async run(statement: string, ...values: readonly SqlValue[]): Promise<readonly SqlRow[]> {
    return this.#opened((database) => database.prepare(statement).all(...values));
  }

  async alone<T>(): Promise<Result<T>> {
    return failed(recordDiagnostics.report("record-read-only", {}));
  }

  async damages(): Promise<readonly string[]> {
    const rows = await this.run("PRAGMA integrity_check");
    return rows.map((row) => String(row.integrity_check)).filter((line) => line !== "ok");
  }

  backup(path: string): Promise<Result<null>> {
    return this.#opened((database) => backupTo(database, path));
  }

  async close(): Promise<void> {}

  async #opened<T>(work: (database: DatabaseSync) => T): Promise<Awaited<T>> {
    let database: DatabaseSync | undefined;
    try {
      database = this.#open();
      return await work(database);
    } catch (error) {
      throw new RecordUnreachable(error);
    } finally {
      database?.close();
    }
  }

  #open(): DatabaseSync {
    const shared = new DatabaseSync(this.#file, { readOnly: true, timeout: PATIENCE });
    try {
      versionOf(shared);
      return shared;
    } catch (error) {
      shared.close();
      if (!isForbidden(error) || hasLog(this.#file)) throw error;
    }
    // Nobody has it open, so everything is in the file itself; what it takes to share it with writers cannot be made beside it.
    const alone = pathToFileURL(this.#file);
    alone.searchParams.set("immutable", "1");
    return new DatabaseSync(alone, { readOnly: true });
  }
}

function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
