import { digestOf } from "./token.ts";

/** Crockford's base 32 (https://www.crockford.com/base32.html): no sign is taken for another. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODES = 8;
/** 120 bits: more than the 112 from which a plain digest may be kept (OWASP ASVS 5.0, V6.5.2). */
const PLACES = 24;

/** New codes, each good for one sign-in without the authenticator. They are shown once. */
export function newRecoveryCodes(random: (bytes: number) => Uint8Array): readonly string[] {
  return Array.from({ length: CODES }, () => {
    const signs = [...random(PLACES)].map((byte) => SIGNS[byte % SIGNS.length]).join("");
    return (signs.match(/.{6}/g) ?? []).join("-");
  });
}

/** What is kept of a code, from how it was printed or typed. */
export function digestOfRecoveryCode(typed: string): string {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return digestOf(`recovery ${plain}`);
}
