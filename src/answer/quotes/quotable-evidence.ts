import type { EvidenceSource, RankingProfile } from "../../evidence/corpus.ts";
import type { Analyser } from "../../search/analyser.ts";
import type { FoundPassage } from "../../search/candidate-index.ts";
import type { SearchResult } from "../../search/search-passages.ts";

/** What quotation needs of a store of evidence. */
export interface QuotableEvidence {
  readonly analyser: Analyser;
  search(question: string, profile: RankingProfile, limit: number): Promise<SearchResult>;
  /** Name and licence of a source; undefined when it was removed meanwhile. */
  findSource(id: string): Pick<EvidenceSource, "title" | "licence"> | undefined;
  /** The passages as they are stored at this moment, those of released sources only. */
  getPassages(hashes: readonly string[]): readonly FoundPassage[] | Promise<readonly FoundPassage[]>;
}
