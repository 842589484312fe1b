import type { Instant } from "../review/model/review-record.ts";
import type { RecordPort } from "../review/record-port.ts";
import type { AccountStore } from "./account-store.ts";
import type { BreachedPasswords } from "./breached-passwords.ts";
import type { KeySeal } from "./secrets/key-seal.ts";
import type { PasswordHasher } from "./secrets/password-hasher.ts";

/** What the steps of this room do to the world. */
export interface AccountEffects {
  readonly store: AccountStore;
  /** The record of review: who the people are and which roles they hold. */
  readonly record: Pick<RecordPort, "read" | "act">;
  readonly passwords: PasswordHasher;
  /** Known to this process alone: what it sealed, it knows again until it stops. */
  readonly secret: Uint8Array;
  /** Keeps keys of authenticators from whoever reads the tables. */
  readonly seal: KeySeal;
  /** Absent where the operator has handed in no list. */
  readonly breached?: BreachedPasswords;
  now(): Instant;
  /** Bytes that nobody can foresee. */
  random(bytes: number): Uint8Array;
}
