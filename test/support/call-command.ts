import { existsSync } from "node:fs";
import type { CliEffects } from "../../src/cli/command.ts";
import type { EvidenceDesk } from "../../src/cli/evidence-desk.ts";
import { run } from "../../src/cli/run.ts";
import { readRetractionWatch } from "../../src/ingest/read-retraction-watch.ts";
import { readRetrievalSet } from "../../src/ingest/read-retrieval-set.ts";
import { failed, ok } from "../../src/kernel/result.ts";
import { accountsOn } from "../../src/store/accounts/open-accounts.ts";
import { copyEvidence } from "../../src/store/evidence/on-postgres/copy-evidence.ts";
import { folderDiagnostics, readLibraryFolder } from "../../src/store/library-folder.ts";
import { openLibrary } from "../../src/store/open-library.ts";
import { copyRecord } from "../../src/store/record/copy-record.ts";
import { openRecord, openTables } from "../../src/store/record/record-store.ts";
import { restoreRecord } from "../../src/store/record/restore-record.ts";
import { writeLibraryFolder } from "../../src/store/write-library-folder.ts";
import { LIBRARY_FOLDER, SIGNING_KEY, shippedLibrary } from "../real-library.ts";
import { SEALING_KEY } from "./account-bench.ts";
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

/** Runs a command on the shipped library with files that are handed in and everything it writes recorded. Time goes on by a millisecond whenever it is looked at. */
export async function callCommand(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  desk?: EvidenceDesk,
  record?: { readonly file: string; readonly clock: () => Date },
): Promise<Called> {
  const library = await shippedLibrary();
  const out: string[] = [];
  const err: string[] = [];
  const written: Record<string, string> = {};
  let time = 0;
  const effects: CliEffects = {
    write: (text) => void out.push(text),
    writeError: (text) => void err.push(text),
    milliseconds: () => time++,
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
    readLibrary: readLibraryFolder,
    writeLibrary: writeLibraryFolder,
    openEvidence: async () => (desk === undefined ? notHere("the evidence store") : ok(desk)),
    copyEvidence: (address, from = "") => copyEvidence(LIBRARY_FOLDER, from, address),
    readRetractions: readRetractionWatch,
    readRetrievalSet,
    openMeasuredStore,
    readLines: () => linesOf(files["-"] ?? ""),
    openLibrary: async (folder) => (folder === undefined ? ok(library) : openLibrary(folder, SIGNING_KEY)),
    hasRecord: (file = record?.file) => file !== undefined && existsSync(file),
    openRecord: async (file = record?.file, options) =>
      record === undefined ? notHere("the record") : openRecord(file, record.clock, options),
    openAccounts: async (file = record?.file) => {
      if (record === undefined) return notHere("the accounts");
      const tables = await openTables(file, record.clock);
      if (!tables.ok) return tables;
      const { record: beside, engine } = tables.value;
      const address = new URL("https://wellspring.example");
      return ok({ effects: accountsOn(beside, engine, [SEALING_KEY]), address, close: () => beside.close() });
    },
    restoreRecord: async (backup, anchors, file = record?.file) =>
      record === undefined || file === undefined
        ? notHere("the record")
        : restoreRecord(backup, file, anchors, record.clock),
    copyRecord,
    serve: async () => 0,
  };
  const status = await run(args, effects);
  return { status, out: out.join(""), err: err.join(""), written };
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split("\n");
}
