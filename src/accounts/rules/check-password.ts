import { createHash } from "node:crypto";
import { dictionary } from "@zxcvbn-ts/language-common";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";
import commonPasswords from "./common-passwords.json" with { type: "json" };

const SHORTEST = 12;
const LONGEST = 128;

/** The name of the product, beside that of the person. */
const OWN_WORDS = ["wellspring"];

/** Passwords that attackers try first, as a maintained list has them. */
const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

/** The most common that are long enough for this rule, by the first bytes of their SHA-256 (`scripts/common-passwords.mjs`). */
const DIGEST_BYTES = 6;
const COMMON_LONG: ReadonlySet<string> = new Set(
  Buffer.from(commonPasswords.digests, "base64")
    .toString("hex")
    .match(new RegExp(`.{${2 * DIGEST_BYTES}}`, "g")),
);

/**
 * What speaks against a new password: its length, that it is a common one (also with signs before or after it, or written twice), or that it
 * is made of the person's own name. Which signs it is made of does not matter (NIST SP 800-63B, 5.1.1.2; OWASP ASVS 5.0, V6.2).
 */
export function checkPassword(password: string, names: readonly string[]): readonly Diagnostic[] {
  const field = "password";
  const length = [...password].length;
  if (length < SHORTEST) return [accountDiagnostics.report("account-password-short", { field, least: SHORTEST })];
  if (length > LONGEST) return [accountDiagnostics.report("account-password-long", { field, most: LONGEST })];
  const plain = password.normalize("NFKC").toLowerCase();
  if (isCommon(plain)) return [accountDiagnostics.report("account-password-common", { field })];
  const own = [...OWN_WORDS, ...names.flatMap((name) => name.toLowerCase().split(/[\s-]+/))];
  const left = own
    .filter((word) => word.length > 2)
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ""), plain);
  // Half of what must be typed may not be guessable from who it is for.
  return [...left].length < SHORTEST / 2 ? [accountDiagnostics.report("account-password-own-name", { field })] : [];
}

function isCommon(plain: string): boolean {
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const half = plain.slice(0, plain.length / 2);
  return (
    [plain, core].some((one) => COMMON.has(one) || COMMON_LONG.has(digestOf(one))) ||
    (plain === half.repeat(2) && COMMON.has(half)) ||
    isOneSign(plain)
  );
}

function digestOf(plain: string): string {
  return createHash("sha256")
    .update(plain)
    .digest("hex")
    .slice(0, 2 * DIGEST_BYTES);
}

/** `aaaaaaaaaaaa`, `121212121212`. */
function isOneSign(plain: string): boolean {
  return new Set(plain).size < 4;
}
