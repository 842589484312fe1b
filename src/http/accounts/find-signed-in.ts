import type { AccountEffects } from "../../accounts/account-effects.ts";
import { isFresh } from "../../accounts/rules/session-rules.ts";
import type { FindSignedIn } from "../../accounts/signed-in.ts";
import { findSession } from "../../accounts/steps/find-session.ts";
import { readToken } from "./session-cookie.ts";

/** Finds who sent a request by the cookie of their browser. */
export function createFindSignedIn(
  effects: Pick<AccountEffects, "store" | "record" | "now">,
  address: URL,
): FindSignedIn {
  return async (request) => {
    const token = readToken(request, address);
    const found = token === undefined ? undefined : await findSession(token, effects);
    if (found === undefined) return undefined;
    return { person: found.member.id, fresh: isFresh(found.session, effects.now()) };
  };
}
