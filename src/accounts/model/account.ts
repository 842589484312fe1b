import type { Instant, PersonId } from "../../review/model/review-record.ts";

/** How a person of the record proves to be that person. Who they are and what they may do stands in the record alone. */
export interface Account {
  readonly person: PersonId;
  /** Absent where somebody only ever came through the hospital's single sign-on. */
  readonly proof?: Proof;
  /** Since when an administrator keeps it locked. */
  readonly locked?: Instant;
}

/** Two factors: something known, and something held. */
export interface Proof {
  /** Argon2id in the PHC string format. */
  readonly passwordHash: string;
  /** Key of the authenticator (RFC 6238), sealed for this person. */
  readonly sealedTotpKey: string;
  /** The last time step whose code was taken: no code is taken twice. */
  readonly totpStep: number;
  /** Digests of the recovery codes that were not used yet. */
  readonly recoveryCodes: readonly string[];
}

/** How somebody signed in. */
export const WAYS = ["invitation", "one-time-code", "recovery-code", "single-sign-on"] as const;
export type Way = (typeof WAYS)[number];

/** One browser that somebody is signed in with. The token is the browser's; here is its digest. */
export interface Session {
  readonly id: string;
  readonly person: PersonId;
  readonly way: Way;
  readonly started: Instant;
  /** When the person last proved who they are; absent where single sign-on did not say. */
  readonly proved?: Instant;
  readonly seen: Instant;
  /** What the browser called itself. */
  readonly browser: string;
}

/** A link that lets somebody choose the two factors of an account, once. */
export interface Invitation {
  readonly id: string;
  /** Absent for the first administrator, whom nobody could name. */
  readonly person?: PersonId;
  readonly expires: Instant;
}
