import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { languageDetector } from "hono/language";
import { ENGLISH, LANGUAGES, type Language, type PageLanguage } from "./messages/language.tsx";

const PARAMETER = "lang";
const COOKIE = "language";
/** Parameters that choose what of a kept page is shown. */
const KEPT_PARAMETERS = ["reader", "depth", "view", "profile"];
const A_YEAR_SECONDS = 31_536_000;

declare module "hono" {
  interface ContextVariableMap {
    readonly languages: readonly Language[];
    readonly language: string;
  }
}

/** What decides the language of a page besides its address. */
export const LANGUAGE_VARY = "accept-language, cookie";

/**
 * The language of the interface: `?lang=`, then the choice that the reader's browser keeps, then what the browser asks for (RFC 9110, 12.5.4).
 * A cookie is set only by choosing; it holds the language and nothing else.
 */
export function chooseLanguage(languages: readonly Language[] = LANGUAGES): MiddlewareHandler {
  const supportedLanguages = languages.map(({ tag }) => tag);
  const detect = languageDetector({
    supportedLanguages,
    fallbackLanguage: ENGLISH.tag,
    lookupQueryString: PARAMETER,
    lookupCookie: COOKIE,
    caches: false,
  });
  return async (context, next) => {
    context.set("languages", languages);
    await detect(context, next);
    const asked = context.req.query(PARAMETER);
    if (asked === undefined || !supportedLanguages.includes(asked) || getCookie(context, COOKIE) === asked) return;
    setCookie(context, COOKIE, asked, { path: "/", maxAge: A_YEAR_SECONDS, sameSite: "Lax", httpOnly: true });
  };
}

/** The language chosen for this request. */
export function languageOf(context: Context): Language {
  return context.get("languages").find(({ tag }) => tag === context.get("language")) ?? ENGLISH;
}

/** The same, with the address of the page in the others. A page that a form was posted to has no address. */
export function pageLanguage(context: Context, address: string): PageLanguage {
  const language = languageOf(context);
  const others = context.req.method === "GET" ? context.get("languages").filter((other) => other !== language) : [];
  return { language, others: others.map((other) => ({ language: other, href: inOther(address, other) })) };
}

function inOther(address: string, { tag }: Language): string {
  const [path = "", query] = address.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set(PARAMETER, tag);
  return `${path}?${parameters}`;
}

/** The address of this request as it may stand in a page that is made for one visit. */
export function fullAddress({ req }: Context): string {
  return `${req.path}${new URL(req.url).search}`;
}

/** The address of a page that is kept for everybody: of its query only what chooses a part of the text, and no text of any reader. */
export function keptAddress({ req }: Context): string {
  const chosen = KEPT_PARAMETERS.flatMap((name) => {
    const value = req.query(name);
    return value !== undefined && /^[a-z0-9-]{1,20}$/i.test(value) ? [[name, value]] : [];
  });
  return chosen.length === 0 ? req.path : `${req.path}?${new URLSearchParams(chosen)}`;
}
