import type { Context } from "hono";
import { h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { fullAddress, LANGUAGE_VARY, pageLanguage } from "./choose-language.ts";
import { textResponse } from "./encode-body.ts";
import { type PageLanguage, PageLanguageContext } from "./messages/language.tsx";

/** Pages that hold a reader's own words are kept nowhere; the rest is revalidated by its tag at each visit. */
export type Caching = "no-store" | "revalidate";

export function renderPage(page: VNode, language: PageLanguage): string {
  return `<!doctype html>${renderToString(h(PageLanguageContext.Provider, { value: language, children: page }))}`;
}

export function pageHeaders(caching: Caching, index: boolean): Record<string, string> {
  return {
    "content-type": "text/html; charset=utf-8",
    "cache-control": caching === "no-store" ? "no-store" : "no-cache",
    vary: LANGUAGE_VARY,
    ...(index ? {} : { "x-robots-tag": "noindex" }),
  };
}

/** A page made for one visit: kept nowhere, found by no search engine. */
export function respondOnce(context: Context, page: VNode, status: number): Response {
  const headers = pageHeaders("no-store", false);
  const html = renderPage(page, pageLanguage(context, fullAddress(context)));
  return textResponse(html, context.req.header("accept-encoding"), { status, headers });
}
