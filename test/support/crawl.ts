import type { Hono } from "hono";

/** A page that was come to by links alone. */
export interface CrawledPage {
  readonly path: string;
  readonly status: number;
  readonly html: string;
  readonly noindex: boolean;
}

/** One way over a site: in one language, and about one patient or none. */
export interface Walk {
  readonly language: string;
  /** A patient's part of an address; undefined: everything, and of the pages that differ by the patient the first that is come to. */
  readonly patient?: string;
}

/** What of an address makes another page, and not the same one for another patient or in another language. */
const SAME_PAGE = ["reader", "depth", "view"];

/** Places for people who are signed in, and files. */
const ASIDE = /^\/(?:account|desk|assets|api|openapi|favicon)/;

/** Looks at pages by their addresses. */
export async function* visit(app: Hono, paths: readonly string[], language = "en"): AsyncGenerator<CrawledPage> {
  for (const path of paths) yield look(app, path, language);
}

async function look(app: Hono, path: string, language: string): Promise<CrawledPage> {
  const response = await app.request(path, { headers: { "accept-language": language } });
  const noindex = response.headers.get("x-robots-tag") === "noindex";
  return { path, status: response.status, html: await response.text(), noindex };
}

/**
 * Goes over a site from some pages on, along every link and form that a page has, and gives each page once. About a patient it follows
 * what has something of a patient in its address, and leaves the rest to the walk about none.
 */
export async function* crawl(app: Hono, from: readonly string[], walk: Walk): AsyncGenerator<CrawledPage> {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { pathname, searchParams } = new URL(path, "http://site.example");
    const page = [pathname, ...SAME_PAGE.map((name) => searchParams.get(name) ?? "")].join(" ");
    if (seen.has(page) || ASIDE.test(pathname)) continue;
    seen.add(page);
    const found = await look(app, path, walk.language);
    yield found;
    for (const address of linksIn(found.html)) if (isOnTheWay(address, walk)) waiting.push(address);
  }
}

/** A link within a page, or to another site, leads to no page of this one. */
export function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/ (?:href|action)="(\/[^"#]*)/g)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&"),
  );
}

/** The same page in another language is gone to by the walk in that one. */
function isOnTheWay(address: string, { patient }: Walk): boolean {
  const { searchParams } = new URL(address, "http://site.example");
  if (searchParams.has("lang")) return false;
  return patient === undefined || [...searchParams.keys()].some((name) => !SAME_PAGE.includes(name));
}
