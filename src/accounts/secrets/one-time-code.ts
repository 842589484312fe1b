import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "../../review/model/review-record.ts";
import { fromBase32 } from "./base32.ts";

/** Seconds that one code is shown (RFC 6238, section 4.1). */
const STEP_SECONDS = 30;
const DIGITS = 6;

/** The code of a counter (HOTP, RFC 4226, section 5.3): SHA-1, which every authenticator reckons with. */
export function oneTimeCode(key: Uint8Array, counter: number, digits: number = DIGITS): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac("sha1", key).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, "0");
}

export function stepAt(now: Instant): number {
  return Math.floor(Date.parse(now) / 1000 / STEP_SECONDS);
}

/**
 * The time step whose code was typed (TOTP, RFC 6238, section 5.2): this one or the one before, for the time that typing takes,
 * and later than the last one taken. A clock that was set back therefore takes no code twice.
 */
export function findStep(totpKey: string, typed: string, lastStep: number, now: Instant): number | undefined {
  const key = fromBase32(totpKey);
  const plain = typed.replace(/\s/g, "");
  if (key === undefined || !/^\d{6}$/.test(plain)) return undefined;
  const step = stepAt(now);
  return [step, step - 1]
    .filter((candidate) => candidate > lastStep)
    .find((candidate) => timingSafeEqual(Buffer.from(oneTimeCode(key, candidate)), Buffer.from(plain)));
}
