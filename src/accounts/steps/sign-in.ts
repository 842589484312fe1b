import { failed, ok, type Result } from "../../kernel/result.ts";
import type { PersonId } from "../../review/model/review-record.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";
import type { AccountEffects } from "../account-effects.ts";
import type { Proof, Way } from "../model/account.ts";
import { findStep } from "../secrets/one-time-code.ts";
import { isWeaker } from "../secrets/password-hash.ts";
import { digestOfRecoveryCode } from "../secrets/recovery-codes.ts";
import { type Begun, beginSession } from "./begin-session.ts";
import { findMember } from "./find-member.ts";
import { type AttemptFrom, nameOf, provePassword, refuse } from "./prove-password.ts";

/** Both factors, as they were typed, and the browser that they come from. */
export interface SignInRequest {
  readonly name: string;
  readonly password: string;
  /** Of the authenticator, or one of the recovery codes. */
  readonly code: string;
  readonly browser: string;
  /** The token that the browser came with: its session ends, and when it was this person's, the proof was a further one. */
  readonly previous?: string;
  readonly again?: boolean;
  /** Absent: nothing is counted by address. */
  readonly from?: AttemptFrom;
}

/** Signs somebody in who proves both factors; says no more than that they do not fit together. */
export async function signIn(request: SignInRequest, effects: AccountEffects): Promise<Result<Begun>> {
  const { store, passwords, now, random } = effects;
  const { name, password, code, browser, previous, again = false, from } = request;
  const proven = await provePassword(name, password, effects, from);
  if (!proven.ok) return proven;
  const { person } = proven.value;
  const member = await findMember(person, effects);
  if (member === undefined) return refuse(name, proven.value, "no role in the record", effects);
  const checkedHash = proven.value.proof?.passwordHash ?? "";
  const renewedHash = isWeaker(checkedHash) ? await passwords.hash(password) : checkedHash;
  const begun = await store.alone<Begun | "second factor">(async (tables) => {
    // Read again, alone: meanwhile the password may have been changed, or this very code taken.
    const account = await tables.findAccount(person);
    if (account?.proof === undefined || account.proof.passwordHash !== checkedHash) return ok("second factor");
    const takenCode = takeCode({ ...account, proof: account.proof }, code, effects);
    if (!takenCode.ok) return takenCode;
    const taken = takenCode.value;
    if (taken === undefined) return ok("second factor");
    if (account.locked !== undefined) return failed(accountDiagnostics.report("account-locked", {}));
    await tables.putAccount({ ...account, proof: { ...taken.proof, passwordHash: renewedHash } });
    await tables.clearAttempts(nameOf(name));
    const at = now();
    const session = await beginSession(
      tables,
      { person, way: taken.way, proved: at, browser, ...(previous === undefined ? {} : { previous }) },
      { now: at, random },
    );
    const event = again ? "proved-again" : "signed-in";
    await tables.append({ recorded: at, event, person, by: "web", detail: taken.way });
    return ok(session);
  });
  if (!begun.ok) return begun;
  return begun.value === "second factor" ? refuse(name, proven.value, "second factor", effects) : ok(begun.value);
}

interface TakenCode {
  readonly proof: Proof;
  readonly way: Way;
}

/** The proof without what the code has used up; nothing when the code is none that is good now. A recovery code needs no key. */
function takeCode(
  { person, proof }: { readonly person: PersonId; readonly proof: Proof },
  typed: string,
  { seal, now }: Pick<AccountEffects, "seal" | "now">,
): Result<TakenCode | undefined> {
  const digest = digestOfRecoveryCode(typed);
  if (proof.recoveryCodes.includes(digest)) {
    const recoveryCodes = proof.recoveryCodes.filter((kept) => kept !== digest);
    return ok({ proof: { ...proof, recoveryCodes }, way: "recovery-code" });
  }
  const key = seal.open(proof.sealedTotpKey, person);
  if (!key.ok) return key;
  const step = findStep(key.value, typed, proof.totpStep, now());
  return ok(step === undefined ? undefined : { proof: { ...proof, totpStep: step }, way: "one-time-code" });
}
