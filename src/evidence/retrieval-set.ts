import type { EvidenceDocument, RankingProfile } from "./corpus.ts";

/** Documents, questions and judgements to measure retrieval by. */
export interface RetrievalSet {
  readonly name: string;
  readonly profile: RankingProfile;
  documents(): AsyncIterable<EvidenceDocument>;
  /** One or more wordings of the same topics. */
  readonly wordings: readonly {
    readonly name: string;
    readonly topics: readonly { readonly id: string; readonly text: string }[];
  }[];
  /** Topic to document to grade. */
  readonly judged: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** From this grade on a document counts as relevant. */
  readonly relevantFrom: number;
  /** Topic to the words that answer it, as they stand in its documents; empty where the set does not say. */
  readonly gold: ReadonlyMap<string, readonly string[]>;
  /** Topic to the one document that it asks about; empty where all are asked. */
  readonly within: ReadonlyMap<string, string>;
  /** Names of subjects beside those of the documents. */
  readonly subjects: readonly (readonly string[])[];
}
