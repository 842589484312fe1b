import { writeFile } from "node:fs/promises";
import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";

export const outputDiagnostics = defineDiagnostics({
  "output-unwritable": {
    severity: "error",
    message: ({ path }: { path: string; reason: string }) => `\`${path}\` cannot be written`,
    help: ({ reason }: { path: string; reason: string }) => `check the folder and its permissions (${reason})`,
  },
  "export-in-the-way": {
    severity: "error",
    message: ({ folder, files }: { folder: string; files: string }) => `\`${folder}\` holds other texts: ${files}`,
    help: "export into another folder, or say `--over` to put the record's text in their place; nothing was written",
  },
});

/** Writes a text file that a command was told to write. */
export async function writeOutput(path: string, text: string): Promise<Result<null>> {
  try {
    await writeFile(path, text);
    return ok(null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unwritable";
    return failed(outputDiagnostics.report("output-unwritable", { path, reason }));
  }
}
