import type { Result } from "../kernel/result.ts";
import type { Instant, PersonId } from "../review/model/review-record.ts";
import type { Account, Invitation, Session } from "./model/account.ts";
import type { AccountEvent } from "./model/account-event.ts";

/** What is kept of accounts, in the file of the record. */
export interface AccountTables {
  findAccount(person: PersonId): Promise<Account | undefined>;
  accounts(): Promise<readonly Account[]>;
  putAccount(account: Account): Promise<void>;
  findSession(id: string): Promise<Session | undefined>;
  sessionsOf(person: PersonId): Promise<readonly Session[]>;
  putSession(session: Session): Promise<void>;
  /** When a session was last used. One that has ended stays ended. */
  touchSession(id: string, seen: Instant): Promise<void>;
  /** True when it was there. */
  endSession(id: string): Promise<boolean>;
  findInvitation(id: string): Promise<Invitation | undefined>;
  /** In the place of any earlier one for the same person. */
  putInvitation(invitation: Invitation): Promise<void>;
  /** Takes the invitation out; true for the one who did, so that of two who accept it one wins. */
  takeInvitation(id: string): Promise<boolean>;
  /** When sign-in was tried under a name and did not succeed since. Names are kept as digests: people type passwords there. */
  attempts(name: string): Promise<readonly Instant[]>;
  /** Counts an attempt, and forgets those of all names before `forget`. */
  addAttempt(name: string, at: Instant, forget: Instant): Promise<void>;
  clearAttempts(name: string): Promise<void>;
  append(event: AccountEvent): Promise<void>;
  /** The whole journal, the first event first. */
  journal(): Promise<readonly AccountEvent[]>;
}

export interface AccountStore extends AccountTables {
  /** Everything or nothing, and alone among all who write. Nothing is kept of a `work` that fails. */
  alone<T>(work: (tables: AccountTables) => Promise<Result<T>>): Promise<Result<T>>;
}
