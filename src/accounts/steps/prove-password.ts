import { createHmac } from "node:crypto";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { addHours } from "../../review/model/calendar.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";
import type { AccountEffects } from "../account-effects.ts";
import { countedAs } from "../client-address.ts";
import type { Account } from "../model/account.ts";
import { addressLockedUntil, lockedUntil, REMEMBERED_HOURS } from "../rules/lock-out.ts";
import { isBrowserOf } from "../secrets/known-browser.ts";
import { digestOf } from "../secrets/token.ts";

/** No password that may be chosen is longer; whatever else is sent is not hashed at any length. */
const MOST_TYPED = 512;

/** Under which digest the attempts of a name are counted. */
export function nameOf(typed: string): string {
  return digestOf(`name ${typed.trim().toLowerCase().slice(0, MOST_TYPED)}`);
}

/** Where an attempt comes from. */
export interface AttemptFrom {
  /** Undefined: it cannot be told, and is not counted. */
  readonly address?: string | undefined;
  /** What the browser keeps of an earlier proof in it. */
  readonly knownBrowser?: string | undefined;
}

/**
 * Whether this is the password of the account of that name. The attempt is counted before the password is looked at, so that a hundred
 * at once are no more than a hundred one by one; whoever then proves it clears the count.
 */
export async function provePassword(
  name: string,
  password: string,
  effects: Pick<AccountEffects, "store" | "passwords" | "now" | "secret">,
  from: AttemptFrom = {},
): Promise<Result<Account>> {
  const { store, passwords } = effects;
  if (passwords.isBusy) return failed(accountDiagnostics.report("account-busy", {}));
  const counted = await countAttempt(name, from, effects);
  if (!counted.ok) return counted;
  const account = await store.findAccount(name.trim().toLowerCase());
  // What is longer than any password is none, and is not cut into one; something is hashed all the same.
  const typed = password.length > MOST_TYPED ? "" : password;
  const matches = await passwords.matches(typed, account?.proof?.passwordHash);
  if (account?.proof === undefined || !matches) return refuse(name, account, "password", effects);
  return ok(account);
}

function countAttempt(
  name: string,
  from: AttemptFrom,
  { store, now, secret }: Pick<AccountEffects, "store" | "now" | "secret">,
): Promise<Result<null>> {
  const key = nameOf(name);
  const isKnown = isBrowserOf(name.trim().toLowerCase(), from.knownBrowser, secret);
  const place = from.address === undefined || isKnown ? undefined : placeOf(from.address, secret);
  return store.alone(async (tables) => {
    const until = lockedUntil(await tables.attempts(key), now());
    if (until !== undefined) return failed(accountDiagnostics.report("account-too-many-attempts", { until }));
    if (place !== undefined) {
      const free = addressLockedUntil(await tables.attempts(place), now());
      if (free !== undefined) return failed(accountDiagnostics.report("account-address-busy", { until: free }));
      await tables.addAttempt(place, now(), addHours(now(), -REMEMBERED_HOURS));
    }
    await tables.addAttempt(key, now(), addHours(now(), -REMEMBERED_HOURS));
    return ok(null);
  });
}

/** Under what the attempts of an address are counted. Nobody who reads the tables learns the address from it. */
function placeOf(address: string, secret: Uint8Array): string {
  return createHmac("sha256", secret)
    .update(`address ${countedAs(address)}`)
    .digest("hex");
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
