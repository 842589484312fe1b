import type { AccountTables } from "../../accounts/account-store.ts";
import type { Sql } from "../record/engine.ts";

/** Links that let somebody choose how they sign in, by the digests of their tokens. */
export function invitationTable(sql: Sql): Pick<AccountTables, "findInvitation" | "putInvitation" | "takeInvitation"> {
  return {
    async findInvitation(id) {
      const [row] = await sql.run("SELECT * FROM invitation WHERE id = ?", id);
      if (row === undefined) return undefined;
      const whose = row.person === null ? {} : { person: String(row.person) };
      return { id: String(row.id), ...whose, expires: String(row.expires) };
    },
    async putInvitation({ id, person, expires }) {
      // `IS NOT DISTINCT FROM` is SQL for "equal, or both absent".
      await sql.run("DELETE FROM invitation WHERE person IS NOT DISTINCT FROM ?", person ?? null);
      await sql.run("INSERT INTO invitation (id, person, expires) VALUES (?, ?, ?)", id, person ?? null, expires);
    },
    async takeInvitation(id) {
      return (await sql.run("DELETE FROM invitation WHERE id = ? RETURNING id", id)).length > 0;
    },
  };
}
