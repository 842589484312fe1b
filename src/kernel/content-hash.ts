import { createHash } from "node:crypto";

/** SHA-256 of the texts in order, each preceded by its name and length so that no two lists of files collide. */
export function contentHash(files: readonly { readonly name: string; readonly text: string }[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    const bytes = Buffer.from(file.text, "utf8");
    hash.update(`${file.name}\0${bytes.length}\0`).update(bytes);
  }
  return `sha256-${hash.digest("hex")}`;
}
