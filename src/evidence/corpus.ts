/** What may be done with the text of a source. Every use asks here first; what is not granted is not done. */
export interface LicenceGrants {
  /** Keep the text, and search in it. */
  readonly store: boolean;
  /** Show sentences of it to a reader. */
  readonly quote: boolean;
  /** Hand it to a language model. */
  readonly model: boolean;
  /** Give it out again (exports, copies for other sites). */
  readonly redistribute: boolean;
}

/** A licence as the ledger knows it. `name` is an SPDX id where one exists, else the words of the publisher. */
export interface Licence {
  readonly name: string;
  readonly grants: LicenceGrants;
  /** What a reader must be told with each quote, where the licence asks for it. */
  readonly attribution?: string;
}

/** Only what is released is quoted. What is quarantined is kept for a librarian to look at. */
export type SourceState = "pending" | "released" | "quarantined";

/** How a source's passages are ranked: pages with a question or a topic as title, or literature (abstracts, trial reports). */
export type RankingProfile = "topic-pages" | "literature";

/** One import of documents under one name and one licence (a PubMed baseline, a guideline collection, a folder of PDFs). */
export interface EvidenceSource {
  readonly id: string;
  readonly title: string;
  /** The kind of import that made it: `pubmed`, `jats`, `medquad`, … */
  readonly kind: string;
  readonly licence: Licence;
  readonly profile: RankingProfile;
  readonly state: SourceState;
  /** Days, as ISO 8601 dates. */
  readonly imported: string;
  readonly documents: number;
  readonly passages: number;
}

/** A source with how fresh it is and what of it is not in good standing. */
export interface SourceOverview extends EvidenceSource {
  /** Dates of its oldest and newest document; absent when none has a date. */
  readonly oldest?: string;
  readonly newest?: string;
  /** Documents by standing, those in good standing left out. */
  readonly marked: Readonly<Partial<Record<PublicationStatus, number>>>;
  /** Passages of earlier versions that do not stand in the current one, or whose document was taken back: quotes of them no longer hold. */
  readonly outdated: number;
}

/** How far the files of a source have been read. */
export interface ImportProgress {
  readonly source: string;
  readonly files: number;
  /** Files that were not read to their end, be it that their import still goes on or that it was broken off, with the records read so far. */
  readonly unfinished: readonly { readonly file: string; readonly records: number }[];
}

/** How a document argues, strongest first, as far as its own record says. Readers see the word; ranking prefers the earlier ones visibly. */
export const DOCUMENT_TYPES = ["guideline", "systematic-review", "review", "trial", "study", "page", "other"] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** What has become of a publication. Anything but `current` is marked wherever it is shown, and is not quoted by default. */
export const PUBLICATION_STATUSES = [
  "current",
  "corrected",
  "concern",
  "superseded",
  "retracted",
  "withdrawn",
] as const;
export type PublicationStatus = (typeof PUBLICATION_STATUSES)[number];

/** A document as it was read from a source, before it is cut into passages. */
export interface EvidenceDocument {
  /** Stable within its source: a PMID, a PMCID, a path. */
  readonly key: string;
  readonly title: string;
  readonly type: DocumentType;
  /** BCP 47. */
  readonly language: string;
  /** ISO 8601, as exact as is known: `2016`, `2016-02`, `2016-02-13`. Absent when the document does not say. */
  readonly date?: string;
  readonly url?: string;
  readonly identifiers: Readonly<Partial<Record<"pmid" | "pmcid" | "doi" | "nct", string>>>;
  /** Journal, agency or site. */
  readonly issuer?: string;
  readonly status: PublicationStatus;
  /** Why it is not current, in the words of the record that says so. */
  readonly statusReason?: string;
  /** What the document is about by its own metadata: foci, synonyms, MeSH headings. Searched beside the title. */
  readonly subjects: readonly string[];
  readonly sections: readonly DocumentSection[];
}

/** What is kept of a document beside its text, which lives on in passages. */
export type DocumentRecord = Omit<EvidenceDocument, "sections"> & { readonly sections?: never };

/** A stretch of text under its headings, outermost first. Recommendations are sections of their own, kept whole. */
export interface DocumentSection {
  readonly headings: readonly string[];
  readonly text: string;
  readonly role?: "recommendation" | "results" | "conclusion";
  /** Of a recommendation: its grade in the words of the guideline. */
  readonly grade?: string;
}

/** The unit that is searched and quoted from: some sentences of one section. */
export interface Passage {
  /** SHA-256 over source, document key, heading path and text: the same text imported twice is the same passage. */
  readonly hash: string;
  readonly source: string;
  readonly document: string;
  /** Version of the document the passage stands in; older versions stay addressable. */
  readonly version: number;
  /** Position among the passages of the document, from 0. */
  readonly ordinal: number;
  readonly headings: readonly string[];
  readonly text: string;
  /** Where the text stands in the section's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly role?: DocumentSection["role"];
  readonly grade?: string;
}
