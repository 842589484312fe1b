import { createHash } from "node:crypto";

/** 256 bits: nobody finds one by trying. */
const TOKEN_BYTES = 32;

/** A secret that a browser or a link carries. */
export function newToken(random: (bytes: number) => Uint8Array): string {
  return Buffer.from(random(TOKEN_BYTES)).toString("base64url");
}

/** What is kept in its place: whoever reads the file cannot sign in with it. A token is random, so one plain SHA-256 is enough. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
