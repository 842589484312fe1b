/** Methods that change nothing and may come from anywhere (RFC 9110, 9.2.1). */
const SAFE_METHODS: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * True unless a browser says that another site sent the request. Hono's `csrf()` stops foreign forms only; a foreign JSON
 * POST passes it, so every unsafe method is checked here. `Sec-Fetch-Site` is asked first: under `no-referrer` a browser
 * may send `Origin: null` for a request of our own. Programs send neither header and are let through.
 */
export function isSameOrigin(request: Request): boolean {
  if (SAFE_METHODS.includes(request.method)) return true;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === hostOf(request);
}

/** True when a browser says so: where somebody is known by a cookie, a request that does not say where it comes from is refused. */
export function isFromOwnPage(request: Request): boolean {
  const isSaid = request.headers.has("sec-fetch-site") || request.headers.has("origin");
  return isSaid && isSameOrigin(request);
}

function hostOf(request: Request): string {
  return request.headers.get("host") ?? new URL(request.url).host;
}
