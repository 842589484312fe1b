import type { DocumentSection, DocumentType, EvidenceDocument, PublicationStatus } from "../evidence/corpus.ts";
import { markValue, type PublicationMark } from "../evidence/publication-mark.ts";
import { labelled } from "./json-kinds.ts";
import { findAll, textOf, type XmlElement } from "./read-element.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** MEDLINE's language codes (ISO 639-2) that have a shorter one in BCP 47; others are BCP 47 already. */
const LANGUAGES: Readonly<Record<string, string>> = {
  eng: "en",
  fre: "fr",
  ger: "de",
  spa: "es",
  ita: "it",
  por: "pt",
  rus: "ru",
  chi: "zh",
  jpn: "ja",
  pol: "pl",
  dut: "nl",
  und: "und",
};

/** Publication types that say how an article argues, strongest first. */
const TYPES: readonly (readonly [RegExp, DocumentType])[] = [
  [/^(?:practice )?guideline$/i, "guideline"],
  [/^(?:systematic review|meta-analysis|network meta-analysis)$/i, "systematic-review"],
  [/review$/i, "review"],
  [/clinical trial/i, "trial"],
];

/** What others say of an article (`RefType`), worst first. */
const STATUSES: readonly (readonly [string, PublicationStatus])[] = [
  ["RetractionIn", "retracted"],
  ["ExpressionOfConcernIn", "concern"],
  ["UpdateIn", "superseded"],
  ["CorrectedandRepublishedIn", "corrected"],
  ["ErratumIn", "corrected"],
];

/** What an article is to another (`RefType`) that it retracts, corrects or takes the place of. */
const SAID_OF_OTHERS: Readonly<Record<string, PublicationStatus>> = {
  RetractionOf: "retracted",
  ExpressionOfConcernFor: "concern",
  UpdateOf: "superseded",
  CorrectedandRepublishedFrom: "corrected",
  ErratumFor: "corrected",
};

/** What an article says of others, so that they are marked also where their own record has not been renewed. */
export function marksOnOthers(article: XmlElement): readonly PublicationMark[] {
  const citation = one(article, "MedlineCitation");
  const pmid = textOf(one(citation, "PMID"));
  return all(citation, "CommentsCorrectionsList", "CommentsCorrections").flatMap((note): readonly PublicationMark[] => {
    const kind = note.attributes.RefType ?? "";
    const status = Object.hasOwn(SAID_OF_OTHERS, kind) ? SAID_OF_OTHERS[kind] : undefined;
    const value = markValue("pmid", textOf(one(note, "PMID")));
    if (status === undefined || value === undefined || value === pmid) return [];
    return [{ by: "pmid", value, status, reason: `${kind}: PMID ${pmid}` }];
  });
}

/** Reads one `PubmedArticle`. Throws when it has no PMID or no title: such a record cannot be cited. */
export function readPubmedArticle(article: XmlElement): EvidenceDocument {
  const citation = one(article, "MedlineCitation");
  const pmid = textOf(one(citation, "PMID"));
  const body = one(citation, "Article");
  const title = textOf(one(body, "ArticleTitle")) || textOf(one(body, "VernacularTitle"));
  if (!/^\d+$/.test(pmid)) throw new Error("it has no PMID");
  if (title === "") throw new Error(`PMID ${pmid} has no title`);
  const language = textOf(one(body, "Language"));
  const date = publicationDate(one(body, "Journal", "JournalIssue", "PubDate"));
  const issuer = textOf(one(body, "Journal", "Title"));
  const types = all(body, "PublicationTypeList", "PublicationType").map(textOf);
  return {
    key: pmid,
    title,
    type: TYPES.find(([pattern]) => types.some((type) => pattern.test(type)))?.[1] ?? "study",
    language: LANGUAGES[language] ?? (language === "" ? "und" : language),
    ...(date === undefined ? {} : { date }),
    url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
    identifiers: { pmid, ...otherIdentifiers(article, body) },
    ...(issuer === "" ? {} : { issuer }),
    ...statusOf(citation, types),
    subjects: all(citation, "MeshHeadingList", "MeshHeading", "DescriptorName").map(textOf),
    sections: all(body, "Abstract", "AbstractText").flatMap(toSection),
  };
}

function toSection(element: XmlElement): readonly DocumentSection[] {
  const text = textOf(element);
  if (text === "") return [];
  const { Label: label = "", NlmCategory: category = "" } = element.attributes;
  const section = labelled(category, text);
  return [{ ...section, headings: label === "" ? ["Abstract"] : ["Abstract", label] }];
}

function otherIdentifiers(article: XmlElement, body: XmlElement | undefined): EvidenceDocument["identifiers"] {
  const ids = all(article, "PubmedData", "ArticleIdList", "ArticleId");
  const named = (type: string) => textOf(ids.find(({ attributes }) => attributes.IdType === type));
  const located = all(body, "ELocationID").find(({ attributes }) => attributes.EIdType === "doi");
  const trial = all(body, "DataBankList", "DataBank", "AccessionNumberList", "AccessionNumber").map(textOf);
  const found = {
    pmcid: named("pmc"),
    doi: named("doi") || textOf(located),
    nct: trial.find((number) => /^NCT\d{8}$/.test(number)) ?? "",
  };
  return Object.fromEntries(Object.entries(found).filter(([, id]) => id !== ""));
}

function statusOf(
  citation: XmlElement | undefined,
  types: readonly string[],
): Pick<EvidenceDocument, "status" | "statusReason"> {
  const notes = all(citation, "CommentsCorrectionsList", "CommentsCorrections");
  for (const [kind, status] of STATUSES) {
    const note = notes.find(({ attributes }) => attributes.RefType === kind);
    if (note !== undefined) return { status, statusReason: textOf(one(note, "RefSource")) || kind };
  }
  const retracted = types.find((type) => /^retracted publication$/i.test(type));
  return retracted === undefined ? { status: "current" } : { status: "retracted", statusReason: retracted };
}

/** ISO 8601, as exact as is printed; of a span such as `1998 Dec-1999 Jan` the year it begins in. */
function publicationDate(date: XmlElement | undefined): string | undefined {
  const year = textOf(one(date, "Year")) || (/\b(?:18|19|20)\d\d\b/.exec(textOf(one(date, "MedlineDate")))?.[0] ?? "");
  if (year === "") return undefined;
  const name = textOf(one(date, "Month"));
  const month = /^\d{1,2}$/.test(name) ? Number(name) : MONTHS.indexOf(name) + 1;
  if (month < 1 || month > 12) return year;
  const day = textOf(one(date, "Day"));
  const parts = [year, String(month).padStart(2, "0"), ...(/^\d{1,2}$/.test(day) ? [day.padStart(2, "0")] : [])];
  return parts.join("-");
}

function all(element: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  return element === undefined ? [] : findAll(element, ...path);
}

function one(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return all(element, ...path)[0];
}
