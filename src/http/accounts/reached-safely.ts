import { isLoopback } from "../../accounts/address.ts";

/**
 * Whether the browser came by the address that the server was told it has. A password is asked for under https, or on the machine itself: under
 * any other name it would go over the network for all to read.
 */
export function isReachedSafely(request: Request, address: URL): boolean {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (host === address.host) return true;
  const isLocal = URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);
  return address.protocol === "http:" && isLocal;
}
