import { z } from "zod";
import type { LogEntry } from "./log-entry.ts";

/**
 * The hash of one entry, kept somewhere else: printed, mailed, in another system. A log that was rewritten as a whole, or cut
 * at its end, is sound in itself; only an anchor shows it.
 */
export const anchorShape = z.strictObject({ sequence: z.int().min(1), recorded: z.string(), hash: z.string() });
export type Anchor = z.infer<typeof anchorShape>;

export function anchorOf({ sequence, recorded, hash }: LogEntry): Anchor {
  return { sequence, recorded, hash };
}
