import type { PersonId } from "../review/model/review-record.ts";

/** Who sent a request, proven by a session. */
export interface SignedIn {
  readonly person: PersonId;
  /** Proved again within the last ten minutes: asked for before signing. */
  readonly fresh: boolean;
}

/** Finds who sent a request; nothing when nobody is signed in or the session has ended. Looks into the record's store, which may be elsewhere. */
export type FindSignedIn = (request: Request) => Promise<SignedIn | undefined>;
