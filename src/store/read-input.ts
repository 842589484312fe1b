import { readFile, stat } from "node:fs/promises";
import { text as readStream } from "node:stream/consumers";
import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";

/** The largest file of findings or vignettes that is read. */
const MAX_INPUT_BYTES = 50_000_000;

export const inputDiagnostics = defineDiagnostics({
  "input-unreadable": {
    severity: "error",
    message: ({ path }: { path: string; reason: string }) => `\`${path}\` cannot be read`,
    help: ({ reason }: { path: string; reason: string }) => `check the path (${reason})`,
  },
});

/** Reads a text file that a command names, or standard input for `-`. */
export async function readInput(path: string): Promise<Result<string>> {
  try {
    if (path === "-") return ok(await readStream(process.stdin));
    const { size } = await stat(path);
    if (size > MAX_INPUT_BYTES) return unreadable(path, `${size} bytes are more than is read`);
    return ok(await readFile(path, "utf8"));
  } catch (error) {
    return unreadable(path, error instanceof Error ? error.message : "unreadable");
  }
}

function unreadable(path: string, reason: string): Result<never> {
  return failed(inputDiagnostics.report("input-unreadable", { path, reason }));
}
