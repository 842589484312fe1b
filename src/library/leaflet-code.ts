/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud and typed from paper. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LOOKALIKES: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0" };

/** Signs that come from the hash (35 bits); one more tells a slip of the pen from a text that has changed. */
const SIGNS = 7;

/** A short code for one exact text, from its content hash: "3K7Q-P0XM". Two texts of one library hardly share one. */
export function leafletCode(hash: string): string {
  const bits = BigInt(`0x${hash.replace(/^sha256-/, "").slice(0, 16)}`);
  const digits = Array.from({ length: SIGNS }, (_, index) => Number((bits >> BigInt(59 - 5 * index)) & 31n));
  const signs = [...digits, checkDigit(digits)].map((digit) => ALPHABET[digit]).join("");
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** What somebody typed from paper as the code it stands for; undefined when it cannot be one: too short, too long, or mistyped. */
export function readLeafletCode(typed: string): string | undefined {
  const signs = [...typed.toUpperCase().replace(/[\s-]/g, "")].map((sign) => LOOKALIKES[sign] ?? sign);
  const digits = signs.map((sign) => ALPHABET.indexOf(sign));
  if (digits.length !== SIGNS + 1 || digits.includes(-1)) return undefined;
  if (checkDigit(digits.slice(0, SIGNS)) !== digits[SIGNS]) return undefined;
  const code = signs.join("");
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** INVARIANT: changes with every single sign and with every exchange of neighbours but one of 16 apart, as each odd weight is a unit of the ring. */
function checkDigit(digits: readonly number[]): number {
  return digits.reduce((sum, digit, index) => (sum + digit * (2 * index + 1)) % 32, 7);
}
