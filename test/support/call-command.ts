import type { CliEffects } from "../../src/cli/command.ts";
import type { EvidenceDesk } from "../../src/cli/evidence-desk.ts";
import { run } from "../../src/cli/run.ts";
import { readRetractionWatch } from "../../src/ingest/read-retraction-watch.ts";
import { readRetrievalSet } from "../../src/ingest/read-retrieval-set.ts";
import { failed, ok } from "../../src/kernel/result.ts";
import { folderDiagnostics } from "../../src/store/library-folder.ts";
import { openLibrary } from "../../src/store/open-library.ts";
import { SIGNING_KEY, shippedLibrary } from "../real-library.ts";
import { openMeasuredStore } from "./measured-store.ts";

interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** Files that the command wrote, by path. */
  readonly written: Readonly<Record<string, string>>;
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
  const written: Record<string, string> = {};
  const effects: CliEffects = {
    write: (text) => void out.push(text),
    writeError: (text) => void err.push(text),
    readText: async (path) => {
      const text = files[path];
      const missing = folderDiagnostics.report("file-unreadable", { file: path, reason: "not there" });
      return text === undefined ? failed(missing) : ok(text);
    },
    withEvidence: async (opened, folder) => (folder === undefined ? ok(opened) : notHere(folder)),
    writeText: async (path, text) => {
      written[path] = text;
      return ok(null);
    },
    openEvidence: async () => (desk === undefined ? notHere("the evidence store") : ok(desk)),
    readRetractions: readRetractionWatch,
    readRetrievalSet,
    openMeasuredStore,
    readLines: () => linesOf(files["-"] ?? ""),
    openLibrary: async (folder) => (folder === undefined ? ok(library) : openLibrary(folder, SIGNING_KEY)),
    serve: async () => 0,
  };
  const status = await run(args, effects);
  return { status, out: out.join(""), err: err.join(""), written };
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split("\n");
}
