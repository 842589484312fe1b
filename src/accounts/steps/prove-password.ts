import { failed, ok, type Result } from "../../kernel/result.ts";
import { addHours } from "../../review/model/calendar.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";
import type { AccountEffects } from "../account-effects.ts";
import type { Account } from "../model/account.ts";
import { lockedUntil, REMEMBERED_HOURS } from "../rules/lock-out.ts";
import { digestOf } from "../secrets/token.ts";

/** No password that may be chosen is longer; whatever else is sent is not hashed at any length. */
const MOST_TYPED = 512;

/** Under which digest the attempts of a name are counted. */
export function nameOf(typed: string): string {
  return digestOf(`name ${typed.trim().toLowerCase().slice(0, MOST_TYPED)}`);
}

/**
 * Whether this is the password of the account of that name. The attempt is counted before the password is looked at, so that a hundred
 * at once are no more than a hundred one by one; whoever then proves it clears the count.
 */
export async function provePassword(
  name: string,
  password: string,
  effects: Pick<AccountEffects, "store" | "passwords" | "now">,
): Promise<Result<Account>> {
  const { store, passwords } = effects;
  if (passwords.isBusy) return failed(accountDiagnostics.report("account-busy", {}));
  const counted = await countAttempt(name, effects);
  if (!counted.ok) return counted;
  const account = await store.findAccount(name.trim().toLowerCase());
  const matches = await passwords.matches(password.slice(0, MOST_TYPED), account?.proof?.passwordHash);
  if (account?.proof === undefined || !matches) return refuse(name, account, "password", effects);
  return ok(account);
}

function countAttempt(name: string, { store, now }: Pick<AccountEffects, "store" | "now">): Promise<Result<null>> {
  const key = nameOf(name);
  return store.alone(async (tables) => {
    const until = lockedUntil(await tables.attempts(key), now());
    if (until !== undefined) return failed(accountDiagnostics.report("account-too-many-attempts", { until }));
    await tables.addAttempt(key, now(), addHours(now(), -REMEMBERED_HOURS));
    return ok(null);
  });
}

/** Writes a refusal into the journal, and that it locks the name out. The caller is told the same whatever was wrong. */
export async function refuse(
  name: string,
  account: Account | undefined,
  detail: "password" | "second factor" | "no role in the record",
  { store, now }: Pick<AccountEffects, "store" | "now">,
): Promise<Result<never>> {
  const event = { recorded: now(), ...(account === undefined ? {} : { person: account.person }), by: "web" } as const;
  const written = await store.alone(async (tables) => {
    await tables.append({ ...event, event: "sign-in-refused", detail });
    const attempts = await tables.attempts(nameOf(name));
    if (lockedUntil(attempts, now()) !== undefined)
      await tables.append({ ...event, event: "locked-out", detail: `${attempts.length} attempts failed` });
    return ok(null);
  });
  return written.ok ? failed(accountDiagnostics.report("account-not-proven", {})) : written;
}
