import type { Result } from "../kernel/result.ts";
import type { ActRequest } from "./decide.ts";
import type { Anchor } from "./log/anchor.ts";
import type { Door, LogEntry } from "./log/log-entry.ts";
import type { LogFault } from "./log/verify-log.ts";
import type { Instant, ReviewRecord } from "./model/review-record.ts";
import type { KeptQuestion, QuestionBox } from "./question-box.ts";

/** Every file that an exact text is made from, as its hash was taken. */
export interface KeptText {
  readonly topic: string;
  readonly hash: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** The record of review as edges use it. What `act` gives back is on disk before it is given back. */
export interface RecordPort extends QuestionBox {
  /** Every question that was given, the first one first. */
  questions(): Promise<readonly KeptQuestion[]>;
  /** Takes the words of a question out; its code stays. */
  forgetQuestion(code: string): Promise<void>;
  /** What holds now, with what other processes have recorded meanwhile. */
  read(): Promise<ReviewRecord>;
  now(): Instant;
  /** Locks the log, asks whether this may be recorded, and records it; or says why not, and nothing has changed. */
  act(request: ActRequest, door: Door): Promise<Result<LogEntry>>;
  /** Keeps a text under its hash, so that copies can be compared with later ones. Throws for a text whose hash is not its own. */
  keepText(text: KeptText): Promise<Result<null>>;
  /** A text that was kept; nothing when this hash was never here. */
  findText(hash: string): Promise<KeptText | undefined>;
  /** Hashes of all texts that were kept for a topic, or for all. */
  keptHashes(): Promise<readonly string[]>;
  entries(): Promise<readonly LogEntry[]>;
  /** Every fault of the log, of the texts kept, and of the file itself. */
  verify(anchors: readonly Anchor[]): Promise<readonly (LogFault | string)[]>;
  /** A sound copy while the record is in use. */
  backup(path: string): Promise<Result<number>>;
  close(): Promise<void>;
}

/** What a table of the record holds; the digest is the SHA-256 over every value of every row, in order. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  readonly digest: string;
}
