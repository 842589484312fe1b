import type { AccountTables } from "../../accounts/account-store.ts";
import { chainStart, hashOf, type JournalLine } from "../../accounts/journal-chain.ts";
import { ACCOUNT_EVENTS, type AccountEvent } from "../../accounts/model/account-event.ts";
import type { Sql, SqlRow } from "../record/engine.ts";

/** The account journal. What stands in it is never changed and never removed; each line seals the one before. */
export function eventTable(sql: Sql): Pick<AccountTables, "append" | "journal"> {
  return {
    async append(event) {
      const [last] = await sql.run("SELECT sequence, hash FROM account_event ORDER BY sequence DESC LIMIT 1");
      const sequence = Number(last?.sequence ?? 0) + 1;
      const isChained = last !== undefined && last.hash !== null;
      const previous = isChained ? String(last.hash) : chainStart(await journalOn(sql));
      const { recorded, person, by, detail } = event;
      await sql.run(
        "INSERT INTO account_event (sequence, recorded, event, person, came_by, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
        sequence,
        recorded,
        event.event,
        person ?? null,
        by,
        detail,
        hashOf({ ...event, sequence }, previous),
      );
    },
    async journal() {
      return (await journalOn(sql)).map(({ sequence: _, hash: __, ...event }): AccountEvent => event);
    },
  };
}

/** The journal with what holds it together, the first line first. */
export async function journalOn(sql: Sql): Promise<readonly JournalLine[]> {
  return (await sql.run("SELECT * FROM account_event ORDER BY sequence")).map(toLine);
}

function toLine(row: SqlRow): JournalLine {
  const event = ACCOUNT_EVENTS.find((known) => known === row.event);
  return {
    sequence: Number(row.sequence),
    recorded: String(row.recorded),
    // What a hand wrote into the table is shown as it stands: the hash then tells that it is not what was sealed.
    event: event ?? (String(row.event) as AccountEvent["event"]),
    ...(row.person === null ? {} : { person: String(row.person) }),
    by: row.came_by === "web" ? "web" : "command-line",
    detail: String(row.detail),
    ...(row.hash === null ? {} : { hash: String(row.hash) }),
  };
}
