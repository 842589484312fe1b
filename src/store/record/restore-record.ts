import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { Anchor } from "../../review/log/anchor.ts";
import { faultWords } from "../../review/log/verify-log.ts";
import { copyRecord } from "./copy-record.ts";
import { isPostgres } from "./open-postgres.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";
import { openTables } from "./record-store.ts";

/**
 * Puts a backup in the place of a record that is gone, a file or a PostgreSQL server. It is verified first, with anchors where there are any,
 * and never laid over a record that is there.
 */
export async function restoreRecord(
  backupFile: string,
  file: string,
  anchors: readonly Anchor[],
  clock: () => Date,
): Promise<Result<number>> {
  if (!existsSync(backupFile))
    return failed(recordDiagnostics.report("record-unreadable", { file: backupFile, reason: "it is not there" }));
  if (isPostgres(file)) return restoreToServer(backupFile, file, anchors, clock);
  if (existsSync(file)) return failed(recordDiagnostics.report("record-in-the-way", { file }));
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.restoring`;
  try {
    copyFileSync(backupFile, partial);
    const entries = await verifyCopy(partial, backupFile, anchors, clock);
    if (entries.ok) renameSync(partial, file);
    return entries;
  } finally {
    for (const left of [partial, `${partial}-wal`, `${partial}-shm`]) rmSync(left, { force: true });
  }
}

/** On a server the tables are filled in one transaction from a copy that was verified: all of it, or nothing. */
async function restoreToServer(
  backupFile: string,
  place: string,
  anchors: readonly Anchor[],
  clock: () => Date,
): Promise<Result<number>> {
  const folder = mkdtempSync(join(tmpdir(), "wellspring-restore-"));
  try {
    const copy = join(folder, "record.sqlite");
    copyFileSync(backupFile, copy);
    const entries = await verifyCopy(copy, backupFile, anchors, clock);
    const copied = entries.ok ? await copyRecord(copy, place) : entries;
    return copied.ok ? entries : copied;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verifyCopy(
  copy: string,
  named: string,
  anchors: readonly Anchor[],
  clock: () => Date,
): Promise<Result<number>> {
  const opened = await openTables(copy, clock, { unsound: true });
  if (!opened.ok) return opened;
  const { record, engine } = opened.value;
  const faults = await record.verify(anchors);
  const entries = (await record.entries()).length;
  // What was ended after the backup was made must not come to life again with it.
  for (const table of ["session", "invitation"]) await engine.run(`DELETE FROM ${table}`);
  await record.close();
  if (faults.length === 0) return ok(entries);
  return failed(recordDiagnostics.report("record-unsound", { file: named, faults: faultWords(faults) }));
}
