import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { MIGRATIONS, migrate, versionOf } from "./migrations.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";

/** Milliseconds to wait for another process while the file is being opened; afterwards the engine waits, and holds nobody up. */
const PATIENCE = 5_000;

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html): read-only, cannot open. */
const FORBIDDEN = new Set([8, 14]);

/**
 * Opens the file of a record, made when it is not there, or one in memory without a name. WAL with `FULL`: a commit is on the
 * disk when it returns. `secure_delete`: what is taken out is overwritten. `recursive_triggers`: without it `INSERT OR REPLACE` would walk round the triggers.
 */
export function openRecordFile(file: string | undefined): Result<DatabaseSync> {
  const named = file ?? "memory";
  let database: DatabaseSync | undefined;
  try {
    if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
    database = new DatabaseSync(file ?? ":memory:", { timeout: PATIENCE });
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;",
    );
    const version = versionOf(database);
    if (version > MIGRATIONS.length) {
      database.close();
      return failed(recordDiagnostics.report("record-newer", { file: named, version, known: MIGRATIONS.length }));
    }
    migrate(database);
    // A file that may only be read opens all the same: whether it takes anything shows when it is asked to.
    database.exec("BEGIN IMMEDIATE; ROLLBACK");
    database.exec("PRAGMA busy_timeout = 0");
    return ok(database);
  } catch (error) {
    database?.close();
    if (file !== undefined && existsSync(file) && isForbidden(error))
      return failed(recordDiagnostics.report("record-read-only", {}));
    return failed(recordDiagnostics.report("record-unreadable", { file: named, reason: reasonOf(error) }));
  }
}

/** Neither the file nor what SQLite keeps beside it may be written. */
export function isForbidden(error: unknown): boolean {
  return (
    error instanceof Error &&
    "errcode" in error &&
    typeof error.errcode === "number" &&
    FORBIDDEN.has(error.errcode & 0xff)
  );
}

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  // A connection that was refused at each of several addresses has a code and no message.
  return error.message || ("code" in error ? String(error.code) : error.name);
}
