import type {
  EvidenceSource,
  ImportProgress,
  Licence,
  Passage,
  RankingProfile,
  SourceOverview,
  SourceState,
} from "./corpus.ts";
import type { MarkedDocument, PublicationMark } from "./publication-mark.ts";

/** A passage before the store has given its document a version. */
export type PassageDraft = Omit<Passage, "version">;

/** A text, or its bytes in UTF-8: what another process has read is stored without a string being made of it. */
export type TextOrBytes = string | Uint8Array;

/** A document with its passages, as it is stored. */
export interface PreparedDocument {
  readonly key: string;
  /** Changes with everything that is stored of it. */
  readonly hash: string;
  /** What is kept of it beside its text (`DocumentRecord`), as JSON. */
  readonly record: TextOrBytes;
  readonly passages: readonly PreparedPassage[];
  /** What it says of other publications: a notice of retraction names the article that is retracted. */
  readonly marks?: readonly PublicationMark[];
  /** What search reads of the passages, where their reader has made it. A store whose analyser is another makes its own. */
  readonly terms?: PreparedTerms;
}

/** A passage as it is stored, in its place among those of its document; its headings as JSON. */
export interface PreparedPassage extends Pick<PassageDraft, "hash" | "start" | "end" | "role" | "grade"> {
  readonly headings: string;
  readonly text: TextOrBytes;
}

/** The terms of passages, and the fingerprint of the analyser that made them. */
export interface PreparedTerms {
  readonly analyser: string;
  /** Those of all passages, one after the other, each as `toTermLines` writes them, in UTF-8. */
  readonly lines: Uint8Array;
  /** Where those of each passage end. */
  readonly ends: readonly number[];
}

/** One step of an import: a document to keep, or the key of one that its publisher took back. */
export type ImportItem =
  | ({ readonly kind: "document" } & PreparedDocument)
  | { readonly kind: "deletion"; readonly key: string };

/** How far the reading of a file has come. Stored with the documents themselves, so that an interrupted import goes on. */
export interface Checkpoint {
  readonly file: string;
  /** Changes with the file: a checkpoint of another file of that name is none. */
  readonly fingerprint: string;
  /** Records read from the start of the file. */
  readonly records: number;
  readonly finished: boolean;
}

export interface NewSource {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly licence: Licence;
  readonly profile: RankingProfile;
  /** ISO 8601 date. */
  readonly imported: string;
  readonly released: boolean;
}

export interface BatchOutcome {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly deleted: number;
  /** Documents of which something that was quoted before may no longer hold. */
  readonly outdated: readonly OutdatedDocument[];
}

/** A document whose newer version leaves out passages of the one before, or changes their words. */
export interface OutdatedDocument {
  readonly key: string;
  /** Passages of the version before, and how many of them do not stand in the newer one. */
  readonly passages: number;
  readonly lost: number;
}

/** What imports write to. Each call is one transaction. */
export interface EvidenceWriter {
  /** Makes the source, or finds it; the state of one that is there stays. */
  openSource(source: NewSource): EvidenceSource;
  checkpoint(source: string, file: string): Checkpoint | undefined;
  /** Stores documents: one that is there word for word stays as it is, a changed one becomes a new version. */
  storeBatch(source: string, items: Iterable<ImportItem>, checkpoint?: Checkpoint): BatchOutcome;
  /** The same, with a pause after every few items for what goes on beside it. Nothing else may be written meanwhile. */
  storeWithPauses(
    source: string,
    items: Iterable<ImportItem>,
    checkpoint: Checkpoint | undefined,
    pause: () => Promise<void>,
  ): Promise<BatchOutcome>;
}

/** A decision on a source that is about to be recorded, after this entry of the log. */
export interface EvidenceIntent {
  readonly source: string;
  readonly after: number;
}

/** What a copy of the store on a server holds. */
export interface CopiedCounts {
  readonly passages: number;
  /** Those of each profile for themselves. */
  readonly stems: number;
}

/** What whoever looks after the store sees of it, all of one moment. */
export interface EvidenceLook {
  readonly sources: readonly SourceOverview[];
  readonly progress: readonly ImportProgress[];
  /** Documents that are not in good standing, with who says so. */
  readonly marked: readonly MarkedDocument[];
}

/** What librarians do with sources. */
export interface EvidenceSources {
  sources(): readonly EvidenceSource[];
  /** Puts a source's passages into search, or takes them out. False when there is no such source. */
  setState(source: string, state: SourceState): boolean;
  /** Deletes a source with all its documents, versions and checkpoints. False when there is no such source. */
  removeSource(source: string): boolean;
  /** SHA-256 over the current documents of a source, by key; undefined when there is no such source. */
  digestOf(source: string): string | undefined;
  /** Decisions that may have been recorded and are not carried out. */
  intents(): readonly EvidenceIntent[];
  intend(intent: EvidenceIntent): void;
  forgetIntent(source: string): void;
  /** Puts what a list says of publications in the place of what it said before; it holds for documents imported later too. */
  applyMarks(list: string, marks: readonly PublicationMark[]): void;
  markedDocuments(): Iterable<MarkedDocument>;
}
