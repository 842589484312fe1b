import * as client from "openid-client";
import { accountDiagnostics } from "../accounts/account-diagnostics.ts";
import { isLoopback } from "../accounts/address.ts";
import type { SingleSignOnRules } from "../accounts/single-sign-on/rules.ts";
import type { SingleSignOn } from "../accounts/single-sign-on/single-sign-on.ts";
import { failed, ok, type Result } from "../kernel/result.ts";

/** Seconds that the provider may take for one answer. */
const PATIENCE = 10;

/**
 * The provider over OpenID Connect: authorization code with PKCE, `state` and `nonce`. What it publishes about itself is read when somebody first
 * wants to sign in, so that Wellspring runs where the provider does not.
 */
export function createOpenIdProvider(rules: SingleSignOnRules, secret: string | undefined): SingleSignOn {
  let discovered: Promise<client.Configuration> | undefined;
  const configuration = () => {
    discovered ??= discover(rules, secret).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };
  return {
    rules,
    begin: ({ callback, again }) =>
      attempt(async () => {
        const pending = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
          again,
        };
        const url = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: callback.href,
          scope: "openid",
          state: pending.state,
          nonce: pending.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
          code_challenge_method: "S256",
          ...(again ? { prompt: "login", max_age: "0" } : {}),
        });
        return { url, pending };
      }),
    finish: (callback, { state, nonce, verifier, again }) =>
      attempt(async () => {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        // A proof that was asked for now may have taken the person some minutes.
        const tokens = await client.authorizationCodeGrant(await configuration(), callback, {
          ...checks,
          ...(again ? { maxAge: 300 } : {}),
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error("the provider gave no ID token");
        return claims;
      }),
  };
}

function discover({ issuer, clientId }: SingleSignOnRules, secret: string | undefined): Promise<client.Configuration> {
  const server = new URL(issuer);
  const isLocal = server.protocol === "http:" && isLoopback(server.hostname);
  return client.discovery(
    server,
    clientId,
    {},
    secret === undefined ? client.None() : client.ClientSecretBasic(secret),
    {
      timeout: PATIENCE,
      // Without it the signature of an ID token that came over TLS is not looked at.
      execute: [client.enableNonRepudiationChecks, ...(isLocal ? [client.allowInsecureRequests] : [])],
    },
  );
}

/** A provider that cannot be reached, or whose answer does not hold, is told by the library's fixed code: answers hold secrets. */
async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    const reason = code ?? (error instanceof Error ? error.name : "unknown");
    return failed(accountDiagnostics.report("single-sign-on-failed", { reason }));
  }
}
