import type { Accounts } from "../accounts/accounts.ts";
import type { Wellspring } from "../answer/wellspring.ts";
import type { CopiedCounts } from "../evidence/evidence-port.ts";
import type { MarkList } from "../evidence/publication-mark.ts";
import type { RetrievalSet } from "../evidence/retrieval-set.ts";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { Result } from "../kernel/result.ts";
import type { LibraryFile } from "../library/model/library.ts";
import type { Anchor } from "../review/log/anchor.ts";
import type { RecordPort, TableDigest } from "../review/record-port.ts";
import type { EvidenceDesk, MeasuredStore } from "./evidence-desk.ts";

/** A library as read and checked, with the product on top of it. */
export interface OpenedLibrary {
  readonly folder: string;
  readonly files: readonly LibraryFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** What phrases leave of each other unread; takes seconds. */
  readonly checkWords: () => readonly Diagnostic[];
  readonly wellspring: Wellspring;
}

/** Files that a folder is to hold, and files that it must not hold. */
export interface FolderChange {
  readonly files: readonly LibraryFile[];
  readonly absent: readonly string[];
}

/** Accounts for a command, until it closes them. */
export interface OpenedAccounts extends Pick<Accounts, "effects" | "address"> {
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
}

/** What a command may do to the world. Handed in by `main.ts`; tests hand in a recording object. */
export interface CliEffects {
  /** Writes to standard output, as it is. */
  write(text: string): void;
  /** Writes to standard error: messages, progress. */
  writeError(text: string): void;
  /** A clock that only goes forward, for limits of time. */
  milliseconds(): number;
  /** Reads a text file, or standard input for `-`. */
  readText(path: string): Promise<Result<string>>;
  /** Writes a text file, over one that is there. */
  writeText(path: string, text: string): Promise<Result<null>>;
  /** The text files of a folder that is laid out as a library, whatever they hold. */
  readLibrary(folder: string): Promise<Result<readonly LibraryFile[]>>;
  /** Writes files of a library into a folder and takes others away; over files that are others only when told to. Gives what was changed. */
  writeLibrary(folder: string, change: FolderChange, over: boolean): Promise<Result<readonly string[]>>;
  /** The lines of standard input, one by one as they come. */
  readLines(): AsyncIterable<string>;
  /** Opens a library; without a folder, the one the product was started with. */
  openLibrary(folder?: string): Promise<Result<OpenedLibrary>>;
  /**
   * Puts the evidence store of a folder around a library, so that it is quoted where no topic answers. Without a folder, the one the
   * product was started with; where that is not there the library stays as it is.
   */
  withEvidence(library: OpenedLibrary, folder?: string): Promise<Result<OpenedLibrary>>;
  /** Opens the evidence store; without a folder, the one the product was started with. */
  openEvidence(folder?: string): Promise<Result<EvidenceDesk>>;
  /** Copies what answering reads of the evidence store to a PostgreSQL server; without a folder, of the store the product was started with. */
  copyEvidence(address: string, folder?: string): Promise<Result<CopiedCounts>>;
  /** Reads a list of retracted publications. */
  readRetractions(path: string): Promise<Result<MarkList>>;
  /** Reads a folder with documents, questions and judgements. */
  readRetrievalSet(path: string): Promise<Result<RetrievalSet>>;
  /** Imports the documents of a set into a store of its own. */
  openMeasuredStore(set: RetrievalSet): Promise<Result<MeasuredStore>>;
  /** Whether there is a record of review there, or where the product was started with. Nothing is made by asking. */
  hasRecord(file?: string): boolean;
  /** Opens the record of review in a file or at an address `postgres://…`; without either, the one the product was started with. `unsound`: even if it was tampered with. */
  openRecord(file?: string, options?: { readonly unsound?: boolean }): Promise<Result<RecordPort>>;
  /** Opens the accounts that lie beside a record; without a file, that of the one the product was started with. */
  openAccounts(file?: string): Promise<Result<OpenedAccounts>>;
  /** Puts a backup in the place of a record that is gone; gives the number of its entries. */
  restoreRecord(backup: string, anchors: readonly Anchor[], file?: string): Promise<Result<number>>;
  /** Copies a record to a place where there is none, and proves that every table is the same. */
  copyRecord(from: string, to: string): Promise<Result<readonly TableDigest[]>>;
  /** Starts the server and returns when it has stopped. */
  serve(library: OpenedLibrary, options: ServeOptions): Promise<number>;
}

/** Exit statuses, the same for every command. */
export const EXIT = { ok: 0, found: 1, usage: 2 } as const;

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[], effects: CliEffects): Promise<number>;
}
