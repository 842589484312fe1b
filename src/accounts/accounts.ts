import type { AccountEffects } from "./account-effects.ts";
import type { FindClientAddress } from "./client-address.ts";
import type { FindSignedIn } from "./signed-in.ts";
import type { SingleSignOn } from "./single-sign-on/single-sign-on.ts";

/** Accounts as the edges use them: each is only a way to prove to be a person of the record. */
export interface Accounts {
  readonly findSignedIn: FindSignedIn;
  readonly effects: AccountEffects;
  /** Where browsers reach this server. Over http that is this machine alone. */
  readonly address: URL;
  /** Who asks, where the proxies before this server are known. */
  readonly clientAddress: FindClientAddress;
  /** Absent where the hospital has no provider, or none was set. */
  readonly singleSignOn?: SingleSignOn;
}
