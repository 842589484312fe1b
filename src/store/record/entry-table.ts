import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import { DOORS, type LogEntry } from "../../review/log/log-entry.ts";

/** The log as a table: entries are added at its end and read in order. */
export class EntryTable {
  readonly #insert: StatementSync;
  readonly #after: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      "INSERT INTO entry (sequence, recorded, agent, activity, door, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    );
    this.#after = database.prepare("SELECT * FROM entry WHERE sequence > ? ORDER BY sequence");
  }

  append({ sequence, recorded, agent, activity, door, body, previous, hash }: LogEntry): void {
    this.#insert.run(sequence, recorded, agent, activity, door, body, previous, hash);
  }

  after(sequence: number): readonly LogEntry[] {
    return this.#after.all(sequence).map(toEntry);
  }
}

function toEntry(row: Readonly<Record<string, SQLOutputValue>>): LogEntry {
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
