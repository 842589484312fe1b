import type { Instant, PersonId } from "../../review/model/review-record.ts";
import type { AccountTables } from "../account-store.ts";
import type { Session, Way } from "../model/account.ts";
import { isInUse } from "../rules/session-rules.ts";
import { digestOf, newToken } from "../secrets/token.ts";

/** What a browser calls itself is printed in the list of sessions: a line of it is enough. */
const MOST_BROWSER = 160;

/** A request to begin a session, from which browser, in the place of which token. */
export interface Beginning {
  readonly person: PersonId;
  readonly way: Way;
  readonly proved?: Instant;
  readonly browser: string;
  /** The token that the browser had before: it ends, whosever it was. */
  readonly previous?: string;
}

/** What a browser is given: the token is in no other place. */
export interface Begun {
  readonly token: string;
  readonly person: PersonId;
}

/**
 * Begins a session under a new token. A token that a browser brings along is never taken over, so nobody can be made to use a session
 * that somebody else knows. Sessions that have run out are cleared away.
 */
export async function beginSession(
  tables: AccountTables,
  { person, way, proved, browser, previous }: Beginning,
  { now, random }: { readonly now: Instant; random(bytes: number): Uint8Array },
): Promise<Begun> {
  if (previous !== undefined) await tables.endSession(digestOf(previous));
  for (const old of await tables.sessionsOf(person)) if (!isInUse(old, now)) await tables.endSession(old.id);
  const token = newToken(random);
  const session: Session = {
    id: digestOf(token),
    person,
    way,
    started: now,
    ...(proved === undefined ? {} : { proved }),
    seen: now,
    browser: browser.replace(/[^\x20-\x7e]/g, "").slice(0, MOST_BROWSER),
  };
  await tables.putSession(session);
  return { token, person };
}
