import type { EvidenceDocument, PublicationStatus } from "./corpus.ts";
import { PUBLICATION_STATUSES } from "./corpus.ts";

/** Identifiers that publications are marked by. */
export type MarkedBy = "pmid" | "doi";

/** What somebody else than the document's own record says has become of a publication. */
export interface PublicationMark {
  readonly by: MarkedBy;
  /** The identifier as `markValue` writes it. */
  readonly value: string;
  readonly status: PublicationStatus;
  /** In the words of who says so. */
  readonly reason: string;
  /** ISO 8601 day, when known. */
  readonly date?: string;
}

/** A list of marks as it was read, with what of it could not be used. */
export interface MarkList {
  readonly marks: readonly PublicationMark[];
  readonly records: number;
  /** Records without an identifier by which a publication could be known. */
  readonly unidentified: number;
}

/** A document of the evidence store that a mark is on. */
export interface MarkedDocument {
  readonly source: string;
  readonly key: string;
  readonly title: string;
  readonly status: PublicationStatus;
  readonly reason: string;
}

/** One way of writing each identifier: DOIs are the same in either case (DOI Handbook, 2.4), and are written with or without an address. */
export function markValue(by: MarkedBy, identifier: string): string | undefined {
  const text = identifier.trim();
  if (by === "pmid") return /^[1-9]\d*$/.test(text) ? text : undefined;
  const doi = text.toLowerCase().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, "");
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : undefined;
}

/** The values by which a publication with these identifiers is marked. */
export function markValues({ pmid, doi }: EvidenceDocument["identifiers"]): readonly (readonly [MarkedBy, string])[] {
  const given = [["pmid", pmid] as const, ["doi", doi] as const];
  return given.flatMap(([by, identifier]) => {
    const value = identifier === undefined ? undefined : markValue(by, identifier);
    return value === undefined ? [] : [[by, value] as const];
  });
}

/** The worse of two standings, as the list of statuses goes from good to bad. */
export function isWorse(one: PublicationStatus, than: PublicationStatus): boolean {
  return PUBLICATION_STATUSES.indexOf(one) > PUBLICATION_STATUSES.indexOf(than);
}
