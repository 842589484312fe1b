import type { Context } from "hono";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { textResponse } from "./encode-body.ts";

/** Pages that hold a reader's own words are kept nowhere; the rest is revalidated by its tag at each visit. */
export type Caching = "no-store" | "revalidate";

export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

export function pageHeaders(caching: Caching, index: boolean): Record<string, string> {
  return {
    "content-type": "text/html; charset=utf-8",
    "cache-control": caching === "no-store" ? "no-store" : "no-cache",
    ...(index ? {} : { "x-robots-tag": "noindex" }),
  };
}

/** A page made for one visit: kept nowhere, found by no search engine. */
export function respondOnce(context: Context, page: VNode, status: number): Response {
  const headers = pageHeaders("no-store", false);
  return textResponse(renderPage(page), context.req.header("accept-encoding"), { status, headers });
}
