import type { AccountTables } from "../../accounts/account-store.ts";
import { type Session, WAYS } from "../../accounts/model/account.ts";
import type { Sql, SqlRow } from "../record/engine.ts";

/** Browsers that somebody is signed in with, by the digests of their tokens. */
export function sessionTable(
  sql: Sql,
): Pick<AccountTables, "findSession" | "sessionsOf" | "putSession" | "touchSession" | "endSession"> {
  return {
    async findSession(id) {
      const [row] = await sql.run("SELECT * FROM session WHERE id = ?", id);
      return row === undefined ? undefined : toSession(row);
    },
    async sessionsOf(person) {
      return (await sql.run("SELECT * FROM session WHERE person = ? ORDER BY started, id", person)).map(toSession);
    },
    async putSession({ id, person, way, started, proved, seen, browser }) {
      await sql.run(
        "INSERT INTO session (id, person, way, started, proved, seen, browser) VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        person,
        way,
        started,
        proved ?? null,
        seen,
        browser,
      );
    },
    async touchSession(id, seen) {
      await sql.run("UPDATE session SET seen = ? WHERE id = ?", seen, id);
    },
    async endSession(id) {
      return (await sql.run("DELETE FROM session WHERE id = ? RETURNING id", id)).length > 0;
    },
  };
}

function toSession(row: SqlRow): Session {
  const way = WAYS.find((known) => known === row.way);
  if (way === undefined) throw new Error(`a session of no known way: ${String(row.way)}`);
  return {
    id: String(row.id),
    person: String(row.person),
    way,
    started: String(row.started),
    ...(row.proved === null ? {} : { proved: String(row.proved) }),
    seen: String(row.seen),
    browser: String(row.browser),
  };
}
