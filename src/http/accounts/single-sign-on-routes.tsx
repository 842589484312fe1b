import type { Context, Hono } from "hono";
import { accountDiagnostics } from "../../accounts/account-diagnostics.ts";
import { digestOf, newToken } from "../../accounts/secrets/token.ts";
import { signInByClaims } from "../../accounts/single-sign-on/sign-in-by-claims.ts";
import type { SingleSignOn } from "../../accounts/single-sign-on/single-sign-on.ts";
import type { Begun } from "../../accounts/steps/begin-session.ts";
import { failed, type Result } from "../../kernel/result.ts";
import { respondOnce } from "../page-response.ts";
import { type AccountPages, browserOf } from "./account-context.ts";
import { findOwn, redirectWith } from "./found-session.ts";
import { nextPath } from "./next-path.ts";
import { SignInPage } from "./pages/sign-in-page.tsx";
import { type Pending, PendingSignIns } from "./pending-sign-ins.ts";
import { endedCookie, readToken, sessionCookie } from "./session-cookie.ts";

const CALLBACK = "/account/single-sign-on/callback";

/** Signing in through the hospital's provider: there and back. */
export function mountSingleSignOn(app: Hono, singleSignOn: SingleSignOn, pages: AccountPages): void {
  const pending = new PendingSignIns();
  const { address, effects } = pages.accounts;

  app.get("/account/single-sign-on", async (context) => {
    const next = nextPath(context.req.query("next"));
    // Only a person on a page of this site begins it: elsewhere a link could sign somebody in who does not know of it.
    const site = context.req.header("sec-fetch-site") ?? "same-origin";
    if (site !== "same-origin" && site !== "none")
      return context.redirect(`/account/sign-in?next=${encodeURIComponent(next)}`, 303);
    const again = context.req.query("again") !== undefined;
    const begun = await singleSignOn.begin({ callback: new URL(CALLBACK, address), again });
    if (!begun.ok) return showFailure(context, next, begun, pages);
    const token = newToken(effects.random);
    pending.put(digestOf(token), { ...begun.value.pending, next, since: effects.now() });
    return redirectWith(context, begun.value.url.href, sessionCookie(token, address, "single-sign-on"));
  });

  app.get(CALLBACK, async (context) => {
    const token = readToken(context.req.raw, address, "single-sign-on");
    const waiting = token === undefined ? undefined : pending.take(digestOf(token), effects.now());
    const done = await comeBack(context, waiting, singleSignOn, pages);
    const response = done.ok
      ? redirectWith(context, waiting?.next ?? "/account", sessionCookie(done.value.token, address))
      : showFailure(context, waiting?.next ?? "/account", done, pages);
    response.headers.append("set-cookie", endedCookie(address, "single-sign-on"));
    return response;
  });
}

async function comeBack(
  context: Context,
  waiting: Pending | undefined,
  singleSignOn: SingleSignOn,
  pages: AccountPages,
): Promise<Result<Begun>> {
  if (waiting === undefined)
    return failed(accountDiagnostics.report("single-sign-on-failed", { reason: "it was not begun in this browser" }));
  // The address as it was registered, whatever name the request came by, with what the provider added.
  const callback = new URL(CALLBACK, pages.accounts.address);
  callback.search = new URL(context.req.url).search;
  const claims = await singleSignOn.finish(callback, waiting);
  if (!claims.ok) return claims;
  const own = waiting.again ? await findOwn(context, pages) : undefined;
  const request = { claims: claims.value, rules: singleSignOn.rules, ...browserOf(context, pages) };
  return signInByClaims({ ...request, ...(own === undefined ? {} : { again: own.member.id }) }, pages.accounts.effects);
}

function showFailure(
  context: Context,
  next: string,
  { diagnostics }: Result<unknown> & { readonly ok: false },
  { assets }: AccountPages,
): Response {
  const page = <SignInPage assets={assets} next={next} name="" singleSignOn faults={diagnostics} />;
  return respondOnce(context, page, 422);
}
