import type { DocumentType, EvidenceDocument } from "../../evidence/corpus.ts";
import { isoDate } from "../documents/document-metadata.ts";
import { findAll, textOf, type XmlElement } from "../read-element.ts";
import { readJatsSections } from "./jats-sections.ts";

/** What `article-type` says of how an article argues. */
const TYPES: Readonly<Record<string, DocumentType>> = {
  "research-article": "study",
  "brief-report": "study",
  "systematic-review": "systematic-review",
  "review-article": "review",
  "clinical-trial": "trial",
  guideline: "guideline",
};

/** Kinds of publication dates, the earliest of a publication's life first. */
const DATES = ["epub", "epub-ppub", "ppub", "pub", "collection"];

/** Reads one `article`. Throws when it has no identifier or no title: such a record cannot be cited. */
export function readJatsArticle(article: XmlElement): EvidenceDocument {
  const meta = findAll(article, "front", "article-meta")[0] ?? findAll(article, "front-stub")[0];
  if (meta === undefined) throw new Error("it has no article-meta");
  const identifiers = identifiersOf(meta);
  const key = identifiers.pmcid ?? identifiers.pmid ?? identifiers.doi;
  if (key === undefined) throw new Error("it has no PMCID, PMID or DOI");
  const title = textOf(findAll(meta, "title-group", "article-title")[0]);
  if (title === "") throw new Error(`${key} has no title`);
  const type = TYPES[article.attributes["article-type"] ?? ""] ?? "other";
  const date = dateOf(meta);
  const issuer = textOf(findAll(article, "front", "journal-meta", "journal-title-group", "journal-title")[0]);
  const address = addressOf(identifiers);
  return {
    key,
    title,
    type,
    language: article.attributes["xml:lang"]?.toLowerCase() ?? "und",
    ...(date === undefined ? {} : { date }),
    ...(address === undefined ? {} : { url: address }),
    identifiers,
    ...(issuer === "" ? {} : { issuer }),
    ...statusOf(title, meta),
    subjects: findAll(meta, "kwd-group", "kwd")
      .map(textOf)
      .filter((word) => word !== ""),
    sections: readJatsSections(article, meta, type === "guideline"),
  };
}

function identifiersOf(meta: XmlElement): EvidenceDocument["identifiers"] {
  const named = (...types: readonly string[]): string =>
    textOf(findAll(meta, "article-id").find(({ attributes }) => types.includes(attributes["pub-id-type"] ?? "")));
  const pmcid = named("pmcid", "pmc").replace(/^(?:PMC)?(\d+)$/, "PMC$1");
  const pmid = named("pmid");
  const doi = named("doi");
  return {
    ...(/^PMC\d+$/.test(pmcid) ? { pmcid } : {}),
    ...(/^\d+$/.test(pmid) ? { pmid } : {}),
    ...(/^10\.\d+\/\S+$/.test(doi) ? { doi } : {}),
  };
}

function addressOf({ pmcid, doi }: EvidenceDocument["identifiers"]): string | undefined {
  if (pmcid !== undefined) return `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`;
  return doi === undefined ? undefined : `https://doi.org/${encodeURI(doi)}`;
}

function dateOf(meta: XmlElement): string | undefined {
  const dates = findAll(meta, "pub-date");
  const kindOf = ({ attributes }: XmlElement) => attributes["pub-type"] ?? attributes["date-type"] ?? "";
  const first = DATES.map((kind) => dates.find((date) => kindOf(date) === kind)).find((date) => date !== undefined);
  const date = first ?? dates[0];
  if (date === undefined) return undefined;
  const part = (name: string) => textOf(findAll(date, name)[0]);
  const [year, month, day] = [part("year"), part("month"), part("day")];
  return isoDate([year, ...(month === "" ? [] : [month, ...(day === "" ? [] : [day])])].join("-"));
}

/** A retraction is told by an event of the publication's history (JATS 1.2) or, in older files, by the title alone. */
function statusOf(title: string, meta: XmlElement): Pick<EvidenceDocument, "status" | "statusReason"> {
  const event = findAll(meta, "pub-history", "event").find(
    ({ attributes }) => attributes["event-type"] === "retracted",
  );
  if (event !== undefined) return { status: "retracted", statusReason: textOf(event) || "retracted" };
  const marked = /^(?:\W*)(?:retracted(?: article)?|withdrawn)\W/i.exec(title)?.[0];
  return marked === undefined ? { status: "current" } : { status: "retracted", statusReason: title };
}
