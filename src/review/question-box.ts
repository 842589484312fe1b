import type { Result } from "../kernel/result.ts";
import type { Instant } from "./model/review-record.ts";

/** The most that is kept of one question. */
export const MAX_QUESTION_WORDS = 2_000;

/** What is wrong with a page, as its reader sees it. */
export const REPORT_KINDS = ["wrong", "outdated", "unclear", "missing", "source", "page", "other"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What a reader's report is about: a page, and the statement or section of it. */
export interface ReportAbout {
  readonly topic: string;
  /** Hash of the text that the reader saw. */
  readonly hash: string;
  /** Id of a section or statement; absent: the whole page. */
  readonly part?: string;
  readonly kind: ReportKind;
}

/** A question that a reader gave to the board, or a report of a problem, in words the reader has read again and agreed to. */
export interface KeptQuestion {
  readonly code: string;
  readonly recorded: Instant;
  /** Null once the board has declined it, or answered a report: words are kept no longer than they are of use. */
  readonly words: string | null;
  /** Absent for a question: it is about no page. */
  readonly about?: ReportAbout;
}

/** Where readers' questions wait. They are no part of the log: anybody may ask, and words can be taken out again. */
export interface QuestionBox {
  /** Whether anything can be added; where not, whatever would be kept is refused. */
  readonly writable: boolean;
  /** Keeps a question, or a report about something, and gives the code by which its reader can look it up. Refused while the box is full. */
  putQuestion(words: string, about?: ReportAbout): Promise<Result<KeptQuestion>>;
  findQuestion(code: string): Promise<KeptQuestion | undefined>;
}

/** What has become of a question, or of a report: that is replied to in words rather than answered by a topic. */
export type QuestionReply =
  | { readonly kind: "unknown" }
  | (Known & { readonly kind: "waiting" })
  | (Known & { readonly kind: "adopted"; readonly topic: string | null })
  | (Known & { readonly kind: "answered"; readonly topic: string })
  | (Known & { readonly kind: "replied"; readonly answer: string })
  | (Known & { readonly kind: "declined"; readonly reason: string });

interface Known {
  readonly recorded: Instant;
  /** Absent for a question. */
  readonly about?: ReportAbout;
}
