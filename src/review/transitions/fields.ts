import { z } from "zod";

/** Fields that steps share. Words are one paragraph of plain text: nothing in them is ever read as markup. */
export const topic = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9-]*$/, "a topic is named by lower-case letters, digits and hyphens");
export const hash = z.string().regex(/^sha256-[0-9a-f]{64}$/, "a text is named by its SHA-256, as `sha256-…`");
export const person = z
  .string()
  .max(60)
  .regex(/^[a-z0-9][a-z0-9-]*$/, "a person is named by lower-case letters, digits and hyphens");
export const source = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9-]*$/, "a source is named by its citation key");
export const entry = z.int().min(1);

/** Text of a person, without control characters or signs that turn the direction of what follows. */
export function words(most: number) {
  return z
    .string()
    .trim()
    .min(1, "write why")
    .max(most, `at most ${most} characters`)
    .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, "write one paragraph of plain text");
}

export const reason = words(2_000);
