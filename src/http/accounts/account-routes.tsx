import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { respondOnce } from "../page-response.ts";
import { MessagePage } from "../pages/message-page.tsx";
import { type AccountPages, MAX_FORM_BYTES } from "./account-context.ts";
import { mountInvitations } from "./invitation-routes.tsx";
import { mountOwnAccount } from "./own-account-routes.tsx";
import { isReachedSafely } from "./reached-safely.ts";
import { mountSignIn } from "./sign-in-routes.tsx";

/** Everything under `/account`: forms that work without scripts, on pages that are kept nowhere. */
export function mountAccounts(app: Hono, pages: AccountPages): void {
  const { accounts, assets } = pages;
  const refuse = (title: string, message: string, status: number) => (
    <MessagePage assets={assets} title={title} message={message} key={status} />
  );
  app.use("/account/*", async (context, next) => {
    if (isReachedSafely(context.req.raw, accounts.address)) return next();
    const message = `Passwords are asked for at ${accounts.address.origin} only, where nobody on the network can read them.`;
    return respondOnce(context, refuse("Not under this address", message, 403), 403);
  });
  app.use(
    "/account/*",
    bodyLimit({
      maxSize: MAX_FORM_BYTES,
      onError: (context) => respondOnce(context, refuse("Too much", "The form may have 16 KB at most.", 413), 413),
    }),
  );
  app.use("/account/*", async (context, next) => {
    const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (context.req.method !== "POST" || type === "application/x-www-form-urlencoded") return next();
    const message = "Send the form of the page: application/x-www-form-urlencoded.";
    return respondOnce(context, refuse("Not a form", message, 415), 415);
  });
  mountSignIn(app, pages);
  mountInvitations(app, pages);
  mountOwnAccount(app, pages);
}
