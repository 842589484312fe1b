import type { Context, Hono } from "hono";
import { isOffered, offerKey } from "../../accounts/secrets/offered-key.ts";
import type { Begun } from "../../accounts/steps/begin-session.ts";
import { changePassword, changeSecondFactor, renewRecoveryCodes } from "../../accounts/steps/change-proof.ts";
import { endSessions } from "../../accounts/steps/end-sessions.ts";
import { failed } from "../../kernel/result.ts";
import { respondOnce } from "../page-response.ts";
import { type AccountPages, readForm, statusOf } from "./account-context.ts";
import { redirectWith, requireOwn } from "./found-session.ts";
import { checkRepeated } from "./invitation-routes.tsx";
import { AccountPage } from "./pages/account-page.tsx";
import { AuthenticatorPage, NewCodesPage, PasswordPage } from "./pages/change-pages.tsx";
import { RecoveryCodesPage } from "./pages/recovery-codes-page.tsx";
import { sessionCookie } from "./session-cookie.ts";

/** What somebody sees and changes of their own account. */
export function mountOwnAccount(app: Hono, pages: AccountPages): void {
  app.get("/account", (context) => showAccount(context, pages));
  app.post("/account/sessions", (context) => takeSessions(context, pages));
  mountPassword(app, pages);
  mountAuthenticator(app, pages);
  mountRecoveryCodes(app, pages);
}

async function showAccount(context: Context, pages: AccountPages): Promise<Response> {
  const own = await requireOwn(context, pages, { fresh: false });
  if (own instanceof Response) return own;
  const { store } = pages.accounts.effects;
  const account = await store.findAccount(own.member.id);
  const page = (
    <AccountPage
      assets={pages.assets}
      member={own.member}
      current={own.session}
      sessions={await store.sessionsOf(own.member.id)}
      codesLeft={account?.proof?.recoveryCodes.length}
    />
  );
  return respondOnce(context, page, 200);
}

/** Ends one session, or all but this one. The id of another's session ends nothing. */
async function takeSessions(context: Context, pages: AccountPages): Promise<Response> {
  const own = await requireOwn(context, pages, { fresh: false });
  if (own instanceof Response) return own;
  const field = await readForm(context);
  const only = field("session");
  const ending = {
    person: own.member.id,
    except: own.session.id,
    by: "web",
    ...(only === "" ? {} : { only }),
  } as const;
  const ended = await endSessions(ending, pages.accounts.effects);
  if (!ended.ok) throw new Error(ended.diagnostics.map(({ message }) => message).join("; "));
  return context.redirect("/account", 303);
}

function mountPassword(app: Hono, pages: AccountPages): void {
  app.get("/account/password", async (context) => {
    const own = await requireOwn(context, pages, { fresh: true });
    if (own instanceof Response) return own;
    return respondOnce(context, <PasswordPage assets={pages.assets} person={own.member.id} />, 200);
  });
  app.post("/account/password", async (context) => {
    const own = await requireOwn(context, pages, { fresh: true });
    if (own instanceof Response) return own;
    const field = await readForm(context);
    const words = { current: field("current"), password: field("password") };
    const faults = checkRepeated(words.password, field("repeated"));
    const begun = faults.length > 0 ? failed(...faults) : await changePassword(own, words, pages.accounts.effects);
    if (begun.ok) return goOn(context, begun.value, pages);
    const page = <PasswordPage assets={pages.assets} person={own.member.id} faults={begun.diagnostics} />;
    return respondOnce(context, page, statusOf(begun.diagnostics));
  });
}

function mountAuthenticator(app: Hono, pages: AccountPages): void {
  app.get("/account/authenticator", async (context) => {
    const own = await requireOwn(context, pages, { fresh: true });
    if (own instanceof Response) return own;
    const offered = offerKey(own.session.id, pages.accounts.effects);
    const page = <AuthenticatorPage assets={pages.assets} person={own.member.id} offered={offered} />;
    return respondOnce(context, page, 200);
  });
  app.post("/account/authenticator", async (context) => {
    const own = await requireOwn(context, pages, { fresh: true });
    if (own instanceof Response) return own;
    const { effects } = pages.accounts;
    const field = await readForm(context);
    const key = { totpKey: field("totpKey"), seal: field("seal") };
    const begun = await changeSecondFactor(own, { key, code: field("code") }, effects);
    if (begun.ok) return goOn(context, begun.value, pages);
    const { id } = own.session;
    const offered = isOffered(key, id, effects.secret) ? key : offerKey(id, effects);
    const props = { assets: pages.assets, person: own.member.id, offered, faults: begun.diagnostics };
    return respondOnce(context, <AuthenticatorPage {...props} />, statusOf(begun.diagnostics));
  });
}

function mountRecoveryCodes(app: Hono, pages: AccountPages): void {
  app.get("/account/recovery-codes", async (context) => {
    const own = await requireOwn(context, pages, { fresh: true });
    if (own instanceof Response) return own;
    return respondOnce(context, <NewCodesPage assets={pages.assets} />, 200);
  });
  app.post("/account/recovery-codes", async (context) => {
    const own = await requireOwn(context, pages, { fresh: true });
    if (own instanceof Response) return own;
    const begun = await renewRecoveryCodes(own, pages.accounts.effects);
    if (!begun.ok) {
      const page = <NewCodesPage assets={pages.assets} faults={begun.diagnostics} />;
      return respondOnce(context, page, statusOf(begun.diagnostics));
    }
    const page = <RecoveryCodesPage assets={pages.assets} codes={begun.value.recoveryCodes} />;
    const response = respondOnce(context, page, 200);
    response.headers.append("set-cookie", sessionCookie(begun.value.token, pages.accounts.address));
    return response;
  });
}

function goOn(context: Context, { token }: Begun, { accounts }: AccountPages): Response {
  return redirectWith(context, "/account", sessionCookie(token, accounts.address));
}
