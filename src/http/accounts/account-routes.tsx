import type { Hono } from "hono";
import type { Accounts } from "../../accounts/accounts.ts";
import type { Assets } from "../assets.ts";
import { respondOnce } from "../page-response.ts";
import { AccountPage } from "./account-page.tsx";

interface AccountEffects {
  readonly accounts: Accounts;
  readonly assets: Assets;
}

/** Everything under `/account`. */
export function mountAccounts(app: Hono, { accounts, assets }: AccountEffects): void {
  app.get("/account", async (context) => {
    const signedIn = await accounts.findSignedIn(context.req.raw);
    return respondOnce(context, <AccountPage assets={assets} signedIn={signedIn} />, 200);
  });
}
