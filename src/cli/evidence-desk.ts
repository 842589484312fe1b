import type { Licence } from "../evidence/corpus.ts";
import type { EvidenceSources } from "../evidence/evidence-port.ts";
import type { ImportReport } from "../evidence/import-report.ts";
import type { Hit } from "../search/search-passages.ts";

export interface ImportRequest {
  readonly kind: string;
  readonly paths: readonly string[];
  /** Of the source; the kind's name when none is given. */
  readonly source?: string;
  /** The one its publisher names when none is given. */
  readonly licence?: Licence;
  readonly released: boolean;
}

/** The evidence store as commands use it. */
export interface EvidenceDesk extends EvidenceSources {
  /** Kinds of files that can be imported. */
  readonly kinds: readonly string[];
  importFiles(request: ImportRequest, progress: (report: ImportReport) => void): Promise<ImportReport>;
  close(): void;
}

/** A store made for one measurement, filled with the documents of a set and searched as the product searches. */
export interface MeasuredStore {
  readonly passages: number;
  search(question: string, limit: number): Promise<readonly Hit[]>;
  close(): void;
}
