import { failed, ok, type Result } from "../../kernel/result.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";
import type { AccountEffects } from "../account-effects.ts";
import type { AccountTables } from "../account-store.ts";
import type { Account, Proof, Session } from "../model/account.ts";
import type { AccountEvent } from "../model/account-event.ts";
import { isFresh } from "../rules/session-rules.ts";
import { isOffered, type OfferedKey } from "../secrets/offered-key.ts";
import { findStep } from "../secrets/one-time-code.ts";
import { digestOfRecoveryCode, newRecoveryCodes } from "../secrets/recovery-codes.ts";
import { type Begun, beginSession } from "./begin-session.ts";
import { checkNewPassword } from "./check-new-password.ts";
import { endThem } from "./end-sessions.ts";
import type { Found } from "./find-session.ts";
import { nameOf, provePassword } from "./prove-password.ts";

/** Who changes how they sign in, with the token of the session that they do it in. */
export interface Changing extends Found {
  readonly token: string;
}

/** A new password, on the old one. All sessions end; the browser that did it gets a new one. */
export async function changePassword(
  changing: Changing,
  { current, password }: { readonly current: string; readonly password: string },
  effects: AccountEffects,
): Promise<Result<Begun>> {
  const { session, member } = changing;
  const names = [member.id, member.name];
  const faults = [...requireFresh(session, effects), ...(await checkNewPassword(password, names, effects))];
  if (faults.length > 0) return failed(...faults);
  const proven = await provePassword(member.id, current, effects);
  if (!proven.ok) return proven;
  const passwordHash = await effects.passwords.hash(password);
  return changeProof(changing, "password-changed", (proof) => ({ ...proof, passwordHash }), effects);
}

/** Another authenticator. The code shows that it has the new key. */
export async function changeSecondFactor(
  changing: Changing,
  { key, code }: { readonly key: OfferedKey; readonly code: string },
  effects: AccountEffects,
): Promise<Result<Begun>> {
  const { person } = changing.session;
  if (!isOffered(key, changing.session.id, effects.secret))
    return failed(accountDiagnostics.report("account-key-outdated", {}));
  const totpStep = findStep(key.totpKey, code, 0, effects.now());
  const faults = [
    ...requireFresh(changing.session, effects),
    ...(totpStep === undefined ? [accountDiagnostics.report("account-code-wrong", { field: "code" })] : []),
  ];
  if (faults.length > 0 || totpStep === undefined) return failed(...faults);
  const sealed = effects.seal.seal(key.totpKey, person);
  if (!sealed.ok) return sealed;
  const sealedTotpKey = sealed.value;
  return changeProof(changing, "second-factor-changed", (proof) => ({ ...proof, sealedTotpKey, totpStep }), effects);
}

/** New recovery codes; the old ones are worth nothing any more. */
export async function renewRecoveryCodes(
  changing: Changing,
  effects: AccountEffects,
): Promise<Result<Begun & { readonly recoveryCodes: readonly string[] }>> {
  const faults = requireFresh(changing.session, effects);
  if (faults.length > 0) return failed(...faults);
  const recoveryCodes = newRecoveryCodes(effects.random);
  const kept = recoveryCodes.map(digestOfRecoveryCode);
  const begun = await changeProof(
    changing,
    "recovery-codes-renewed",
    (proof) => ({ ...proof, recoveryCodes: kept }),
    effects,
  );
  return begun.ok ? ok({ ...begun.value, recoveryCodes }) : begun;
}

function requireFresh(session: Session, { now }: AccountEffects) {
  return isFresh(session, now()) ? [] : [accountDiagnostics.report("account-not-fresh", {})];
}

function changeProof(
  { session: { person, way, proved, browser, id }, token }: Changing,
  event: AccountEvent["event"],
  change: (proof: Proof) => Proof,
  { store, now, random }: AccountEffects,
): Promise<Result<Begun>> {
  return store.alone(async (tables) => {
    const account = await findOwn(tables, person, id);
    if (account?.proof === undefined) return failed(accountDiagnostics.report("account-not-fresh", {}));
    const at = now();
    await tables.putAccount({ ...account, proof: change(account.proof) });
    await tables.clearAttempts(nameOf(person));
    await tables.append({ recorded: at, event, person, by: "web", detail: "" });
    await endThem(tables, { person, except: id, by: "web" }, at);
    const begun = { person, way, browser, previous: token, ...(proved === undefined ? {} : { proved }) };
    return ok(await beginSession(tables, begun, { now: at, random }));
  });
}

/** The account, while the session that asks for the change has not been ended by another. */
async function findOwn(tables: AccountTables, person: string, session: string): Promise<Account | undefined> {
  return (await tables.findSession(session)) === undefined ? undefined : tables.findAccount(person);
}
