import { failed, ok, type Result } from "../../kernel/result.ts";
import type { Instant, PersonId } from "../../review/model/review-record.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";
import type { AccountEffects } from "../account-effects.ts";
import { type Begun, beginSession } from "../steps/begin-session.ts";
import { findMember } from "../steps/find-member.ts";
import { type Claims, findMapped, type SingleSignOnRules, satisfies } from "./rules.ts";

export interface ClaimedSignIn {
  readonly claims: Claims;
  readonly rules: SingleSignOnRules;
  readonly browser: string;
  readonly previous?: string;
  /** Who is signed in already and was to prove it again: it must be the same person. */
  readonly again?: PersonId;
}

/** Signs in the person for whom the provider vouches. It proves who somebody is; the record says what they may do. */
export async function signInByClaims(request: ClaimedSignIn, effects: AccountEffects): Promise<Result<Begun>> {
  const { claims, rules, browser, previous, again } = request;
  const { store, now, random } = effects;
  const mapped = findMapped(claims, rules);
  const member = mapped === undefined ? undefined : await findMember(mapped, effects);
  const at = now();
  return store.alone<Begun>(async (tables) => {
    const account = member === undefined ? undefined : await tables.findAccount(member.id);
    const isAllowed = member !== undefined && satisfies(claims, member, rules) && (again ?? member.id) === member.id;
    if (!isAllowed || account?.locked !== undefined)
      return failed(accountDiagnostics.report("single-sign-on-refused", {}));
    const proved = provedAt(claims, at);
    const begun = await beginSession(
      tables,
      {
        person: member.id,
        way: "single-sign-on",
        browser,
        ...(proved === undefined ? {} : { proved }),
        ...(previous === undefined ? {} : { previous }),
      },
      { now: at, random },
    );
    const event = again === undefined ? "signed-in" : "proved-again";
    await tables.append({ recorded: at, event, person: member.id, by: "web", detail: "single-sign-on" });
    return ok(begun);
  });
}

/** When the person proved it to the provider. Where it does not say, nothing is fresh (OWASP ASVS 5.0, V6.8.4); never later than now. */
function provedAt({ auth_time: seconds }: Claims, now: Instant): Instant | undefined {
  if (typeof seconds !== "number" || !Number.isSafeInteger(seconds) || seconds < 0) return undefined;
  return seconds * 1000 > Date.parse(now) ? now : new Date(seconds * 1000).toISOString();
}
