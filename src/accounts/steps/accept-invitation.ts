import { failed, ok, type Result } from "../../kernel/result.ts";
import type { PersonId } from "../../review/model/review-record.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";
import type { AccountEffects } from "../account-effects.ts";
import type { Invitation } from "../model/account.ts";
import { isOffered, type OfferedKey } from "../secrets/offered-key.ts";
import { findStep } from "../secrets/one-time-code.ts";
import { digestOfRecoveryCode, newRecoveryCodes } from "../secrets/recovery-codes.ts";
import { digestOf } from "../secrets/token.ts";
import { type Begun, beginSession } from "./begin-session.ts";
import { checkNewPassword } from "./check-new-password.ts";
import { endThem } from "./end-sessions.ts";
import { findMember } from "./find-member.ts";
import { nameOf } from "./prove-password.ts";

/** An invitation that can still be accepted, and for whom. */
export interface OpenInvitation extends Invitation {
  /** The name of the person as the record has it; absent for the first administrator. */
  readonly name?: string;
}

export async function findInvitation(token: string, effects: AccountEffects): Promise<OpenInvitation | undefined> {
  const invitation = await effects.store.findInvitation(digestOf(token));
  if (invitation === undefined || invitation.expires <= effects.now()) return undefined;
  // Nobody is invited to be the first where somebody is there already.
  if (invitation.person === undefined) return (await effects.record.read()).people.size > 0 ? undefined : invitation;
  const member = await findMember(invitation.person, effects);
  return member === undefined ? undefined : { ...invitation, name: member.name };
}

/** What an invited person chose. */
export interface Acceptance {
  readonly token: string;
  /** Who the first administrator is; of others the record knows it. */
  readonly first: { readonly person: PersonId; readonly name: string };
  readonly password: string;
  readonly key: OfferedKey;
  readonly code: string;
  readonly browser: string;
  readonly previous?: string;
}

/** A session, and codes that are shown this once. */
export interface Accepted extends Begun {
  readonly recoveryCodes: readonly string[];
}

/** Makes the account, or replaces how one signs in; ends all sessions; signs the person in. Of two who accept at once one wins. */
export async function acceptInvitation(given: Acceptance, effects: AccountEffects): Promise<Result<Accepted>> {
  const { passwords, secret, seal, now } = effects;
  const invitation = await findInvitation(given.token, effects);
  if (invitation === undefined) return failed(accountDiagnostics.report("account-invitation-ended", {}));
  const person = invitation.person ?? given.first.person;
  if (!isOffered(given.key, invitation.id, secret))
    return failed(accountDiagnostics.report("account-key-outdated", {}));
  const totpStep = findStep(given.key.totpKey, given.code, 0, now());
  const faults = [
    ...(await checkNewPassword(given.password, [person, invitation.name ?? given.first.name], effects)),
    ...(totpStep === undefined ? [accountDiagnostics.report("account-code-wrong", { field: "code" })] : []),
  ];
  if (faults.length > 0 || totpStep === undefined) return failed(...faults);
  const sealed = seal.seal(given.key.totpKey, person);
  if (!sealed.ok) return sealed;
  const passwordHash = await passwords.hash(given.password);
  const admitted = invitation.person === undefined ? await admitFirst(given, effects) : ok(null);
  if (!admitted.ok) return admitted;
  return enrol(invitation, { ...given, person, passwordHash, sealedTotpKey: sealed.value, totpStep }, effects);
}

/** The record takes one administrator who enters themselves while it is empty, and only one. */
async function admitFirst({ first: { person, name } }: Acceptance, { record }: AccountEffects): Promise<Result<null>> {
  const body = { person, name, roles: ["administrator"] };
  const admitted = await record.act({ agent: person, activity: "admit-person", body }, "desk");
  if (admitted.ok) return ok(null);
  const isLate = (await record.read()).people.size > 0;
  return isLate ? failed(accountDiagnostics.report("account-invitation-ended", {})) : admitted;
}

interface Enrolment extends Acceptance {
  readonly person: PersonId;
  readonly passwordHash: string;
  readonly sealedTotpKey: string;
  readonly totpStep: number;
}

function enrol(
  { id }: Invitation,
  { person, passwordHash, sealedTotpKey, totpStep, browser, previous }: Enrolment,
  { store, now, random }: AccountEffects,
): Promise<Result<Accepted>> {
  const recoveryCodes = newRecoveryCodes(random);
  return store.alone(async (tables) => {
    if (!(await tables.takeInvitation(id))) return failed(accountDiagnostics.report("account-invitation-ended", {}));
    const at = now();
    const account = await tables.findAccount(person);
    const proof = { passwordHash, sealedTotpKey, totpStep, recoveryCodes: recoveryCodes.map(digestOfRecoveryCode) };
    // An invitation does not unlock: whoever locked the account decides when it opens.
    await tables.putAccount({ person, proof, ...(account?.locked === undefined ? {} : { locked: account.locked }) });
    await tables.clearAttempts(nameOf(person));
    await endThem(tables, { person, by: "web" }, at);
    await tables.append({ recorded: at, event: "invitation-accepted", person, by: "web", detail: "" });
    const way = "invitation" as const;
    const begun = await beginSession(
      tables,
      { person, way, proved: at, browser, ...(previous === undefined ? {} : { previous }) },
      { now: at, random },
    );
    return ok({ ...begun, recoveryCodes });
  });
}
