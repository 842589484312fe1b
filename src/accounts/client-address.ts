/** Where a request comes from: the other end of its connection, and what a proxy there says of whom it speaks for. */
export interface Connection {
  readonly peer: string | undefined;
  /** `X-Forwarded-For` as it was sent. Anybody can write one. */
  readonly forwardedFor: string | undefined;
}

/** The address of whoever asks; undefined where it cannot be told, and then nothing is counted by it. */
export type FindClientAddress = (connection: Connection) => string | undefined;

/** Without proxies that are named, the other end may be one that was not: then everybody would have its address. */
export const NO_CLIENT_ADDRESS: FindClientAddress = () => undefined;

/** What is counted as one: an IPv4 address, or the network that one IPv6 customer is given (RFC 6177: at least a /64). */
export function countedAs(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const behind = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - behind.length) }, () => "0");
  const whole = tail === undefined ? groups : [...groups, ...zeros, ...behind];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
