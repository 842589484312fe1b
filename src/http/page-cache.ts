import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { VNode } from "preact";
import { keptAddress, pageLanguage } from "./choose-language.ts";
import { chooseEncoding, type Encoding, encodeText, varyWith } from "./encode-body.ts";
import type { PageLanguage } from "./messages/language.tsx";
import { pageHeaders, renderPage } from "./page-response.ts";

interface KeptPage {
  readonly html: string;
  readonly entityTag: string;
  /** Each encoding is made once, when it is first asked for. */
  readonly encoded: Map<Encoding, Uint8Array<ArrayBuffer>>;
}

export interface PageCache {
  /** The page under `key`, rendered at the first visit in each language. The key names everything else that the page is made from. */
  respond(context: Context, key: string, render: () => VNode, index: boolean): Response;
}

/** Pages for every reader of every topic fit many times over; beyond that the oldest goes. */
const MAX_PAGES = 2_000;

export function createPageCache(): PageCache {
  const pages = new Map<string, KeptPage>();
  return {
    respond(context, key, render, index) {
      const address = keptAddress(context);
      const language = pageLanguage(context, address);
      const whole = `${language.language.tag} ${address} ${key}`;
      const page = pages.get(whole) ?? keep(pages, whole, render, language);
      const encoding = chooseEncoding(context.req.header("accept-encoding"));
      const plain = pageHeaders("revalidate", index);
      const headers = { ...plain, etag: page.entityTag, vary: varyWith("accept-encoding", plain.vary) };
      if (context.req.header("if-none-match") === page.entityTag) return new Response(null, { status: 304, headers });
      const body = page.encoded.get(encoding) ?? encodeText(page.html, encoding);
      page.encoded.set(encoding, body);
      return new Response(body, {
        status: 200,
        headers: encoding === "identity" ? headers : { ...headers, "content-encoding": encoding },
      });
    },
  };
}

function keep(pages: Map<string, KeptPage>, key: string, render: () => VNode, language: PageLanguage): KeptPage {
  const html = renderPage(render(), language);
  // Weak: the tag names the page, not one of its encodings (RFC 9110, 8.8.1).
  const entityTag = `W/"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
  const page = { html, entityTag, encoded: new Map() };
  const [oldest] = pages.keys();
  if (pages.size >= MAX_PAGES && oldest !== undefined) pages.delete(oldest);
  pages.set(key, page);
  return page;
}
