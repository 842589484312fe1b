import { describe, expect, test } from "vitest";
import { countedAs } from "../../accounts/client-address.ts";
import { trustProxies } from "./trust-proxies.ts";

function find(set: string, peer: string | undefined, forwardedFor?: string): string | undefined {
  const found = trustProxies(set);
  if (!found.ok) throw new Error("the proxies can be read");
  return found.value({ peer, forwardedFor });
}

describe("the address of whoever asks", () => {
  const OWN = "127.0.0.1, 10.1.0.0/16, fd00::/8";
  test.each([
    ["is not known while no proxy is named", "", "203.0.113.9", "198.51.100.7", undefined],
    [
      "is the other end where that is no proxy of ours, whatever it sends",
      OWN,
      "203.0.113.9",
      "198.51.100.7",
      "203.0.113.9",
    ],
    ["is what a trusted proxy passes on", OWN, "127.0.0.1", "198.51.100.7", "198.51.100.7"],
    [
      "is the last one that is no proxy: what stands before may be made up",
      OWN,
      "127.0.0.1",
      "192.0.2.1, 198.51.100.7, 10.1.4.4",
      "198.51.100.7",
    ],
    ["is told through IPv6 sockets and proxies", OWN, "::ffff:10.1.2.3", "2001:db8::1, fd00::5", "2001:db8::1"],
    ["is not known where a proxy passes nothing on", OWN, "127.0.0.1", undefined, undefined],
    ["is not known where all are proxies", OWN, "127.0.0.1", "10.1.0.1", undefined],
    ["is not known where what is passed on is none", OWN, "127.0.0.1", "198.51.100.7, <script>", undefined],
    ["is not known without a connection", OWN, undefined, "198.51.100.7", undefined],
  ])("%s", (_title, set, peer, forwarded, address) => {
    expect(find(set, peer, forwarded)).toBe(address);
  });

  test.each(["proxy.example", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/-1", "::1/129", "10.0.0.256"])(
    "%s is no proxy, and keeps the server from starting",
    (set) => {
      const read = trustProxies(`127.0.0.1, ${set}`);
      expect(read.ok ? [] : read.diagnostics.map(({ code }) => code)).toEqual(["proxy-malformed"]);
    },
  );

  test.each([
    ["198.51.100.7", "198.51.100.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8::", "2001:db8:0:0::/64"],
  ])("%s is counted as %s", (address, counted) => {
    expect(countedAs(address)).toBe(counted);
  });
});
