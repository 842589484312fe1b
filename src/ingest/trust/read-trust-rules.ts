import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { defineDiagnostics } from "../../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { parseTrustRules, type TrustRules } from "./trust-rules.ts";

const FILE = "trust-rules.yaml";

export const trustDiagnostics = defineDiagnostics({
  "trust-rules-missing": {
    severity: "error",
    message: ({ folder }: { folder: string }) =>
      `\`${folder}\` has no ${FILE}, so nothing says what is not taken for evidence`,
    help: "copy the file from the library that ships with Wellspring",
  },
});

/** The rules of a library. */
export async function readTrustRules(libraryFolder: string): Promise<Result<TrustRules>> {
  let text: string;
  try {
    text = await readFile(join(libraryFolder, FILE), "utf8");
  } catch {
    return failed(trustDiagnostics.report("trust-rules-missing", { folder: libraryFolder }));
  }
  const parsed = parseTrustRules(FILE, text);
  return parsed.ok ? ok(parsed.value.value) : parsed;
}
