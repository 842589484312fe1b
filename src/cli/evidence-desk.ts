import type { Quoting } from "../answer/quotes/find-quotes.ts";
import type { Licence, RankingProfile, SourceOverview } from "../evidence/corpus.ts";
import type { EvidenceSources } from "../evidence/evidence-port.ts";
import type { ImportReport } from "../evidence/import-report.ts";
import type { SearchResult } from "../search/search-passages.ts";

export interface ImportRequest {
  readonly kind: string;
  readonly paths: readonly string[];
  /** Of the source. */
  readonly source: string;
  readonly licence: Licence;
  readonly released: boolean;
  /** What a document that comes by standard input is called. */
  readonly standardInputName: string;
}

/** What a command has to know of a kind of files. */
export interface KindOfFile {
  readonly profile: RankingProfile;
  /** The licence its publisher names, by its name in the ledger; absent where every file has terms of its own. */
  readonly licence?: string;
  /** A file is one document, known by the file's name. */
  readonly isDocument?: true;
}

/** The evidence store as commands use it. */
export interface EvidenceDesk extends EvidenceSources {
  /** Kinds of files that can be imported, by name. */
  readonly kinds: Readonly<Record<string, KindOfFile>>;
  importFiles(request: ImportRequest, progress: (report: ImportReport) => void): Promise<ImportReport>;
  overviews(): readonly SourceOverview[];
  close(): void;
}

/** A store made for one measurement, filled with the documents of a set and searched as the product searches. */
export interface MeasuredStore {
  readonly passages: number;
  readonly quoting: Quoting;
  search(question: string, limit: number): Promise<SearchResult>;
  /** The passages of one document, in the order in which search would give them. */
  searchDocument(question: string, key: string): SearchResult;
  close(): void;
}
