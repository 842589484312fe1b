import type { Person } from "../../review/model/review-record.ts";
import { RecordUnreachable } from "../../review/record-unreachable.ts";
import type { AccountEffects } from "../account-effects.ts";
import type { Session } from "../model/account.ts";
import { isInUse, isSeenLongAgo } from "../rules/session-rules.ts";
import { digestOf } from "../secrets/token.ts";
import { findMember } from "./find-member.ts";

/** A session that counts now, and whose it is. */
export interface Found {
  readonly session: Session;
  readonly member: Person;
}

/** The session of a token; nothing when it has ended, its person holds no role any more, or the account is locked. */
export async function findSession(
  token: string,
  effects: Pick<AccountEffects, "store" | "record" | "now">,
): Promise<Found | undefined> {
  const { store, now } = effects;
  const session = await store.findSession(digestOf(token));
  if (session === undefined || !isInUse(session, now())) return undefined;
  const member = await findMember(session.person, effects);
  const account = await store.findAccount(session.person);
  if (member === undefined || account?.locked !== undefined) return undefined;
  if (!isSeenLongAgo(session, now())) return { session, member };
  const seen = { ...session, seen: now() };
  try {
    // Another request may end it at this moment: what has ended is not written back.
    await store.touchSession(session.id, seen.seen);
  } catch (error) {
    // Where nothing can be written (a full disk, a record that may only be read) it counts all the same, and ends sooner.
    if (!(error instanceof RecordUnreachable)) throw error;
    return { session, member };
  }
  return { session: seen, member };
}
