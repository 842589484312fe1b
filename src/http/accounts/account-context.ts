import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Accounts } from "../../accounts/accounts.ts";
import type { AttemptFrom } from "../../accounts/steps/prove-password.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Assets } from "../assets.ts";
import { readToken } from "./session-cookie.ts";

/** What the pages under `/account` are made from. */
export interface AccountPages {
  readonly accounts: Accounts;
  readonly assets: Assets;
}

/** Largest form that is read here: the longest password twice, and the rest is short. */
export const MAX_FORM_BYTES = 16 * 1024;

/** The fields of a form. One that is not there is empty, as one that was left empty is. */
export async function readForm(context: Context): Promise<(field: string) => string> {
  const fields = new URLSearchParams(await context.req.text());
  return (field) => fields.get(field) ?? "";
}

/** The browser a request comes from: what it calls itself, and the token it brings. */
export function browserOf({ req: { raw } }: Context, { accounts }: AccountPages) {
  const token = readToken(raw, accounts.address);
  return {
    browser: raw.headers.get("user-agent") ?? "",
    ...(token === undefined ? {} : { previous: token }),
  };
}

/** Where an attempt to sign in comes from. Without a connection, as in tests, it is not known. */
export function fromOf(context: Context, { accounts }: AccountPages): AttemptFrom {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
  const peer = incoming?.socket.remoteAddress;
  return {
    address: accounts.clientAddress({ peer, forwardedFor: context.req.header("x-forwarded-for") }),
    knownBrowser: readToken(context.req.raw, accounts.address, "known-browser"),
  };
}

/** What keeps the server from doing what was asked, whoever asks. */
const OF_THE_SERVER = [
  "account-busy",
  "account-key-closed",
  "record-busy",
  "record-not-written",
  "breached-passwords-unreadable",
  "breached-passwords-malformed",
];

const WAITS = ["account-too-many-attempts", "account-address-busy"];

/** 429 for whoever has to wait, 503 where it is the server that cannot, 422 for everything else. */
export function statusOf(diagnostics: readonly Diagnostic[]): number {
  const codes = diagnostics.map(({ code }) => code);
  if (codes.some((code) => WAITS.includes(code))) return 429;
  return codes.some((code) => OF_THE_SERVER.includes(code)) ? 503 : 422;
}
