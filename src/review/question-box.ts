import type { Result } from "../kernel/result.ts";
import type { Instant } from "./model/review-record.ts";

/** The most that is kept of one question. */
export const MAX_QUESTION_WORDS = 2_000;

/** A question that a reader gave to the board, in words the reader has read again and agreed to. */
export interface KeptQuestion {
  readonly code: string;
  readonly recorded: Instant;
  /** Null once the board has declined it: words are kept no longer than they are of use. */
  readonly words: string | null;
}

/** Where readers' questions wait. They are no part of the log: anybody may ask, and words can be taken out again. */
export interface QuestionBox {
  /** Whether anything can be added; where not, whatever would be kept is refused. */
  readonly writable: boolean;
  /** Keeps a question and gives the code by which its reader can look it up. Refused while the box is full. */
  putQuestion(words: string): Promise<Result<KeptQuestion>>;
  findQuestion(code: string): Promise<KeptQuestion | undefined>;
}

/** What has become of a question. */
export type QuestionReply =
  | { readonly kind: "unknown" }
  | { readonly kind: "waiting"; readonly recorded: Instant }
  | { readonly kind: "adopted"; readonly recorded: Instant; readonly topic: string | null }
  | { readonly kind: "answered"; readonly recorded: Instant; readonly topic: string }
  | { readonly kind: "declined"; readonly recorded: Instant; readonly reason: string };
