import { type ChosenQuotes, chooseQuotes } from "./choose-quotes.ts";
import { makeCues } from "./cues.ts";
import { findQuotable, type LeftOut } from "./find-quotable.ts";
import type { QuotableEvidence } from "./quotable-evidence.ts";
import type { QuotingWeights } from "./quoting-weights.ts";
import type { QuotingWords } from "./quoting-words.ts";

export interface Quoting {
  readonly evidence: QuotableEvidence;
  readonly words: QuotingWords;
  readonly weights: QuotingWeights;
}

/** What was found for a question: plain data, so that one thread can hand it to another. */
export interface FoundQuotes {
  /** Absent when nothing answers well enough. */
  readonly chosen?: ChosenQuotes;
  /** That the question is answered. */
  readonly probability: number;
  /** Why passages that were found are not quoted from. */
  readonly leftOut: readonly LeftOut[];
}

/** Searches, reads and chooses: nearly all the work of an answer by quotes. */
export type FindQuotes = (question: string) => Promise<FoundQuotes>;

/** Finds in this very thread. */
export function quotesFinder({ evidence, words, weights }: Quoting): FindQuotes {
  const cues = makeCues(words);
  return async (question) => {
    const { ranked, probability, leftOut } = await findQuotable(question, { evidence, cues, weights });
    const isGoodEnough = ranked.length > 0 && probability >= weights.answerable.threshold;
    return {
      probability,
      leftOut,
      ...(isGoodEnough ? { chosen: chooseQuotes(ranked, weights.choice, cues) } : {}),
    };
  };
}
