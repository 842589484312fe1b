import { failed, ok, type Result } from "../kernel/result.ts";
import { accountDiagnostics } from "./account-diagnostics.ts";

/** Where a server is reached that was told nothing: on the machine itself. */
const DEFAULT = "http://127.0.0.1:8080";

/** The address at which browsers reach the server, as its operator set it: https, or http on the machine itself. */
export function readAddress(set: string | undefined): Result<URL> {
  const written = set?.trim() || DEFAULT;
  const address = URL.canParse(written) ? new URL(written) : undefined;
  const isWhole = address?.pathname === "/" && address.search === "" && address.hash === "" && address.username === "";
  const isSafe = address?.protocol === "https:" || (address?.protocol === "http:" && isLoopback(address.hostname));
  if (address === undefined || !isWhole || !isSafe)
    return failed(accountDiagnostics.report("address-unsafe", { address: written }));
  return ok(address);
}

/** Names of the machine itself (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
