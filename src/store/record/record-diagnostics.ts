import { defineDiagnostics } from "../../kernel/diagnostic.ts";

/** What can be wrong with the file that holds the record of review. */
export const recordDiagnostics = defineDiagnostics({
  "record-unreadable": {
    severity: "error",
    message: ({ file }: { file: string; reason: string }) => `the record of review in \`${file}\` cannot be opened`,
    help: ({ reason }: { file: string; reason: string }) => `check the file and its permissions (${reason})`,
  },
  "record-newer": {
    severity: "error",
    message: ({ file, version, known }: { file: string; version: number; known: number }) =>
      `\`${file}\` was written by a later Wellspring (version ${version} of the record; this one knows ${known})`,
    help: "run the later version: a record is never taken back to an earlier form",
  },
  "record-busy": {
    severity: "error",
    message: () => "another process is writing the record, and did not finish in time",
    help: "try again; nothing was recorded",
  },
  "record-not-written": {
    severity: "error",
    message: ({ reason }: { reason: string }) => `the record could not be written (${reason})`,
    help: "nothing was recorded; make room on the disk or mend it, then do it again",
  },
  "record-in-the-way": {
    severity: "error",
    message: ({ file }: { file: string }) => `there is a file \`${file}\` already`,
    help: "name a file that does not exist yet: neither a record nor a backup is ever overwritten",
  },
  "record-unsound": {
    severity: "error",
    message: ({ file, faults }: { file: string; faults: string }) =>
      `the record in \`${file}\` is not sound: ${faults}`,
    help: "restore another backup; keep this file for whoever looks into what happened",
  },
});
