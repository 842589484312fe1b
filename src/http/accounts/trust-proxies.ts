import { BlockList, isIP } from "node:net";
import { accountDiagnostics } from "../../accounts/account-diagnostics.ts";
import { type FindClientAddress, NO_CLIENT_ADDRESS } from "../../accounts/client-address.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";

/**
 * Reads the proxies that the operator trusts: addresses and networks (CIDR), apart by commas. `X-Forwarded-For` is believed from these
 * alone, and read from its end: what stands before the first address that is no trusted proxy may have been made up by the client.
 */
export function trustProxies(set: string | undefined): Result<FindClientAddress> {
  const named = (set ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (named.length === 0) return ok(NO_CLIENT_ADDRESS);
  const trusted = new BlockList();
  for (const one of named)
    if (!addTo(trusted, one)) return failed(accountDiagnostics.report("proxy-malformed", { proxy: one }));
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return ok(({ peer, forwardedFor }) => {
    const near = toAddress(peer ?? "");
    if (near === undefined) return undefined;
    if (!isTrusted(near)) return near;
    for (const hop of (forwardedFor ?? "").split(",").toReversed()) {
      const address = toAddress(hop.trim());
      // What a trusted proxy passes on and nobody can read is nobody's address.
      if (address === undefined) return undefined;
      if (!isTrusted(address)) return address;
    }
    return undefined;
  });
}

function addTo(trusted: BlockList, named: string): boolean {
  const [address = "", prefix, ...rest] = named.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  const family = version === 6 ? "ipv6" : "ipv4";
  if (prefix === undefined) {
    trusted.addAddress(address, family);
    return true;
  }
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > (version === 6 ? 128 : 32)) return false;
  trusted.addSubnet(address, Number(prefix), family);
  return true;
}

/** An address as it is compared: IPv4 also where it is written within IPv6 (RFC 4291, 2.5.5.2). */
function toAddress(written: string): string | undefined {
  const plain = written.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  return isIP(plain) === 0 ? undefined : plain;
}
