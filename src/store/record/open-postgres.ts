import { Pool, type PoolClient } from "pg";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { Engine } from "./engine.ts";
import { reasonOf } from "./open-record-file.ts";
import { PostgresEngine, TAKE_TURN } from "./postgres-engine.ts";
import { formOf, POSTGRES_FORMS, takeForward } from "./postgres-forms.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";

/** Requests wait for one of these rather than for a server that is asked for a connection each. */
const CONNECTIONS = 4;

/** Milliseconds after which a server that does not answer is taken for lost. */
const CONNECT_PATIENCE = 5_000;
const QUERY_PATIENCE = 30_000;

export function isPostgres(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/** How the place of a record is called in messages: never with a password. */
export function nameOfPlace(place: string | undefined): string {
  if (place === undefined) return "memory";
  if (!isPostgres(place)) return place;
  if (!URL.canParse(place)) return "postgres://…";
  const { host, pathname } = new URL(place);
  return `postgres://${host}${pathname}`;
}

/** Connections to a server. `patience`: the milliseconds that a statement may take. */
export function poolOf(place: string, patience: number = QUERY_PATIENCE): Pool {
  const pool = new Pool({
    connectionString: place,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_PATIENCE,
    query_timeout: patience,
    keepAlive: true,
    // A command that is done does not wait for connections that nobody uses.
    allowExitOnIdle: true,
    application_name: "wellspring",
  });
  // Who uses a connection that is lost is told by what they asked of it; one that nobody uses is made anew when somebody does.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Opens the record on a PostgreSQL server, in the first schema of the search path; its tables are made when they are not there. */
export async function openPostgres(place: string): Promise<Result<Engine>> {
  const file = nameOfPlace(place);
  if (!URL.canParse(place))
    return failed(recordDiagnostics.report("record-unreadable", { file, reason: "this is no address of a database" }));
  const pool = poolOf(place);
  try {
    const prepared = await prepare(pool, file);
    if (prepared.ok) return ok(new PostgresEngine(pool, prepared.value));
    await pool.end();
    return prepared;
  } catch (error) {
    await pool.end();
    return failed(recordDiagnostics.report("record-unreadable", { file, reason: reasonOf(error) }));
  }
}

/** Makes or takes forward the tables; says whether they can be written to. */
async function prepare(pool: Pool, file: string): Promise<Result<boolean>> {
  const client = await pool.connect();
  try {
    const lax = await laxSettings(client);
    if (lax.length > 0) return failed(recordDiagnostics.report("record-not-durable", { file, settings: lax }));
    const known = POSTGRES_FORMS.length;
    let version = await formOf(client);
    if (version < known) {
      await client.query("BEGIN");
      await client.query(TAKE_TURN);
      // Another process may have done it while this one waited for the lock.
      version = await formOf(client);
      if (version < known) await takeForward(client, version);
      await client.query("COMMIT");
    }
    if (version > known) return failed(recordDiagnostics.report("record-newer", { file, version, known }));
    return ok(await canWrite(client));
  } finally {
    client.release(true);
  }
}

/** A standby takes nothing, nor does a server for a user who may only read. */
async function canWrite(client: PoolClient): Promise<boolean> {
  const found = await client.query(
    "SELECT current_setting('transaction_read_only') = 'off' AND has_table_privilege('entry', 'INSERT') AS writable",
  );
  return found.rows[0]?.writable === true;
}

/** Settings with which a server acknowledges what a power cut takes away. */
async function laxSettings(client: PoolClient): Promise<string> {
  const found = await client.query(
    "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name",
  );
  return found.rows.map(({ name }) => `${name} = off`).join(", ");
}
