import type { Instant } from "../../review/model/review-record.ts";
import type { Session } from "../model/account.ts";

const MINUTE = 60_000;

/** A session that nobody uses for so long ends: people leave their desk on a ward. */
export const IDLE_MINUTES = 30;
/** However much it is used, a session lasts for one working day. */
export const LIFETIME_HOURS = 12;
/** How long a proof counts as fresh, for signing and for changing how one signs in. */
export const FRESH_MINUTES = 10;
/** A clock that was set back by less than this changes nothing; by more, sessions begun in its future are over. */
const TOLERANCE_MS = 2 * MINUTE;

/** Whether a session still counts. */
export function isInUse({ started, seen }: Session, now: Instant): boolean {
  const [from, last, at] = [Date.parse(started), Date.parse(seen), Date.parse(now)];
  return (
    at - last < IDLE_MINUTES * MINUTE &&
    at - from < LIFETIME_HOURS * 60 * MINUTE &&
    Math.max(from, last) - at <= TOLERANCE_MS
  );
}

export function isFresh({ proved }: Session, now: Instant): boolean {
  if (proved === undefined) return false;
  const age = Date.parse(now) - Date.parse(proved);
  return age < FRESH_MINUTES * MINUTE && age >= -TOLERANCE_MS;
}

/** When a session was last used is written once a minute, not with each request. */
export function isSeenLongAgo({ seen }: Session, now: Instant): boolean {
  return Date.parse(now) - Date.parse(seen) >= MINUTE;
}
