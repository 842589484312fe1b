import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { RankingProfile } from "../../evidence/corpus.ts";

/** The file of the evidence store in its folder. */
export const EVIDENCE_FILE = "evidence.sqlite";
/** Milliseconds that one process waits for another's write to end. */
const PATIENCE = 30_000;

/** Full-text tables, one for each profile, so that the weights of one kind of source never drift with another's. */
export const SEARCH_TABLES: Readonly<Record<RankingProfile, string>> = {
  "topic-pages": "search_topic_pages",
  literature: "search_literature",
};

// Our own stems go in: `ascii` cuts at spaces only, for stems hold nothing but letters, digits and what lies beyond ASCII.
const searchTable = (name: string) =>
  `CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING fts5(title, subjects, body, content='', contentless_delete=1, tokenize='ascii');`;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS source (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, licence TEXT NOT NULL, profile TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'released', 'quarantined')), imported TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS document (
  number INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES source (id), key TEXT NOT NULL, version INTEGER NOT NULL,
  hash TEXT NOT NULL, current INTEGER NOT NULL CHECK (current IN (0, 1)), record TEXT NOT NULL, UNIQUE (source, key, version)
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS document_current ON document (source, key) WHERE current = 1;
CREATE TABLE IF NOT EXISTS passage (
  number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document (number), ordinal INTEGER NOT NULL,
  hash TEXT NOT NULL, headings TEXT NOT NULL, text TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL,
  role TEXT, grade TEXT, UNIQUE (document, ordinal)
) STRICT;
CREATE INDEX IF NOT EXISTS passage_hash ON passage (hash);
CREATE TABLE IF NOT EXISTS terms (
  passage INTEGER PRIMARY KEY REFERENCES passage (number), profile TEXT NOT NULL, hash TEXT NOT NULL, terms TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS frequency (
  profile TEXT NOT NULL, stem TEXT NOT NULL, passages INTEGER NOT NULL, PRIMARY KEY (profile, stem)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS totals (
  profile TEXT PRIMARY KEY, passages INTEGER NOT NULL, title INTEGER NOT NULL, subjects INTEGER NOT NULL, body INTEGER NOT NULL,
  generation INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS checkpoint (
  source TEXT NOT NULL REFERENCES source (id), file TEXT NOT NULL, fingerprint TEXT NOT NULL, records INTEGER NOT NULL,
  finished INTEGER NOT NULL CHECK (finished IN (0, 1)), PRIMARY KEY (source, file)
) STRICT;
CREATE TABLE IF NOT EXISTS mark (
  origin TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (kind, value, origin)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mark_origin ON mark (origin);
CREATE TABLE IF NOT EXISTS property (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
${Object.values(SEARCH_TABLES).map(searchTable).join("\n")}
`;

/** Opens the store in a folder, made when it is not there, or in memory without one. */
export function openDatabase(folder: string | undefined): DatabaseSync {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  // Integers are read as `bigint`: after a deletion FTS5 leaves a last row number that no `number` holds, and reading it would throw.
  const database = new DatabaseSync(folder === undefined ? ":memory:" : join(folder, EVIDENCE_FILE), {
    timeout: PATIENCE,
    readBigInts: true,
  });
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON; PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147483648;",
  );
  database.exec(SCHEMA);
  return database;
}

/** Does everything or nothing. Locks for writing at the start, so that two writers wait for each other. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
