import { existsSync } from "node:fs";
import { backup, type DatabaseSync, type StatementSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { RecordUnreachable } from "../../review/record-unreachable.ts";
import type { Engine, Sql, SqlRow, SqlValue } from "./engine.ts";
import { reasonOf } from "./open-record-file.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";

/** Result codes of SQLite (https://www.sqlite.org/rescode.html) for a lock that was not given up in time. */
const BUSY = new Set([5, 517]);

/** Milliseconds that an entry waits for another process's: each is a few pages. */
const PATIENCE = 5_000;
const PAUSE = 5;

/** One connection to a file: what is asked of it waits its turn, so that nobody reads what a transaction has not committed. */
export class SqliteEngine implements Engine {
  readonly writable = true;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  run(statement: string, ...values: readonly SqlValue[]): Promise<readonly SqlRow[]> {
    return this.#inTurn(() => this.#patiently(statement, values));
  }

  alone<T>(work: (sql: Sql) => Promise<Result<T>>): Promise<Result<T>> {
    return this.#inTurn(() => this.#transact(work));
  }

  async damages(): Promise<readonly string[]> {
    const rows = await this.run("PRAGMA integrity_check");
    return rows.map((row) => String(row.integrity_check)).filter((line) => line !== "ok");
  }

  backup(path: string): Promise<Result<null>> {
    return backupTo(this.#database, path);
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => this.#database.close());
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Waits for a lock without holding up everybody else, as SQLite itself would: the one who holds it may be of this process. */
  async #patiently(statement: string, values: readonly SqlValue[] = []): Promise<readonly SqlRow[]> {
    for (let waited = 0; ; waited += PAUSE)
      try {
        return this.#run(statement, values);
      } catch (error) {
        if (!(error instanceof RecordUnreachable && isBusy(error.cause)) || waited >= PATIENCE) throw error;
        await setTimeout(PAUSE);
      }
  }

  #run(statement: string, values: readonly SqlValue[] = []): readonly SqlRow[] {
    try {
      const prepared = this.#statements.get(statement) ?? this.#database.prepare(statement);
      this.#statements.set(statement, prepared);
      return prepared.all(...values);
    } catch (error) {
      throw new RecordUnreachable(error);
    }
  }

  /** `IMMEDIATE` takes the lock before anything is read. */
  async #transact<T>(work: (sql: Sql) => Promise<Result<T>>): Promise<Result<T>> {
    try {
      await this.#patiently("BEGIN IMMEDIATE");
      const done = await work({ run: async (statement, ...values) => this.#run(statement, values) });
      this.#run(done.ok ? "COMMIT" : "ROLLBACK");
      return done;
    } catch (error) {
      // A full disk may have ended the transaction by itself.
      if (this.#database.isTransaction) this.#run("ROLLBACK");
      if (error instanceof RecordUnreachable) return failed(refusalOf(error.cause));
      throw error;
    }
  }
}

/** A copy of a database at a place where nothing is yet. */
export async function backupTo(database: DatabaseSync, path: string): Promise<Result<null>> {
  if (existsSync(path)) return failed(recordDiagnostics.report("record-in-the-way", { file: path }));
  try {
    await backup(database, path);
    return ok(null);
  } catch (error) {
    return failed(recordDiagnostics.report("record-not-written", { reason: reasonOf(error) }));
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number" && BUSY.has(error.errcode);
}

function refusalOf(error: unknown) {
  if (isBusy(error)) return recordDiagnostics.report("record-busy", {});
  return recordDiagnostics.report("record-not-written", { reason: reasonOf(error) });
}
