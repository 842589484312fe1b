import { parse, serialize } from "hono/utils/cookie";

/**
 * Under https the name binds the cookie to this very host, this path and https (`__Host-`, RFC 6265bis, 4.1.3.2). On the machine itself there is
 * no https, and browsers would refuse that name.
 */
function nameFor(address: URL): string {
  return address.protocol === "https:" ? "__Host-wellspring" : "wellspring";
}

/** 32 bytes in base 64 for addresses. What has another form is no token of ours and is not looked up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function readToken(request: Request, address: URL): string | undefined {
  const name = nameFor(address);
  const token = parse(request.headers.get("cookie") ?? "", name)[name];
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/** The browser forgets it when it is closed; the server ends the session by itself long before some browsers do. */
export function sessionCookie(token: string, address: URL): string {
  return serialize(nameFor(address), token, optionsFor(address));
}

export function endedCookie(address: URL): string {
  return serialize(nameFor(address), "", { ...optionsFor(address), maxAge: 0 });
}

function optionsFor({ protocol }: URL) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: protocol === "https:" } as const;
}
