import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { LibraryFile } from "../library/model/library.ts";
import { renderDiagnostics } from "../library/render-diagnostics.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";

/** Says what is wrong with the words of a call, and how it is meant. */
export function reportUsage(command: Pick<Command, "usage">, message: string, effects: CliEffects): number {
  effects.writeError(`${message}\nusage: wellspring ${command.usage}\n`);
  return EXIT.usage;
}

/** Says why something could not be done. */
export function reportFailure(
  diagnostics: readonly Diagnostic[],
  effects: CliEffects,
  files: readonly LibraryFile[] = [],
): number {
  effects.writeError(`${renderDiagnostics(diagnostics, files)}\n`);
  return EXIT.found;
}
