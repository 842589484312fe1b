import type { Result } from "../kernel/result.ts";
import type { CliEffects, OpenedLibrary } from "./command.ts";

/** The library with the evidence store around it, of the folder that a command names or of the one the product was started with. */
export async function openAnswering(evidence: string | undefined, effects: CliEffects): Promise<Result<OpenedLibrary>> {
  const opened = await effects.openLibrary();
  return opened.ok ? effects.withEvidence(opened.value, evidence) : opened;
}
