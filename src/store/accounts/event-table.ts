import type { AccountTables } from "../../accounts/account-store.ts";
import { ACCOUNT_EVENTS, type AccountEvent } from "../../accounts/model/account-event.ts";
import type { Sql, SqlRow } from "../record/engine.ts";

/** The account journal. What stands in it is never changed and never removed. */
export function eventTable(sql: Sql): Pick<AccountTables, "append" | "journal"> {
  return {
    async append({ recorded, event, person, by, detail }) {
      await sql.run(
        "INSERT INTO account_event (sequence, recorded, event, person, came_by, detail) SELECT coalesce(max(sequence), 0) + 1, ?, ?, ?, ?, ? FROM account_event",
        recorded,
        event,
        person ?? null,
        by,
        detail,
      );
    },
    async journal() {
      return (await sql.run("SELECT * FROM account_event ORDER BY sequence")).map(toEvent);
    },
  };
}

function toEvent(row: SqlRow): AccountEvent {
  const event = ACCOUNT_EVENTS.find((known) => known === row.event);
  if (event === undefined) throw new Error(`no known account event: ${String(row.event)}`);
  return {
    recorded: String(row.recorded),
    event,
    ...(row.person === null ? {} : { person: String(row.person) }),
    by: row.came_by === "web" ? "web" : "command-line",
    detail: String(row.detail),
  };
}
