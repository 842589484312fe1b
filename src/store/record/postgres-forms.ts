import type { PoolClient } from "pg";

/** Nothing changes what stands in a table, and nothing leaves it. `ALWAYS`: also for whoever calls the session a replica. */
const immutable = (table: string) => `
CREATE TRIGGER ${table}_keeps_rows BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ${table}_keeps_all BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_keeps_rows, ENABLE ALWAYS TRIGGER ${table}_keeps_all;`;

/**
 * The forms of the record on PostgreSQL, oldest first, as `MIGRATIONS` are those of a file. A step is never edited once it was
 * released. Text is ordered byte by byte, as SQLite does.
 */
export const POSTGRES_FORMS: readonly string[] = [
  `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'what is recorded is never changed or removed'; END $$;

CREATE TABLE entry (
  sequence INTEGER PRIMARY KEY, recorded TEXT COLLATE "C" NOT NULL, agent TEXT NOT NULL, activity TEXT NOT NULL, door TEXT NOT NULL,
  body TEXT NOT NULL, previous TEXT COLLATE "C" NOT NULL UNIQUE, hash TEXT COLLATE "C" NOT NULL UNIQUE
);
CREATE FUNCTION entry_continues() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE last entry%ROWTYPE;
BEGIN
  SELECT * INTO last FROM entry ORDER BY sequence DESC LIMIT 1;
  IF NEW.sequence <> coalesce(last.sequence, 0) + 1 OR NEW.previous <> coalesce(last.hash, NEW.previous)
    OR NEW.recorded < coalesce(last.recorded, '')
  THEN RAISE EXCEPTION 'an entry continues the last one'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entry_continues BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_continues();
ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_continues;
${immutable("entry")}
CREATE TABLE content (hash TEXT COLLATE "C" PRIMARY KEY, text TEXT NOT NULL);
${immutable("content")}
CREATE TABLE kept_text (hash TEXT COLLATE "C" PRIMARY KEY, topic TEXT NOT NULL, files TEXT NOT NULL);
${immutable("kept_text")}
CREATE TABLE question (code TEXT COLLATE "C" PRIMARY KEY, recorded TEXT COLLATE "C" NOT NULL, words TEXT);
`,
  `
CREATE TABLE account (
  person TEXT COLLATE "C" PRIMARY KEY, password_hash TEXT, totp_key TEXT, totp_step INTEGER, recovery_codes TEXT, locked TEXT
);
CREATE TABLE session (
  id TEXT COLLATE "C" PRIMARY KEY, person TEXT COLLATE "C" NOT NULL, way TEXT NOT NULL, started TEXT COLLATE "C" NOT NULL, proved TEXT,
  seen TEXT NOT NULL, browser TEXT NOT NULL
);
CREATE INDEX session_of_person ON session (person);
CREATE TABLE invitation (id TEXT COLLATE "C" PRIMARY KEY, person TEXT, expires TEXT NOT NULL);
CREATE TABLE sign_in_attempt (name TEXT COLLATE "C" NOT NULL, at TEXT COLLATE "C" NOT NULL);
CREATE INDEX sign_in_attempt_of_name ON sign_in_attempt (name, at);
CREATE TABLE account_event (
  sequence INTEGER PRIMARY KEY, recorded TEXT NOT NULL, event TEXT NOT NULL, person TEXT, came_by TEXT NOT NULL, detail TEXT NOT NULL
);
${immutable("account_event")}
`,
  `
ALTER TABLE question ADD COLUMN about TEXT;
CREATE TABLE gap (
  subject TEXT COLLATE "C" NOT NULL, reason TEXT COLLATE "C" NOT NULL, day TEXT COLLATE "C" NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (day, subject, reason)
);
`,
  "ALTER TABLE account_event ADD COLUMN hash TEXT;",
];

/** How many forms the tables have gone through; none where there are no tables. */
export async function formOf(client: PoolClient): Promise<number> {
  const there = await client.query("SELECT to_regclass('record_form') IS NOT NULL AS there");
  if (there.rows[0]?.there !== true) return 0;
  const found = await client.query("SELECT max(version) AS version FROM record_form");
  return Number(found.rows[0]?.version ?? 0);
}

/** Takes the tables forward, inside the transaction of the caller, who holds the lock. */
export async function takeForward(client: PoolClient, from: number): Promise<void> {
  if (from === 0) await client.query("CREATE TABLE record_form (version INTEGER PRIMARY KEY)");
  for (const [at, form] of POSTGRES_FORMS.entries()) {
    if (at < from) continue;
    await client.query(form);
    await client.query("INSERT INTO record_form (version) VALUES ($1)", [at + 1]);
  }
}
