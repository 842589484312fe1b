import { failed, ok, type Result } from "../../kernel/result.ts";
import type { Engine } from "./engine.ts";
import { MIGRATIONS } from "./migrations.ts";
import { isPostgres, openPostgres } from "./open-postgres.ts";
import { openRecordFile, reasonOf } from "./open-record-file.ts";
import { ReadOnlyFile } from "./read-only-file.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";
import { SqliteEngine } from "./sqlite-engine.ts";

/** Opens the tables of a record: a server for an address `postgres://…`, else a file, or memory without a place. Made when not there. */
export async function openEngine(place: string | undefined): Promise<Result<Engine>> {
  if (place !== undefined && isPostgres(place)) return openPostgres(place);
  const opened = openRecordFile(place);
  if (opened.ok) return ok(new SqliteEngine(opened.value));
  const mayOnlyBeRead = opened.diagnostics.some(({ code }) => code === "record-read-only");
  return place !== undefined && mayOnlyBeRead ? openReadOnly(place) : opened;
}

async function openReadOnly(file: string): Promise<Result<Engine>> {
  const engine = new ReadOnlyFile(file);
  const known = MIGRATIONS.length;
  try {
    const [row] = await engine.run("PRAGMA user_version");
    const version = Number(row?.user_version ?? 0);
    if (version > known) return failed(recordDiagnostics.report("record-newer", { file, version, known }));
    if (version === known) return ok(engine);
    const reason = `it has form ${version} and would have to be written to be taken to form ${known}`;
    return failed(recordDiagnostics.report("record-unreadable", { file, reason }));
  } catch (error) {
    return failed(recordDiagnostics.report("record-unreadable", { file, reason: reasonOf(error) }));
  }
}
