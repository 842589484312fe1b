import { existsSync } from "node:fs";
import { backup, type DatabaseSync, type StatementSync } from "node:sqlite";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { Engine, Sql, SqlRow, SqlValue } from "./engine.ts";
import { reasonOf } from "./open-record-file.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";

/** Result codes of SQLite (https://www.sqlite.org/rescode.html) for a lock that was not given up in time. */
const BUSY = new Set([5, 517]);

/** One connection to a file: what is asked of it waits its turn, so that nobody reads what a transaction has not committed. */
export class SqliteEngine implements Engine {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  run(statement: string, ...values: readonly SqlValue[]): Promise<readonly SqlRow[]> {
    return this.#inTurn(async () => this.#run(statement, values));
  }

  alone<T>(work: (sql: Sql) => Promise<Result<T>>): Promise<Result<T>> {
    return this.#inTurn(() => this.#transact(work));
  }

  async damages(): Promise<readonly string[]> {
    const rows = await this.run("PRAGMA integrity_check");
    return rows.map((row) => String(row.integrity_check)).filter((line) => line !== "ok");
  }

  async backup(path: string): Promise<Result<null>> {
    if (existsSync(path)) return failed(recordDiagnostics.report("record-in-the-way", { file: path }));
    try {
      await backup(this.#database, path);
      return ok(null);
    } catch (error) {
      return failed(recordDiagnostics.report("record-not-written", { reason: reasonOf(error) }));
    }
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => this.#database.close());
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #run(statement: string, values: readonly SqlValue[]): readonly SqlRow[] {
    const prepared = this.#statements.get(statement) ?? this.#database.prepare(statement);
    this.#statements.set(statement, prepared);
    return prepared.all(...values);
  }

  /** `IMMEDIATE` takes the lock before anything is read. */
  async #transact<T>(work: (sql: Sql) => Promise<Result<T>>): Promise<Result<T>> {
    try {
      this.#database.exec("BEGIN IMMEDIATE");
    } catch (error) {
      return failed(refusalOf(error));
    }
    try {
      const done = await work({ run: async (statement, ...values) => this.#run(statement, values) });
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
