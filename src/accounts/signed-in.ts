import type { PersonId } from "../review/model/review-record.ts";

/** The person that a request comes from. */
export interface SignedIn {
  readonly person: PersonId;
  /** True while the person has just shown again who they are: asked before something is signed. */
  readonly fresh: boolean;
}

/** Who sent a request; nothing when nobody is signed in. */
export type FindSignedIn = (request: Request) => SignedIn | undefined;
