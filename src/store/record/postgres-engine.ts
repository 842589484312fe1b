import { DatabaseError, type Pool, type PoolClient } from "pg";
import { failed, type Result } from "../../kernel/result.ts";
import { RecordUnreachable } from "../../review/record-unreachable.ts";
import type { Engine, Sql, SqlRow, SqlValue } from "./engine.ts";
import { reasonOf } from "./open-record-file.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";

/** One writer at a time among all programs that use these tables: a lock that ends with the transaction. */
export const TAKE_TURN =
  "SELECT pg_advisory_xact_lock(hashtextextended('wellspring record ' || current_schema(), 0)), set_config('lock_timeout', '0', true)";

/** SQLSTATE (https://www.postgresql.org/docs/18/errcodes-appendix.html) of a lock that was not given up in time, and of a clash. */
const BUSY = new Set(["55P03", "40001", "40P01"]);

/** Classes after which a commit has certainly not happened: a broken constraint, a clash. After any other it may have. */
const CERTAINLY_UNDONE = /^(23|40)/;

/** The tables on a PostgreSQL server, over a pool of connections. */
export class PostgresEngine implements Engine {
  readonly writable: boolean;
  readonly #pool: Pool;

  constructor(pool: Pool, writable: boolean) {
    this.#pool = pool;
    this.writable = writable;
  }

  async run(statement: string, ...values: readonly SqlValue[]): Promise<readonly SqlRow[]> {
    return readOn(this.#pool, statement, values);
  }

  async alone<T>(work: (sql: Sql) => Promise<Result<T>>): Promise<Result<T>> {
    if (!this.writable) return failed(recordDiagnostics.report("record-read-only", {}));
    let client: PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      return failed(refusalOf(error));
    }
    try {
      const done = await transact(client, work);
      client.release();
      return done;
    } catch (error) {
      // Whatever state its transaction is in ends with the connection.
      client.release(true);
      if (error instanceof RecordUnreachable) return failed(refusalOf(error.cause));
      if (error instanceof CommitUnsure)
        return failed(recordDiagnostics.report("record-outcome-unknown", { reason: reasonOf(error.cause) }));
      throw error;
    }
  }

  /** A server looks after its own files. */
  async damages(): Promise<readonly string[]> {
    return [];
  }

  async backup(): Promise<Result<null>> {
    return failed(recordDiagnostics.report("record-on-server", {}));
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

/** The connection was lost while a transaction was being committed. */
class CommitUnsure extends Error {}

async function transact<T>(client: PoolClient, work: (sql: Sql) => Promise<Result<T>>): Promise<Result<T>> {
  const sql: Sql = { run: (statement, ...values) => readOn(client, statement, values) };
  await sql.run("BEGIN");
  // Every statement sees what was committed before it began: after the lock, that is everything.
  await sql.run("SET LOCAL lock_timeout = '5s'");
  await sql.run(TAKE_TURN);
  const done = await work(sql);
  if (!done.ok) {
    await sql.run("ROLLBACK");
    return done;
  }
  try {
    await client.query("COMMIT");
    return done;
  } catch (error) {
    if (error instanceof DatabaseError && CERTAINLY_UNDONE.test(error.code ?? "")) throw new RecordUnreachable(error);
    throw new CommitUnsure("commit", { cause: error });
  }
}

async function readOn(
  on: Pool | PoolClient,
  statement: string,
  values: readonly SqlValue[],
): Promise<readonly SqlRow[]> {
  let at = 0;
  try {
    return (
      await on.query<Record<string, unknown>>(
        statement.replaceAll("?", () => `$${++at}`),
        [...values],
      )
    ).rows;
  } catch (error) {
    throw new RecordUnreachable(error);
  }
}

function refusalOf(error: unknown) {
  if (error instanceof DatabaseError && BUSY.has(error.code ?? "")) return recordDiagnostics.report("record-busy", {});
  return recordDiagnostics.report("record-not-written", { reason: reasonOf(error) });
}
