import { argon2, timingSafeEqual } from "node:crypto";

/** OWASP's Password Storage Cheat Sheet, Argon2id: 19 MiB of memory, two passes, one lane. */
const PARAMETERS = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
export const NONCE_BYTES = 16;

/** Above these, what stands in the file was not written by us; a hash of it could hold the server up. */
const MOST = { memory: 1_048_576, passes: 16, parallelism: 16 } as const;

const PHC = /^\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,9}),p=(\d{1,9})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * Argon2id (RFC 9106) in the PHC string format (https://github.com/P-H-C/phc-string-format). A password is taken in Unicode form
 * NFKC, so that two keyboards write the same one (NIST SP 800-63B, 5.1.1.2).
 */
export async function hashPassword(password: string, nonce: Uint8Array): Promise<string> {
  const { memory, passes, parallelism } = PARAMETERS;
  const tag = await derive(password, nonce, { ...PARAMETERS, tagLength: TAG_BYTES });
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${toBase64(nonce)}$${toBase64(tag)}`;
}

/** Whether the password is the one that was hashed. What is no such hash matches nothing. */
export async function matchesHash(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = "", tag = ""] = PHC.exec(hash) ?? [];
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const isOurs = cost.memory <= MOST.memory && cost.passes <= MOST.passes && cost.parallelism <= MOST.parallelism;
  if (tag === "" || !isOurs) return false;
  const expected = Buffer.from(tag, "base64");
  const derived = await derive(password, Buffer.from(nonce, "base64"), { ...cost, tagLength: expected.length });
  return timingSafeEqual(expected, derived);
}

/** Whether a hash was made with less work than one made now. */
export function isWeaker(hash: string): boolean {
  const [, memory, passes] = PHC.exec(hash) ?? [];
  return Number(memory) < PARAMETERS.memory || Number(passes) < PARAMETERS.passes;
}

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly tagLength: number;
}

function derive(password: string, nonce: Uint8Array, cost: Cost): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  argon2("argon2id", { ...cost, message: Buffer.from(password.normalize("NFKC")), nonce }, (error, tag) =>
    error === null ? resolve(tag) : reject(error),
  );
  return promise;
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}
