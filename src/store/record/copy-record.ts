import { existsSync } from "node:fs";
import { contentHash } from "../../kernel/content-hash.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { faultWords } from "../../review/log/verify-log.ts";
import type { TableDigest } from "../../review/record-port.ts";
import type { Engine, Sql, SqlValue } from "./engine.ts";
import { openEngine } from "./open-engine.ts";
import { isPostgres, nameOfPlace } from "./open-postgres.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";
import { recordOn } from "./record-store.ts";

/** Every table of the record, with its columns; their values order it. */
const TABLES = {
  entry: ["sequence", "recorded", "agent", "activity", "door", "body", "previous", "hash"],
  content: ["hash", "text"],
  kept_text: ["hash", "topic", "files"],
  question: ["code", "recorded", "words", "about"],
  account: ["person", "password_hash", "totp_key", "totp_step", "recovery_codes", "locked"],
  session: ["id", "person", "way", "started", "proved", "seen", "browser"],
  invitation: ["id", "person", "expires"],
  sign_in_attempt: ["name", "at"],
  gap: ["day", "subject", "reason", "count"],
  account_event: ["sequence", "recorded", "event", "person", "came_by", "detail", "hash"],
} as const;

/**
 * Copies a record to a place where there is none, from any engine to any. Whoever writes at either place waits meanwhile. Both are then read
 * again: unless every table has the same digest, nothing is kept.
 */
export async function copyRecord(from: string, to: string): Promise<Result<readonly TableDigest[]>> {
  if (!isPostgres(from) && !existsSync(from))
    return failed(recordDiagnostics.report("record-unreadable", { file: from, reason: "it is not there" }));
  const source = await openEngine(from);
  if (!source.ok) return source;
  try {
    const faults = await recordOn(source.value, () => new Date(0)).verify([]);
    if (faults.length > 0)
      return failed(
        recordDiagnostics.report("record-unsound", { file: nameOfPlace(from), faults: faultWords(faults) }),
      );
    const target = await openEngine(to);
    if (!target.ok) return target;
    try {
      return await copy(source.value, target.value, nameOfPlace(to));
    } finally {
      await target.value.close();
    }
  } finally {
    await source.value.close();
  }
}

function copy(source: Engine, target: Engine, named: string): Promise<Result<readonly TableDigest[]>> {
  return source.alone((reading) =>
    target.alone(async (writing) => {
      const digests: TableDigest[] = [];
      for (const [table, columns] of Object.entries(TABLES)) {
        if ((await writing.run(`SELECT 1 FROM ${table} LIMIT 1`)).length > 0)
          return failed(recordDiagnostics.report("record-in-the-way", { file: named }));
        const rows = await rowsOf(reading, table, columns);
        const insert = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
        for (const row of rows) await writing.run(insert, ...row);
        const digest = digestOf(rows);
        if (digestOf(await rowsOf(writing, table, columns)) !== digest)
          return failed(recordDiagnostics.report("copy-differs", { table }));
        digests.push({ table, rows: rows.length, digest });
      }
      return ok(digests);
    }),
  );
}

async function rowsOf(sql: Sql, table: string, columns: readonly string[]): Promise<readonly SqlValue[][]> {
  const rows = await sql.run(`SELECT ${columns.join(", ")} FROM ${table} ORDER BY ${columns.join(", ")}`);
  return rows.map((row) =>
    columns.map((column) => {
      const value = row[column];
      return typeof value === "string" || typeof value === "number" ? value : null;
    }),
  );
}

function digestOf(rows: readonly SqlValue[][]): string {
  return contentHash([{ name: "rows", text: rows.map((row) => JSON.stringify(row)).join("\n") }]);
}
