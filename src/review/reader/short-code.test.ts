import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOfHash, parseCode } from "./short-code.ts";

const hashes = fc
  .array(fc.constantFrom(..."0123456789abcdef"), { minLength: 64, maxLength: 64 })
  .map((digits) => `sha256-${digits.join("")}`);

test("a code comes back from what is printed, in small letters, without the hyphen, with O for 0 and l for 1", () => {
  fc.assert(
    fc.property(hashes, (hash) => {
      const code = codeOfHash(hash);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(parseCode(code)).toBe(code);
      expect(parseCode(` ${code.toLowerCase().replace("-", "").replaceAll("0", "o").replaceAll("1", "l")} `)).toBe(
        code,
      );
    }),
  );
});

test("two neighbours exchanged are noticed, and so is one wrong sign among those that differ modulo 31", () => {
  fc.assert(
    fc.property(hashes, fc.nat(7), (hash, at) => {
      const plain = codeOfHash(hash).replace("-", "");
      const swapped = `${plain.slice(0, at)}${plain[at + 1]}${plain[at]}${plain.slice(at + 2)}`;
      // 0 and Z (0 and 31) are alike to a prime below 32: the one pair of signs that the check cannot tell apart.
      const alike = (sign: string | undefined) => (sign === "Z" ? "0" : sign);
      if (alike(plain[at]) !== alike(plain[at + 1])) expect(parseCode(swapped)).toBeUndefined();
      const other = plain[at] === "7" ? "8" : "7";
      expect(parseCode(`${plain.slice(0, at)}${other}${plain.slice(at + 1)}`)).toBeUndefined();
    }),
  );
});

test.each(["", "ABC", "12345-6789", "12345-67890-1", "!!!!!-!!!!!", "ÄÄÄÄÄ-ÄÄÄÄÄ", "1".repeat(100_000)])(
  "%j is no code",
  (typed) => {
    expect(parseCode(typed)).toBeUndefined();
  },
);
