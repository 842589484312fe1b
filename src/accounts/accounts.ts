import type { AccountEffects } from "./account-effects.ts";
import type { FindSignedIn } from "./signed-in.ts";

/** Accounts as the edges use them: each is only a way to prove to be a person of the record. */
export interface Accounts {
  readonly findSignedIn: FindSignedIn;
  readonly effects: AccountEffects;
  /** Where browsers reach this server. Over http that is this machine alone. */
  readonly address: URL;
}
