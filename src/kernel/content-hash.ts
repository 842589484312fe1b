import { hash } from "node:crypto";

/**
 * SHA-256 of the texts in order, each preceded by its name and length in bytes so that no two lists of files collide. In one call: an import
 * makes one for each passage, and to hand over piece by piece takes longer than hashing.
 */
export function contentHash(files: readonly { readonly name: string; readonly text: string }[]): string {
  let whole = "";
  // A half of a pair becomes U+FFFD, as in any encoding, before it could meet its other half in the next text.
  for (const { name, text } of files)
    whole += `${name.toWellFormed()}\0${Buffer.byteLength(text)}\0${text.toWellFormed()}`;
  return `sha256-${hash("sha256", whole, "hex")}`;
}
