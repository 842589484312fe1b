import type { Result } from "../kernel/result.ts";

/** Passwords that were once part of a breach of somebody, as a list that the operator has handed in. */
export interface BreachedPasswords {
  /** `sha1` in capital hexadecimal digits, as the list writes it. Fails when the list cannot be read: then nothing is known of the password. */
  has(sha1: string): Promise<Result<boolean>>;
}
