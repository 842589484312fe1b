/** Base 32 of RFC 4648, section 6, without padding: the form in which authenticators take keys. */
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => SIGNS[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** The bytes again; undefined where a sign is none of the alphabet. */
export function fromBase32(text: string): Uint8Array | undefined {
  const digits = [...text].map((sign) => SIGNS.indexOf(sign));
  if (digits.includes(-1)) return undefined;
  const bits = digits.map((digit) => digit.toString(2).padStart(5, "0")).join("");
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
