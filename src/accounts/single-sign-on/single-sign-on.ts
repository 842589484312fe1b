import type { Result } from "../../kernel/result.ts";
import type { Claims, SingleSignOnRules } from "./rules.ts";

/** What has to come back from the provider with the browser: OAuth's `state`, OpenID Connect's `nonce`, and the secret of PKCE (RFC 7636). */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The provider was asked to have the person prove it anew. */
  readonly again: boolean;
}

/** The hospital's OpenID provider. */
export interface SingleSignOn {
  readonly rules: SingleSignOnRules;
  /** Where the browser goes, and what it must come back with. */
  begin(request: {
    readonly callback: URL;
    readonly again: boolean;
  }): Promise<Result<{ readonly url: URL; readonly pending: PendingSignIn }>>;
  /** The claims that the provider signed, from the address that the browser came back to. */
  finish(callback: URL, pending: PendingSignIn): Promise<Result<Claims>>;
}
