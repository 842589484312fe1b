import type { Context, Hono } from "hono";
import { markBrowser } from "../../accounts/secrets/known-browser.ts";
import { signOut } from "../../accounts/steps/end-sessions.ts";
import { signIn } from "../../accounts/steps/sign-in.ts";
import { respondOnce } from "../page-response.ts";
import { type AccountPages, browserOf, fromOf, readForm, statusOf } from "./account-context.ts";
import { findOwn, redirectWith } from "./found-session.ts";
import { nextPath } from "./next-path.ts";
import { SignInPage } from "./pages/sign-in-page.tsx";
import { endedCookie, knownBrowserCookie, sessionCookie } from "./session-cookie.ts";

/** Signing in, proving it once more, signing out. */
export function mountSignIn(app: Hono, pages: AccountPages): void {
  const shared = { assets: pages.assets, singleSignOn: pages.accounts.singleSignOn !== undefined };
  app.get("/account/sign-in", async (context) => {
    const next = nextPath(context.req.query("next"));
    return respondOnce(context, <SignInPage {...shared} next={next} name="" />, 200);
  });
  app.post("/account/sign-in", async (context) => {
    const field = await readForm(context);
    return takeSignIn(context, { name: field("name"), again: false }, field, pages);
  });
  app.get("/account/sign-in/again", async (context) => {
    const next = nextPath(context.req.query("next"));
    const found = await findOwn(context, pages);
    if (found === undefined) return context.redirect(`/account/sign-in?next=${encodeURIComponent(next)}`, 303);
    return respondOnce(context, <SignInPage {...shared} next={next} name={found.member.id} again />, 200);
  });
  app.post("/account/sign-in/again", async (context) => {
    const field = await readForm(context);
    const next = nextPath(field("next"));
    const found = await findOwn(context, pages);
    if (found === undefined) return context.redirect(`/account/sign-in?next=${encodeURIComponent(next)}`, 303);
    // Whose proof it is stands in the session, never in the form.
    return takeSignIn(context, { name: found.member.id, again: true }, field, pages);
  });
  app.post("/account/sign-out", async (context) => {
    const found = await findOwn(context, pages);
    if (found !== undefined) {
      const ended = await signOut(found.session, pages.accounts.effects);
      if (!ended.ok) throw new Error(ended.diagnostics.map(({ message }) => message).join("; "));
    }
    return redirectWith(context, "/account/sign-in", endedCookie(pages.accounts.address));
  });
}

async function takeSignIn(
  context: Context,
  { name, again }: { readonly name: string; readonly again: boolean },
  field: (name: string) => string,
  pages: AccountPages,
): Promise<Response> {
  const next = nextPath(field("next"));
  const { effects, address } = pages.accounts;
  const from = fromOf(context, pages);
  const request = { name, password: field("password"), code: field("code"), again, from, ...browserOf(context, pages) };
  const begun = await signIn(request, effects);
  if (begun.ok) {
    const mark = markBrowser(begun.value.person, effects.secret);
    return redirectWith(context, next, sessionCookie(begun.value.token, address), knownBrowserCookie(mark, address));
  }
  const props = { assets: pages.assets, singleSignOn: pages.accounts.singleSignOn !== undefined, next, again };
  const page = <SignInPage {...props} name={name.slice(0, 60)} faults={begun.diagnostics} />;
  return respondOnce(context, page, statusOf(begun.diagnostics));
}
