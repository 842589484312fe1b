/**
 * Whether the browser came by the address that the server was told it has. A password is asked for under https, or on the machine itself: under
 * any other name it would go over the network for all to read.
 */
export function isReachedSafely(request: Request, address: URL): boolean {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (host === address.host) return true;
  return (
    address.protocol === "http:" && URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname)
  );
}

/** Names of the machine itself (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
