import type { Instant } from "./review-record.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours within which an emergency correction must be ratified (design, section 9). */
export const HOURS_TO_RATIFY = 72;
/** Days after the due date until a text that nobody confirmed expires: a quarter of a year to look at it again. */
export const DAYS_OF_GRACE = 90;

export function addHours(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * HOUR).toISOString();
}

export function addDays(at: Instant, days: number): Instant {
  return new Date(Date.parse(at) + days * DAY).toISOString();
}

/** The same day so many months later; the last day of a month that is shorter. */
export function addMonths(at: Instant, months: number): Instant {
  const from = new Date(at);
  const day = from.getUTCDate();
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(day, lastDay));
  return to.toISOString();
}
