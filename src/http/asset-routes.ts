import type { Hono } from "hono";
import type { Assets } from "./assets.ts";
import { chooseEncoding } from "./encode-body.ts";

const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#0b6165" d="M12 1.5c3.9 5 6.5 8.5 6.5 11.9' +
  'a6.5 6.5 0 0 1-13 0C5.5 10 8.1 6.5 12 1.5Z"/></svg>';

/** Questions and the API are nobody's search results. */
const ROBOTS = "User-agent: *\nDisallow: /ask\nDisallow: /api/\n";

/** Style sheet, script, icon and robots.txt. Names outside the manifest do not exist, so no path can lead out of the folder. */
export function mountAssets(app: Hono, assets: Assets): void {
  app.get("/assets/:name", (context) => {
    const asset = assets.files.get(context.req.param("name"));
    if (asset === undefined) return context.notFound();
    const encoding = chooseEncoding(context.req.header("accept-encoding"));
    const body = { br: asset.brotli, gzip: asset.gzip, identity: asset.body }[encoding];
    return new Response(body, {
      headers: {
        "content-type": asset.type,
        // The name carries the hash of the content.
        "cache-control": "public, max-age=31536000, immutable",
        vary: "accept-encoding",
        ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
      },
    });
  });
  app.get("/favicon.svg", (context) => context.body(FAVICON, 200, keptForADay("image/svg+xml")));
  app.get("/favicon.ico", (context) => context.redirect("/favicon.svg", 301));
  app.get("/robots.txt", (context) => context.body(ROBOTS, 200, keptForADay("text/plain; charset=utf-8")));
}

function keptForADay(type: string): Record<string, string> {
  return { "content-type": type, "cache-control": "public, max-age=86400" };
}
