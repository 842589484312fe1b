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
  app.get("/account", (context) =>
    respondOnce(context, <AccountPage assets={assets} signedIn={accounts.findSignedIn(context.req.raw)} />, 200),
  );
}
