import type { Context } from "hono";
import { isFresh } from "../../accounts/rules/session-rules.ts";
import { type Found, findSession } from "../../accounts/steps/find-session.ts";
import type { AccountPages } from "./account-context.ts";
import { readToken } from "./session-cookie.ts";

/** The session of the browser that asks, with its token. */
export interface OwnSession extends Found {
  readonly token: string;
}

export async function findOwn(context: Context, { accounts }: AccountPages): Promise<OwnSession | undefined> {
  const token = readToken(context.req.raw, accounts.address);
  if (token === undefined) return undefined;
  const found = await findSession(token, accounts.effects);
  return found === undefined ? undefined : { ...found, token };
}

/** The session, or the way to one that is good enough. After it the browser comes back to where it was. */
export async function requireOwn(
  context: Context,
  pages: AccountPages,
  { fresh, back = context.req.path }: { readonly fresh: boolean; readonly back?: string },
): Promise<OwnSession | Response> {
  const next = encodeURIComponent(back);
  const own = await findOwn(context, pages);
  if (own === undefined) return context.redirect(`/account/sign-in?next=${next}`, 303);
  if (!fresh || isFresh(own.session, pages.accounts.effects.now())) return own;
  return context.redirect(`/account/sign-in/again?next=${next}`, 303);
}

/** Sends the browser on with other cookies: by GET, so that reloading sends nothing twice (RFC 9110, 15.4.4). */
export function redirectWith(context: Context, path: string, ...cookies: readonly string[]): Response {
  const response = context.redirect(path, 303);
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  response.headers.set("cache-control", "no-store");
  return response;
}
