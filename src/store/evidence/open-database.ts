import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The file of the evidence store in its folder. */
export const EVIDENCE_FILE = "evidence.sqlite";
/** Milliseconds that one process waits for another's write to end. */
const PATIENCE = 30_000;

/** How many bits of its number lie within the part that a passage belongs to: 131,072 passages each. */
export const PART_BITS = 17;

/**
 * Passages are looked up by the first forty bits of their hash (the ten digits after `sha256-`), and then compared: an index of whole hashes is
 * as large as a fifth of the text. What is put into it lies anywhere, so that every batch writes nearly all of it anew: therefore it goes by parts,
 * and only that of the last passages is written.
 */
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
DROP INDEX IF EXISTS passage_hash;
DROP INDEX IF EXISTS passage_by_hash;
CREATE INDEX IF NOT EXISTS passage_by_part ON passage (number >> ${PART_BITS}, substr(hash, 8, 10));
CREATE TABLE IF NOT EXISTS searched (
  slot INTEGER PRIMARY KEY AUTOINCREMENT, passage INTEGER NOT NULL UNIQUE REFERENCES passage (number), profile TEXT NOT NULL,
  hash TEXT NOT NULL, lines TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS segment (
  profile TEXT NOT NULL, number INTEGER NOT NULL, level INTEGER NOT NULL, PRIMARY KEY (profile, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS block (
  number INTEGER PRIMARY KEY, profile TEXT NOT NULL, segment INTEGER NOT NULL, first BLOB NOT NULL, bytes BLOB NOT NULL,
  UNIQUE (profile, segment, first)
) STRICT;
CREATE TABLE IF NOT EXISTS totals (
  profile TEXT PRIMARY KEY, passages INTEGER NOT NULL, title INTEGER NOT NULL, subjects INTEGER NOT NULL, body INTEGER NOT NULL,
  generation INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS meaning (
  profile TEXT PRIMARY KEY, generation INTEGER NOT NULL, stems TEXT NOT NULL, vectors BLOB NOT NULL
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
`;

/** Nothing is mapped: what is mapped counts as held by every thread that reads, and saves a tenth of a millisecond for each question. */
const CACHES = "PRAGMA cache_size = -65536;";

/**
 * Tables that search lay in before: FTS5's, and then a row for each stem.
 */
export const DROP_FORMER_SEARCH = ["terms", "search_topic_pages", "search_literature", "posting", "frequency"]
  .map((table) => `DROP TABLE IF EXISTS ${table};`)
  .join(" ");

/** Opens the store in a folder, made when it is not there, or in memory without one. */
export function openDatabase(folder: string | undefined): DatabaseSync {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const file = folder === undefined ? ":memory:" : join(folder, EVIDENCE_FILE);
  const database = new DatabaseSync(file, { timeout: PATIENCE });
  // A page is written with two calls to the log and read and written again from there: larger ones halve what an import spends in the system.
  database.exec(
    `PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON; ${CACHES}`,
  );
  database.exec(SCHEMA);
  return database;
}

/** Opens the store in a folder, where there is one, for reading alone. */
export function openToRead(folder: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, EVIDENCE_FILE), { timeout: PATIENCE, readOnly: true });
  database.exec(CACHES);
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

/** The same for work with pauses, in which nobody else may use the database. */
export async function inLongTransaction<T>(database: DatabaseSync, work: () => Promise<T>): Promise<T> {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = await work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
