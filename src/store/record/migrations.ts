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
  "CREATE TABLE question (code TEXT PRIMARY KEY, recorded TEXT NOT NULL, words TEXT) STRICT;",
  `
CREATE TABLE account (
  person TEXT PRIMARY KEY, password_hash TEXT, totp_key TEXT, totp_step INTEGER, recovery_codes TEXT, locked TEXT
) STRICT;
CREATE TABLE session (
  id TEXT PRIMARY KEY, person TEXT NOT NULL, way TEXT NOT NULL, started TEXT NOT NULL, proved TEXT, seen TEXT NOT NULL,
  browser TEXT NOT NULL
) STRICT;
CREATE INDEX session_of_person ON session (person);
CREATE TABLE invitation (id TEXT PRIMARY KEY, person TEXT, expires TEXT NOT NULL) STRICT;
CREATE TABLE sign_in_attempt (name TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX sign_in_attempt_of_name ON sign_in_attempt (name, at);
CREATE TABLE account_event (
  sequence INTEGER PRIMARY KEY, recorded TEXT NOT NULL, event TEXT NOT NULL, person TEXT, came_by TEXT NOT NULL, detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER account_event_continues BEFORE INSERT ON account_event
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM account_event)
BEGIN SELECT RAISE(ABORT, 'an event continues the journal'); END;
${immutable("account_event")}
`,
  `
ALTER TABLE question ADD COLUMN about TEXT;
CREATE TABLE gap (
  subject TEXT NOT NULL, reason TEXT NOT NULL, day TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, subject, reason)
) STRICT;
`,
  "ALTER TABLE account_event ADD COLUMN hash TEXT;",
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
