import type { CliEffects } from "../../src/cli/command.ts";
import type { EvidenceDesk } from "../../src/cli/evidence-desk.ts";
import { run } from "../../src/cli/run.ts";
import { failed, ok } from "../../src/kernel/result.ts";
import { folderDiagnostics } from "../../src/store/library-folder.ts";
import { openLibrary } from "../../src/store/open-library.ts";
import { SIGNING_KEY, shippedLibrary } from "../real-library.ts";

interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** What these tests have no need of. */
const notHere = (file: string) =>
  failed(folderDiagnostics.report("file-unreadable", { file, reason: "not part of this test" }));

/** Runs a command on the shipped library with files that are handed in and everything it writes recorded. */
export async function callCommand(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  desk?: EvidenceDesk,
): Promise<Called> {
  const library = await shippedLibrary();
  const out: string[] = [];
  const err: string[] = [];
  const effects: CliEffects = {
    write: (text) => void out.push(text),
    writeError: (text) => void err.push(text),
    readText: async (path) => {
      const text = files[path];
      const missing = folderDiagnostics.report("file-unreadable", { file: path, reason: "not there" });
      return text === undefined ? failed(missing) : ok(text);
    },
    openEvidence: async () => (desk === undefined ? notHere("the evidence store") : ok(desk)),
    readRetrievalSet: async (path) => notHere(path),
    openMeasuredStore: async () => notHere("a store for measurement"),
    readLines: () => linesOf(files["-"] ?? ""),
    openLibrary: async (folder) => (folder === undefined ? ok(library) : openLibrary(folder, SIGNING_KEY)),
    serve: async () => 0,
  };
  const status = await run(args, effects);
  return { status, out: out.join(""), err: err.join("") };
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split("\n");
}
