import type { AccountStore, AccountTables } from "../../accounts/account-store.ts";
import type { Engine, Sql } from "../record/engine.ts";
import { accountTable } from "./account-table.ts";
import { attemptTable } from "./attempt-table.ts";
import { eventTable } from "./event-table.ts";
import { invitationTable } from "./invitation-table.ts";
import { sessionTable } from "./session-table.ts";

/** Accounts in the tables beside the record. */
export function createAccountStore(engine: Engine): AccountStore {
  return {
    ...tablesOn(engine),
    alone: (work) => engine.alone((sql) => work(tablesOn(sql))),
  };
}

function tablesOn(sql: Sql): AccountTables {
  return {
    ...accountTable(sql),
    ...sessionTable(sql),
    ...invitationTable(sql),
    ...attemptTable(sql),
    ...eventTable(sql),
  };
}
