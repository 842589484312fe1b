import { createHmac, timingSafeEqual } from "node:crypto";
import { toBase32 } from "./base32.ts";

/** 160 bits, the length of the hash (RFC 4226, section 4, R6). */
const KEY_BYTES = 20;

/** A key that a page shows for an authenticator. Nothing is kept of it until its first code comes back with it. */
export interface OfferedKey {
  readonly totpKey: string;
  /** Shows that this server offered the key, and to whom. */
  readonly seal: string;
}

/** Where a key is shown: an invitation or a session, by its id. */
export function offerKey(
  to: string,
  { secret, random }: { readonly secret: Uint8Array; random(bytes: number): Uint8Array },
): OfferedKey {
  const totpKey = toBase32(random(KEY_BYTES));
  return { totpKey, seal: sealOf(totpKey, to, secret).toString("base64url") };
}

/** Whether this server offered the key there since it started: nobody enters a key that they made up, or one that was shown to another. */
export function isOffered({ totpKey, seal }: OfferedKey, to: string, secret: Uint8Array): boolean {
  const given = Buffer.from(seal, "base64url");
  const expected = sealOf(totpKey, to, secret);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sealOf(totpKey: string, to: string, secret: Uint8Array): Buffer {
  return createHmac("sha256", secret).update(`${totpKey} ${to}`).digest();
}
