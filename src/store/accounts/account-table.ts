import { z } from "zod";
import type { AccountTables } from "../../accounts/account-store.ts";
import type { Account } from "../../accounts/model/account.ts";
import type { Sql, SqlRow } from "../record/engine.ts";

const digests = z.array(z.string());

/** How each person proves to be that person. */
export function accountTable(sql: Sql): Pick<AccountTables, "findAccount" | "accounts" | "putAccount"> {
  return {
    async findAccount(person) {
      const [row] = await sql.run("SELECT * FROM account WHERE person = ?", person);
      return row === undefined ? undefined : toAccount(row);
    },
    async accounts() {
      return (await sql.run("SELECT * FROM account ORDER BY person")).map(toAccount);
    },
    async putAccount({ person, proof, locked }) {
      await sql.run("DELETE FROM account WHERE person = ?", person);
      await sql.run(
        "INSERT INTO account (person, password_hash, totp_key, totp_step, recovery_codes, locked) VALUES (?, ?, ?, ?, ?, ?)",
        person,
        proof?.passwordHash ?? null,
        proof?.sealedTotpKey ?? null,
        proof?.totpStep ?? null,
        proof === undefined ? null : JSON.stringify(proof.recoveryCodes),
        locked ?? null,
      );
    },
  };
}

function toAccount(row: SqlRow): Account {
  const proof = {
    passwordHash: String(row.password_hash),
    sealedTotpKey: String(row.totp_key),
    totpStep: Number(row.totp_step),
    recoveryCodes: digests.parse(JSON.parse(String(row.recovery_codes ?? "[]"))),
  };
  return {
    person: String(row.person),
    ...(row.password_hash === null ? {} : { proof }),
    ...(row.locked === null ? {} : { locked: String(row.locked) }),
  };
}
