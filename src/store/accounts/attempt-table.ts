import type { AccountTables } from "../../accounts/account-store.ts";
import type { Sql } from "../record/engine.ts";

/** Attempts to sign in that have not succeeded, by the digest of the name that was typed. */
export function attemptTable(sql: Sql): Pick<AccountTables, "attempts" | "addAttempt" | "clearAttempts"> {
  return {
    async attempts(name) {
      const rows = await sql.run("SELECT at FROM sign_in_attempt WHERE name = ? ORDER BY at", name);
      return rows.map((row) => String(row.at));
    },
    async addAttempt(name, at, forget) {
      await sql.run("DELETE FROM sign_in_attempt WHERE at < ?", forget);
      await sql.run("INSERT INTO sign_in_attempt (name, at) VALUES (?, ?)", name, at);
    },
    async clearAttempts(name) {
      await sql.run("DELETE FROM sign_in_attempt WHERE name = ?", name);
    },
  };
}
