import type { Instant } from "../model/review-record.ts";

export const PENDING_CAUTION =
  "Pending human review: nobody has yet approved this text. Check it against the sources before you act on it.";

const day = (at: Instant) => at.slice(0, 10);
const listed = (reasons: readonly string[]) => reasons.map((reason) => reason.replace(/\.$/, "")).join("; ");

/** What readers are told of a text that is not simply approved, each in one place. Dates are those of the record. */
export const cautions = {
  flagged: (reasons: readonly string[]) =>
    `The board is looking at this text again: ${listed(reasons)}. Check it against the sources before you act on it.`,
  correction: (reason: string, ratifyBy: Instant) =>
    `Emergency correction by the safety officer alone: ${listed([reason])}. The board has until ${day(ratifyBy)} to ratify it.`,
  due: (nextDue: Instant) =>
    `The board was to look at this text again by ${day(nextDue)} and has not done so yet. Look for newer evidence.`,
  expired: (nextDue: Instant) =>
    `Expired: the board was to look at this text again by ${day(nextDue)} and has not done so. Answers are no longer made from it.`,
  withdrawn: (reason: string) => `This text has been withdrawn: ${listed([reason])}. Do not use it.`,
  notYetPublished: (edition: number) => `Approved and not yet published: edition ${edition} is still the one in force.`,
  replaced: (edition: number | undefined) =>
    edition === undefined
      ? "This edition is no longer in force. Ask whoever runs this server for the current one."
      : `Edition ${edition} has replaced this text. Ask whoever runs this server for it.`,
  lapsed: (edition: number | undefined) =>
    edition === undefined
      ? "An emergency correction that the board did not ratify: it no longer holds. Do not use it."
      : `An emergency correction that the board did not ratify: it no longer holds, and edition ${edition} does. Do not use it.`,
} as const;
