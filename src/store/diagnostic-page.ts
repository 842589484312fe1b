import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The page that explains a diagnostic, as Markdown; nothing when the folder has none of that name. */
export async function readDiagnosticPage(folder: string, code: string): Promise<string | undefined> {
  // A code is a phrase: whatever else is asked for is the name of no page, and leads out of no folder.
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(code)) return undefined;
  try {
    return await readFile(join(folder, `${code}.md`), "utf8");
  } catch {
    return undefined;
  }
}
