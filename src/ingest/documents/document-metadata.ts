import type { EvidenceDocument } from "../../evidence/corpus.ts";

/** What a document says of itself, in the words it says it. Empty where it says nothing. */
export interface DocumentMetadata {
  readonly title: string;
  readonly language: string;
  readonly date: string;
  readonly url: string;
  readonly issuer: string;
  readonly doi: string;
  readonly pmid: string;
}

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;
const DATE = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ].*)?$/;
const DOI = /\b10\.\d{4,9}\/[^\s"<>]+/;

/** The fields of a document that its metadata gives. What does not have the form of its field is left out, never guessed. */
export function describe(
  metadata: Partial<DocumentMetadata>,
): Pick<EvidenceDocument, "language" | "date" | "url" | "issuer" | "identifiers"> {
  const { language = "", url = "", issuer = "", doi = "", pmid = "" } = metadata;
  const date = isoDate(metadata.date ?? "");
  const identifier = DOI.exec(doi)?.[0];
  return {
    language: LANGUAGE.test(language) ? language : "und",
    ...(date === undefined ? {} : { date }),
    ...(isWebAddress(url) ? { url } : {}),
    ...(issuer === "" ? {} : { issuer }),
    identifiers: {
      ...(identifier === undefined ? {} : { doi: identifier }),
      ...(/^\d+$/.test(pmid) ? { pmid } : {}),
    },
  };
}

/** ISO 8601 as exact as the text is; nothing for a text that is no date. */
export function isoDate(text: string): string | undefined {
  const found = DATE.exec(text.trim());
  if (found === null) return undefined;
  const [, year = "", month, day] = found;
  if (month === undefined) return year;
  const parts = [year, month.padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])];
  const whole = parts.join("-");
  return Number.isNaN(Date.parse(whole)) ? year : whole;
}

function isWebAddress(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? "");
}
