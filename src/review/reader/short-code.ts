/**
 * The code on every copy and print: the first 45 bits of the text's hash in Crockford's base 32
 * (https://www.crockford.com/base32.html), and a check sign, in two groups of five. Two texts of one library share one by chance
 * once in some ten million libraries of a thousand texts.
 */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PLACES = 9;

export function codeOfHash(hash: string): string {
  const digits = hash.replace(/^sha256-/, "").slice(0, 12);
  // Twelve hexadecimal digits are 48 bits; the last three are dropped.
  let rest = BigInt(`0x${digits}`) >> 3n;
  let written = "";
  for (let place = 0; place < PLACES; place++) {
    written = `${SIGNS[Number(rest % 32n)]}${written}`;
    rest /= 32n;
  }
  const code = `${written}${checkSign(written)}`;
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** A code as it is printed, from what somebody typed; undefined when a sign is wrong, missing or exchanged with the next. */
export function parseCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (plain.length !== PLACES + 1 || [...plain].some((sign) => !SIGNS.includes(sign))) return undefined;
  if (checkSign(plain.slice(0, PLACES)) !== plain.at(-1)) return undefined;
  return `${plain.slice(0, 5)}-${plain.slice(5)}`;
}

/** Weights 1 to 9 modulo 31, a prime, so that no single wrong sign and no exchange of neighbours keeps the sum. */
function checkSign(signs: string): string {
  const sum = [...signs].reduce((total, sign, at) => total + SIGNS.indexOf(sign) * (at + 1), 0);
  return SIGNS[sum % 31] ?? "";
}
