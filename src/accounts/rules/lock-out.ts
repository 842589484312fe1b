import type { Instant } from "../../review/model/review-record.ts";

const MINUTE = 60_000;

/** Attempts that may fail before anybody has to wait. */
export const FREE_ATTEMPTS = 5;
const LONGEST_WAIT_MINUTES = 60;
/** An attempt is forgotten after a day. */
export const REMEMBERED_HOURS = 24;
/** Attempts that one address may make within an hour in browsers that are not known to those who are named. A ward signs in behind one address. */
export const ATTEMPTS_PER_ADDRESS = 100;
/** An attempt later than now was counted before the clock was set back: it does not bind. */
const TOLERANCE_MS = 2 * MINUTE;

/**
 * Until when nobody may try again under a name: one minute after the fifth failure in a row, twice as long after each further one, at
 * most an hour. So whoever guesses has some thirty attempts a day, and whoever locks a colleague out does so for an hour at most.
 */
export function lockedUntil(attempts: readonly Instant[], now: Instant): Instant | undefined {
  const at = Date.parse(now);
  const counted = attempts
    .map((attempt) => Date.parse(attempt))
    .filter((attempt) => attempt > at - REMEMBERED_HOURS * 60 * MINUTE && attempt <= at + TOLERANCE_MS);
  if (counted.length < FREE_ATTEMPTS) return undefined;
  const wait = Math.min(LONGEST_WAIT_MINUTES, 2 ** (counted.length - FREE_ATTEMPTS));
  const until = Math.max(...counted) + wait * MINUTE;
  return until > at ? new Date(until).toISOString() : undefined;
}

/**
 * Until when nobody may try from an address in a browser that is not known: when the attempts of the last hour are too many, an hour after the
 * one that has to be forgotten. It stops whoever tries one password under many names, which no limit by name sees.
 */
export function addressLockedUntil(attempts: readonly Instant[], now: Instant): Instant | undefined {
  const at = Date.parse(now);
  const hour = 60 * MINUTE;
  const counted = attempts
    .map((attempt) => Date.parse(attempt))
    .filter((attempt) => attempt > at - hour && attempt <= at + TOLERANCE_MS)
    .toSorted((left, right) => left - right);
  const oldest = counted.at(-ATTEMPTS_PER_ADDRESS);
  return oldest === undefined ? undefined : new Date(oldest + hour).toISOString();
}
