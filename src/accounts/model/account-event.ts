import type { Instant, PersonId } from "../../review/model/review-record.ts";

/** What the account journal tells of. */
export const ACCOUNT_EVENTS = [
  "invited",
  "invitation-accepted",
  "signed-in",
  "proved-again",
  "sign-in-refused",
  "locked-out",
  "signed-out",
  "sessions-ended",
  "password-changed",
  "second-factor-changed",
  "recovery-codes-renewed",
  "locked",
  "unlocked",
] as const;

/** One line of the journal: appended, never changed, without passwords, codes or what was typed as a name. */
export interface AccountEvent {
  readonly recorded: Instant;
  readonly event: (typeof ACCOUNT_EVENTS)[number];
  /** Whose account; absent where there is none of the name that was given. */
  readonly person?: PersonId;
  /** Who did it to another's account, or from where. */
  readonly by: "web" | "command-line";
  /** One of a few fixed phrases: why, which way, how many. */
  readonly detail: string;
}
