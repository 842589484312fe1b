import type { PublicationStatus, RankingProfile } from "../../evidence/corpus.ts";
import type { FoundPassage } from "../../search/candidate-index.ts";
import type { SearchResult } from "../../search/search-passages.ts";
import { answerableFeatures, probabilityOf, weightedSum } from "./answerable.ts";
import type { Quotable } from "./choose-quotes.ts";
import type { Cues } from "./cues.ts";
import type { QuotableEvidence } from "./quotable-evidence.ts";
import type { QuotingWeights } from "./quoting-weights.ts";
import { readSentences } from "./read-sentence.ts";
import { splitQuotable } from "./split-quotable.ts";

/** Passages of each profile whose sentences are read. */
const PASSAGES = 20;
/** A recommendation up to this length is quoted whole. */
const LONGEST_WHOLE = 800;

const PROFILES: readonly RankingProfile[] = ["topic-pages", "literature"];

/** What is quoted: a correction is marked and leaves the rest standing; what is worse is left out. */
const QUOTED: ReadonlySet<PublicationStatus> = new Set(["current", "corrected"]);

export type LeftOut = PublicationStatus | "licence" | "not-found";

/** Sentences that may be quoted for a question, best first, and how likely it is that they answer it. */
export interface QuotableSentences {
  readonly ranked: readonly Quotable[];
  readonly probability: number;
  /** Why passages that were found are not quoted from. */
  readonly leftOut: readonly LeftOut[];
}

/** What sentences are found with. */
export interface QuotingParts {
  readonly evidence: QuotableEvidence;
  readonly cues: Cues;
  readonly weights: QuotingWeights;
}

/** Looks in the released sources of both profiles. Of two profiles the one that promises more says how likely there is an answer. */
export async function findQuotable(question: string, parts: QuotingParts): Promise<QuotableSentences> {
  const ranked: Quotable[] = [];
  const leftOut: LeftOut[] = [];
  let probability = 0;
  for (const profile of PROFILES) {
    const result = await parts.evidence.search(question, profile, PASSAGES);
    const mayQuote = result.hits.filter(({ found }) => {
      const reason = reasonToLeaveOut(found, parts.evidence);
      if (reason !== undefined) leftOut.push(reason);
      return reason === undefined;
    });
    const found = { ...result, hits: mayQuote };
    const sentences = rankSentences(found, parts);
    if (sentences.length === 0) continue;
    const features = answerableFeatures(found, sentences);
    probability = Math.max(probability, probabilityOf(features, parts.weights.answerable));
    ranked.push(...sentences);
  }
  return { ranked: ranked.sort((a, b) => b.score - a.score), probability, leftOut };
}

function reasonToLeaveOut({ status, passage }: FoundPassage, evidence: QuotableEvidence): LeftOut | undefined {
  if (!QUOTED.has(status)) return status;
  return evidence.findSource(passage.source)?.licence.grants.quote === true ? undefined : "licence";
}

/** Every sentence of the passages with its score, best first; ties as the passages stand. */
export function rankSentences(
  { terms, hits }: Pick<SearchResult, "terms" | "hits">,
  {
    evidence: { analyser },
    cues,
    weights,
  }: { readonly evidence: Pick<QuotableEvidence, "analyser"> } & Omit<QuotingParts, "evidence">,
): readonly Quotable[] {
  const best = hits[0]?.score || 1;
  return hits
    .flatMap(({ found, score: share }) => {
      const { text, role } = found.passage;
      const whole = role === "recommendation" && text.length <= LONGEST_WHOLE;
      const sentences = whole
        ? [{ start: 0, end: text.length, text }].filter(() => text.trim() !== "")
        : splitQuotable(text, cues.abbreviations);
      return readSentences(found, sentences, share / best, { terms, analyser, cues }).map((read) => ({
        found,
        read,
        terms,
        score: weightedSum(read.features, weights.sentence),
      }));
    })
    .sort((a, b) => b.score - a.score);
}
