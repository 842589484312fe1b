import { createCipheriv, createDecipheriv, createHash, hkdfSync } from "node:crypto";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { PersonId } from "../../review/model/review-record.ts";
import { accountDiagnostics } from "../account-diagnostics.ts";

/** The shortest secret that keys may be sealed with, in characters. */
export const SHORTEST_ACCOUNT_KEY = 32;

/** AES-256-GCM (NIST SP 800-38D): a key of 256 bits, a random nonce of 96 (8.2.2), a tag of 128. */
const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const SEALED = /^v1\.([\w-]{8})\.([\w-]+)$/;

/** Seals keys of authenticators, so that whoever reads the tables or a backup does not have the second factors. */
export interface KeySeal {
  seal(totpKey: string, person: PersonId): Result<string>;
  /** The key of this very person; a failure where it was sealed with a secret that is not at hand, for another, or was changed. */
  open(sealed: string, person: PersonId): Result<string>;
  /** Whether it is sealed with the secret that seals now. */
  isCurrent(sealed: string): boolean;
}

interface SealingKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** Whether a value is a sealed key. Earlier versions kept them as they are, in base 32. */
export function isSealed(value: string): boolean {
  return SEALED.test(value);
}

/** The first secret seals; every one of them opens what it once sealed, so that secrets can be changed one after the other. */
export function createKeySeal(secrets: readonly string[], random: (bytes: number) => Uint8Array): KeySeal {
  const keys = secrets.map(deriveKey);
  const [current] = keys;
  return {
    seal(totpKey, person) {
      if (current === undefined) return closed("no key is set");
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, current.key, nonce).setAAD(Buffer.from(person));
      const text = Buffer.concat([cipher.update(totpKey, "utf8"), cipher.final()]);
      return ok(`v1.${current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url")}`);
    },
    open(sealed, person) {
      const [, id, bytes = ""] = SEALED.exec(sealed) ?? [];
      if (id === undefined) return closed("it was never sealed");
      if (current === undefined) return closed("no key is set");
      const known = keys.find((one) => one.id === id);
      if (known === undefined) return closed("it was sealed with another key than those that are set");
      return decipher(known, Buffer.from(bytes, "base64url"), person);
    },
    isCurrent: (sealed) => current !== undefined && SEALED.exec(sealed)?.[1] === current.id,
  };
}

/** The person is authenticated with it: a sealed key that was put beside another name does not open there. */
function decipher({ key }: SealingKey, sealed: Buffer, person: PersonId): Result<string> {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  if (tag.length < TAG_BYTES) return closed("it is not whole");
  const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(person))
    .setAuthTag(tag);
  try {
    return ok(
      Buffer.concat([cipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]).toString("utf8"),
    );
  } catch {
    return closed("it was changed, or is another's");
  }
}

/** HKDF (RFC 5869): the secret is as long as its operator wrote it. The id tells which secret it was, and nothing of the secret. */
function deriveKey(secret: string): SealingKey {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "wellspring keys of authenticators", KEY_BYTES));
  const id = createHash("sha256").update(key).digest("base64url").slice(0, 8);
  return { id, key };
}

function closed(reason: string): Result<never> {
  return failed(accountDiagnostics.report("account-key-closed", { reason }));
}
