import type { Context, Hono } from "hono";
import { accountDiagnostics } from "../../accounts/account-diagnostics.ts";
import { isOffered, type OfferedKey, offerKey } from "../../accounts/secrets/offered-key.ts";
import { acceptInvitation, findInvitation, type OpenInvitation } from "../../accounts/steps/accept-invitation.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { respondOnce } from "../page-response.ts";
import { MessagePage } from "../pages/message-page.tsx";
import { type AccountPages, browserOf, readForm, statusOf } from "./account-context.ts";
import { InvitationPage } from "./pages/invitation-page.tsx";
import { RecoveryCodesPage } from "./pages/recovery-codes-page.tsx";
import { sessionCookie } from "./session-cookie.ts";

/** Accepting an invitation. Looking at it uses nothing up: programs look at links before people do. */
export function mountInvitations(app: Hono, pages: AccountPages): void {
  app.get("/account/invitation/:token", async (context) => {
    const invitation = await findInvitation(context.req.param("token"), pages.accounts.effects);
    return invitation === undefined ? invitationEnded(context, pages) : showInvitation(context, { invitation }, pages);
  });
  app.post("/account/invitation/:token", (context) => takeInvitation(context, context.req.param("token"), pages));
}

async function takeInvitation(context: Context, token: string, pages: AccountPages): Promise<Response> {
  const { effects, address } = pages.accounts;
  const field = await readForm(context);
  const invitation = await findInvitation(token, effects);
  if (invitation === undefined) return invitationEnded(context, pages);
  const first = { person: field("person").trim(), name: field("fullName").trim() };
  const key = { totpKey: field("totpKey"), seal: field("seal") };
  const password = field("password");
  const request = { token, first, password, key, code: field("code"), ...browserOf(context, pages) };
  const faults = checkRepeated(password, field("repeated"));
  const accepted =
    faults.length > 0 ? { ok: false as const, diagnostics: faults } : await acceptInvitation(request, effects);
  if (!accepted.ok) return showInvitation(context, { invitation, first, key, faults: accepted.diagnostics }, pages);
  const { recoveryCodes, token: session } = accepted.value;
  const response = respondOnce(context, <RecoveryCodesPage assets={pages.assets} codes={recoveryCodes} />, 200);
  response.headers.append("set-cookie", sessionCookie(session, address));
  return response;
}

/** A password that is seen by nobody is typed twice. */
export function checkRepeated(password: string, repeated: string): readonly Diagnostic[] {
  return password === repeated ? [] : [accountDiagnostics.report("account-passwords-differ", { field: "password" })];
}

interface Shown {
  readonly invitation: OpenInvitation;
  readonly first?: { readonly person: string; readonly name: string };
  readonly key?: OfferedKey;
  readonly faults?: readonly Diagnostic[];
}

function showInvitation(
  context: Context,
  { invitation, first, key, faults = [] }: Shown,
  pages: AccountPages,
): Response {
  const { effects } = pages.accounts;
  // A key that was entered into an authenticator already stays, whatever else was wrong.
  const isKept = key !== undefined && isOffered(key, invitation.id, effects.secret);
  const offered = isKept ? key : offerKey(invitation.id, effects);
  const page = (
    <InvitationPage
      assets={pages.assets}
      token={context.req.param("token") ?? ""}
      invitation={invitation}
      offered={offered}
      faults={faults}
      {...(first === undefined ? {} : { first })}
    />
  );
  return respondOnce(context, page, faults.length === 0 ? 200 : statusOf(faults));
}

function invitationEnded(context: Context, { assets }: AccountPages): Response {
  const page = (
    <MessagePage
      assets={assets}
      title="This invitation is not good any more"
      message="It was used, has expired, or was followed by a newer one. Ask whoever sent it for a new one."
      links={[{ href: "/account/sign-in", label: "Sign in" }]}
    />
  );
  return respondOnce(context, page, 404);
}
