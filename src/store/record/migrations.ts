import type { DatabaseSync } from "node:sqlite";

/** Nothing changes what stands in a table, and nothing leaves it. `REPLACE` deletes, which `recursive_triggers` lets be seen. */
const immutable = (table: string) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, 'what is recorded is never changed'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, 'what is recorded is never removed'); END;`;

/**
 * The forms of the record, oldest first; a file says by `user_version` how many it has gone through. A step is never edited
 * once it was released: what comes after is a step of its own.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE entry (
  sequence INTEGER PRIMARY KEY, recorded TEXT NOT NULL, agent TEXT NOT NULL, activity TEXT NOT NULL, door TEXT NOT NULL,
  body TEXT NOT NULL, previous TEXT NOT NULL UNIQUE, hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER entry_continues BEFORE INSERT ON entry
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
  OR NEW.previous <> coalesce((SELECT hash FROM entry ORDER BY sequence DESC LIMIT 1), NEW.previous)
  OR NEW.recorded < coalesce((SELECT recorded FROM entry ORDER BY sequence DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'an entry continues the last one'); END;
${immutable("entry")}
CREATE TABLE content (hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TRIGGER content_once BEFORE INSERT ON content
WHEN EXISTS (SELECT 1 FROM content WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'content is kept once'); END;
${immutable("content")}
CREATE TABLE kept_text (hash TEXT PRIMARY KEY, topic TEXT NOT NULL, files TEXT NOT NULL) STRICT;
CREATE TRIGGER kept_text_once BEFORE INSERT ON kept_text
WHEN EXISTS (SELECT 1 FROM kept_text WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'a text is kept once'); END;
${immutable("kept_text")}
`,
];

export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0);
}

/** Takes a file forward to the newest form, each step whole or not at all. */
export function migrate(database: DatabaseSync, to: number = MIGRATIONS.length): void {
  for (let version = versionOf(database); version < to; version++) {
    database.exec("BEGIN IMMEDIATE");
    try {
      // Another process may have done the step while this one waited for the lock.
      if (versionOf(database) === version)
        database.exec(`${MIGRATIONS[version] ?? ""}; PRAGMA user_version = ${version + 1};`);
      database.exec("COMMIT");
    } catch (error) {
      database.exec("ROLLBACK");
      throw error;
    }
  }
}
