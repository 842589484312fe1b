import { DOORS, type LogEntry } from "../../review/log/log-entry.ts";
import type { Sql, SqlRow } from "./engine.ts";

/** Adds an entry at the end of the log. */
export async function appendEntry(
  sql: Sql,
  { sequence, recorded, agent, activity, door, body, previous, hash }: LogEntry,
): Promise<void> {
  await sql.run(
    "INSERT INTO entry (sequence, recorded, agent, activity, door, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    ...[sequence, recorded, agent, activity, door, body, previous, hash],
  );
}

/** The log from one entry on, in its order. */
export async function entriesFrom(sql: Sql, sequence: number): Promise<readonly LogEntry[]> {
  const rows = await sql.run("SELECT * FROM entry WHERE sequence >= ? ORDER BY sequence", sequence);
  return rows.map(toEntry);
}

function toEntry(row: SqlRow): LogEntry {
  const door = DOORS.find((known) => known === row.door);
  return {
    sequence: Number(row.sequence),
    recorded: String(row.recorded),
    agent: String(row.agent),
    activity: String(row.activity),
    // What a hand wrote into the file is shown as it stands: the hash then tells that it is not what was sealed.
    door: door ?? (String(row.door) as LogEntry["door"]),
    body: String(row.body),
    previous: String(row.previous),
    hash: String(row.hash),
  };
}
