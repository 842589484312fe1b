import type { Hono } from "hono";

/** A page that was come to by links alone. */
export interface CrawledPage {
  readonly path: string;
  readonly status: number;
  readonly html: string;
  readonly noindex: boolean;
}

/** What of an address makes another page, and not the same one for another patient or in another language. */
const SAME_PAGE = ["reader", "depth", "view"];

/** Places for people who are signed in, and files. */
const ASIDE = /^\/(?:account|desk|assets|api|openapi|favicon)/;

/** Looks at pages by their addresses. */
export async function* visit(app: Hono, paths: readonly string[]): AsyncGenerator<CrawledPage> {
  for (const path of paths) yield look(app, path);
}

async function look(app: Hono, path: string): Promise<CrawledPage> {
  const response = await app.request(path);
  const noindex = response.headers.get("x-robots-tag") === "noindex";
  return { path, status: response.status, html: await response.text(), noindex };
}

/**
 * Goes over a site from some pages on, along every link and form that a page has, and gives each page once: of the pages that differ by the
 * patient alone, the first one that is come to.
 */
export async function* crawl(app: Hono, from: readonly string[]): AsyncGenerator<CrawledPage> {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { pathname, searchParams } = new URL(path, "http://site.example");
    const page = [pathname, ...SAME_PAGE.map((name) => searchParams.get(name) ?? "")].join(" ");
    if (seen.has(page) || ASIDE.test(pathname)) continue;
    seen.add(page);
    const found = await look(app, path);
    yield found;
    // A link within a page, or to another site, leads to no page of this one.
    for (const [, address = ""] of found.html.matchAll(/ (?:href|action)="(\/[^"#]*)/g))
      waiting.push(address.replaceAll("&amp;", "&"));
  }
}
