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
  "record-read-only": {
    severity: "error",
    message: () => "the record of review can only be read here, so nothing was recorded",
    help: "give the user of the server the right to write to the record and to the folder it lies in, then restart",
  },
  "record-outcome-unknown": {
    severity: "error",
    message: ({ reason }: { reason: string }) =>
      `the connection was lost while this was being recorded (${reason}): whether it was is not known`,
    help: "look whether it stands in the record before you do it again",
  },
  "record-not-durable": {
    severity: "error",
    message: ({ file, settings }: { file: string; settings: string }) =>
      `the server of \`${file}\` acknowledges what a power cut would take away (${settings})`,
    help: "set fsync, full_page_writes and synchronous_commit to on for this database and its user",
  },
  "record-on-server": {
    severity: "error",
    message: () => "this record lies on a PostgreSQL server, which makes its own backups",
    help: "`wellspring record copy <from> <to>` makes a file of it that `record restore` takes; the server's own is pg_basebackup",
  },
  "copy-differs": {
    severity: "error",
    message: ({ table }: { table: string }) => `the table \`${table}\` is not the same after it was copied`,
    help: "nothing was kept of the copy; report this, it is a fault of the program",
  },
  "questions-full": {
    severity: "error",
    message: () => "more questions were given than the board can read, and this one was not kept",
    help: "try again later",
  },
  "record-in-the-way": {
    severity: "error",
    message: ({ file }: { file: string }) => `there is something in \`${file}\` already`,
    help: "name a place where nothing is yet: neither a record nor a backup is ever overwritten",
  },
  "record-unsound": {
    severity: "error",
    message: ({ file, faults }: { file: string; faults: string }) =>
      `the record in \`${file}\` is not sound: ${faults}`,
    help: "restore another backup; keep this file for whoever looks into what happened",
  },
});
