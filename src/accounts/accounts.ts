import type { FindSignedIn } from "./signed-in.ts";

/** Accounts as the edges use them: each is only a way to prove to be a person of the record. */
export interface Accounts {
  readonly findSignedIn: FindSignedIn;
}
