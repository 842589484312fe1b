import { parse, serialize } from "hono/utils/cookie";

/** What a cookie is for: who is signed in, who is at the provider at this moment, or that somebody has signed in here before. */
type Purpose = "session" | "single-sign-on" | "known-browser";

/**
 * Under https the name binds the cookie to this very host, this path and https (`__Host-`, RFC 6265bis, 4.1.3.2). On the machine itself there is
 * no https, and browsers would refuse that name.
 */
function nameFor(purpose: Purpose, address: URL): string {
  const name = purpose === "session" ? "wellspring" : `wellspring-${purpose}`;
  return address.protocol === "https:" ? `__Host-${name}` : name;
}

/** 32 bytes in base 64 for addresses, as a mark of a known browser is, too. What has another form is no token of ours and is not looked up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function readToken(request: Request, address: URL, purpose: Purpose = "session"): string | undefined {
  const name = nameFor(purpose, address);
  const token = parse(request.headers.get("cookie") ?? "", name)[name];
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/** The browser forgets it when it is closed; the server ends the session by itself long before some browsers do. */
export function sessionCookie(token: string, address: URL, purpose: Purpose = "session"): string {
  return serialize(nameFor(purpose, address), token, optionsFor(address));
}

const A_MONTH_SECONDS = 30 * 86_400;

/** Stays when the browser is closed and when its person signs out: it signs nobody in. */
export function knownBrowserCookie(mark: string, address: URL): string {
  return serialize(nameFor("known-browser", address), mark, { ...optionsFor(address), maxAge: A_MONTH_SECONDS });
}

export function endedCookie(address: URL, purpose: Purpose = "session"): string {
  return serialize(nameFor(purpose, address), "", { ...optionsFor(address), maxAge: 0 });
}

/** `Lax`: the way back from a provider is a link from another site, and must find the browser as it left. */
function optionsFor({ protocol }: URL) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: protocol === "https:" } as const;
}
