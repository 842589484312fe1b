import { failed, ok, type Result } from "../../kernel/result.ts";
import type { PersonId } from "../../review/model/review-record.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";
import type { AccountEffects } from "../account-effects.ts";
import { endThem } from "./end-sessions.ts";
import { nameOf } from "./prove-password.ts";

/** Locks an account, also of a member who has none yet: all sessions end, and no way leads in until it is unlocked. */
export async function lockAccount(person: PersonId, effects: AccountEffects): Promise<Result<null>> {
  const { store, record, now } = effects;
  const isKnown = (await record.read()).people.has(person);
  return store.alone(async (tables) => {
    const account = (await tables.findAccount(person)) ?? (isKnown ? { person } : undefined);
    if (account === undefined) return failed(accountDiagnostics.report("account-unknown", { person }));
    const at = now();
    await tables.putAccount({ ...account, locked: account.locked ?? at });
    await endThem(tables, { person, by: "command-line" }, at);
    await tables.append({ recorded: at, event: "locked", person, by: "command-line", detail: "" });
    return ok(null);
  });
}

/** Unlocks an account, and forgets failed attempts. */
export function unlockAccount(person: PersonId, { store, now }: AccountEffects): Promise<Result<null>> {
  return store.alone(async (tables) => {
    const account = await tables.findAccount(person);
    if (account === undefined) return failed(accountDiagnostics.report("account-unknown", { person }));
    const { locked: _, ...open } = account;
    await tables.putAccount(open);
    await tables.clearAttempts(nameOf(person));
    await tables.append({ recorded: now(), event: "unlocked", person, by: "command-line", detail: "" });
    return ok(null);
  });
}
