import { ok, type Result } from "../../kernel/result.ts";
import type { Engine } from "./engine.ts";
import { isPostgres, openPostgres } from "./open-postgres.ts";
import { openRecordFile } from "./open-record-file.ts";
import { SqliteEngine } from "./sqlite-engine.ts";

/** Opens the tables of a record: a server for an address `postgres://…`, else a file, or memory without a place. Made when not there. */
export async function openEngine(place: string | undefined): Promise<Result<Engine>> {
  if (place !== undefined && isPostgres(place)) return openPostgres(place);
  const opened = openRecordFile(place);
  return opened.ok ? ok(new SqliteEngine(opened.value)) : opened;
}
