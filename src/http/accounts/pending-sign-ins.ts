import type { PendingSignIn } from "../../accounts/single-sign-on/single-sign-on.ts";
import type { Instant } from "../../review/model/review-record.ts";

const MINUTES_TO_COME_BACK = 10;
const MOST_PENDING = 1_000;

/** Where somebody was, and wants to go, who is at the provider now. */
export interface Pending extends PendingSignIn {
  readonly next: string;
  readonly since: Instant;
}

/** Browsers that are at the provider, by the digest of a token that only they carry. Kept while the server runs; each comes back once. */
export class PendingSignIns {
  readonly #pending = new Map<string, Pending>();

  put(id: string, pending: Pending): void {
    const [oldest] = this.#pending.keys();
    if (this.#pending.size >= MOST_PENDING && oldest !== undefined) this.#pending.delete(oldest);
    this.#pending.set(id, pending);
  }

  take(id: string, now: Instant): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (pending === undefined) return undefined;
    const minutes = (Date.parse(now) - Date.parse(pending.since)) / 60_000;
    return minutes <= MINUTES_TO_COME_BACK ? pending : undefined;
  }
}
