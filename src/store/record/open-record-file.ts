import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { MIGRATIONS, migrate, versionOf } from "./migrations.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";

/** Milliseconds that one process waits for another's entry: each is a few pages. */
const PATIENCE = 5_000;

/**
 * Opens the file of a record, made when it is not there, or one in memory without a name. WAL with `FULL`: a commit is on the
 * disk when it returns. `recursive_triggers`: without it `INSERT OR REPLACE` would walk round the triggers.
 */
export function openRecordFile(file: string | undefined): Result<DatabaseSync> {
  const named = file ?? "memory";
  let database: DatabaseSync | undefined;
  try {
    if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
    database = new DatabaseSync(file ?? ":memory:", { timeout: PATIENCE });
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;",
    );
    const version = versionOf(database);
    if (version > MIGRATIONS.length) {
      database.close();
      return failed(recordDiagnostics.report("record-newer", { file: named, version, known: MIGRATIONS.length }));
    }
    migrate(database);
    return ok(database);
  } catch (error) {
    database?.close();
    return failed(recordDiagnostics.report("record-unreadable", { file: named, reason: reasonOf(error) }));
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown reason";
}
