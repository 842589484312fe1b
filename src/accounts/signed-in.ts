import type { PersonId } from "../review/model/review-record.ts";

/** Who sent a request, proven by a session. */
export interface SignedIn {
  readonly person: PersonId;
  /** Proved again within the last ten minutes: asked for before signing. */
  readonly fresh: boolean;
}

/** Finds who sent a request; nothing when nobody is signed in or the session has ended. */
export type FindSignedIn = (request: Request) => SignedIn | undefined;
