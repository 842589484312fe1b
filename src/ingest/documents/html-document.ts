import { parse } from "parse5";
import type { EvidenceDocument } from "../../evidence/corpus.ts";
import type { ReadDocument } from "../read-record.ts";
import { type DocumentMetadata, describe } from "./document-metadata.ts";
import { DocumentOutline, foldSpace } from "./document-outline.ts";
import { findHidden, type Visibility } from "./hidden/find-hidden.ts";
import { attribute, findElement, type HtmlElement, type HtmlNode, isElement, textInside, walk } from "./html-tree.ts";

/** Elements that are no part of what a page says: code, forms, and what stands around the content of a site. */
const NOT_CONTENT = new Set(
  "head script style noscript template iframe object embed svg canvas audio video form button select textarea nav footer aside dialog".split(
    " ",
  ),
);
/** Elements whose text runs on in the line they stand in; every other element begins a new one. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const CELLS = new Set(["td", "th"]);
/** Between the cells of a row, which is one line. */
const CELL_END = " | ";

/** Reads a page: its main part as sections under their headings, its metadata as it states it. Throws when it has no title or no text. */
export function readHtmlDocument(html: string, key: string, known: Partial<DocumentMetadata> = {}): ReadDocument {
  const page = parse(html);
  const main = findElement(page, (element) => element.tagName === "main" || attribute(element, "role") === "main");
  const body = main ?? findElement(page, ({ tagName }) => tagName === "body") ?? page;
  const metadata = { ...readMetadata(page), ...known };
  const title = metadata.title || headingOf(body);
  if (title === "") throw new Error("it has no title");
  const visibility = findHidden(page);
  const sections = readSections(body, visibility);
  if (sections.length === 0) throw new Error("it has no text");
  return {
    kind: "document",
    document: { key, title, type: "page", status: "current", subjects: [], ...describe(metadata), sections },
    unseen: unseenText(page, visibility),
  };
}

/** What a page holds and does not show: hidden elements, remarks, what its head says to programs, and words behind pictures. */
function unseenText(page: HtmlNode, visibility: Visibility): string {
  const parts: string[] = [];
  let hiddenElements = 0;
  for (const { at, node } of walk(page)) {
    if (isElement(node)) {
      if (visibility.isHidden(node)) hiddenElements += at === "enter" ? 1 : -1;
      if (at === "leave") continue;
      if (node.tagName === "meta") parts.push(attribute(node, "content") ?? "");
      for (const name of ["alt", "title", "aria-label"]) parts.push(attribute(node, name) ?? "");
      if (attribute(node, "type") === "application/ld+json" || node.tagName === "noscript")
        parts.push(textInside(node));
    } else if (node.nodeName === "#comment" && "data" in node) parts.push(node.data);
    else if (hiddenElements > 0 && "value" in node) parts.push(node.value);
  }
  return parts.filter((part) => part !== "").join("\n");
}

function headingOf(body: HtmlNode): string {
  const heading = findElement(body, ({ tagName }) => tagName === "h1");
  return heading === undefined ? "" : foldSpace(textInside(heading));
}

function readSections(body: HtmlNode, visibility: Visibility): EvidenceDocument["sections"] {
  const outline = new DocumentOutline();
  const layout = layoutCells(body);
  let text = "";
  let openCells = 0;
  const flush = (): void => {
    outline.block(text);
    text = "";
  };
  for (const { at, node } of walk(
    body,
    (element) => NOT_CONTENT.has(element.tagName) || visibility.isHidden(element),
  )) {
    if (!isElement(node)) {
      if ("value" in node) text += node.value.replace(/\s+/g, " ");
      continue;
    }
    const level = headingLevel(node);
    if (node.tagName === "br") text += at === "enter" ? "\n" : "";
    else if (CELLS.has(node.tagName) && !layout.has(node)) {
      openCells += at === "enter" ? 1 : -1;
      text += at === "leave" ? CELL_END : "";
    } else if (INLINE.has(node.tagName)) continue;
    else if (openCells > 0) text += " ";
    else if (level !== undefined && at === "leave") {
      outline.heading(level, text);
      text = "";
    } else {
      if (text.endsWith(CELL_END)) text = text.slice(0, -CELL_END.length);
      flush();
    }
  }
  flush();
  return outline.sections();
}

/** Cells that hold headings or further tables: they lay a page out, and are no values of a table. */
function layoutCells(body: HtmlNode): ReadonlySet<HtmlElement> {
  const layout = new Set<HtmlElement>();
  const open: HtmlElement[] = [];
  for (const { at, node } of walk(body)) {
    if (!isElement(node)) continue;
    if (at === "leave") {
      if (CELLS.has(node.tagName)) open.pop();
      continue;
    }
    if (node.tagName === "table" || headingLevel(node) !== undefined)
      // INVARIANT: every cell around a layout cell is one already, so that the walk outwards stops at the first.
      for (let cell = open.length - 1; cell >= 0 && !layout.has(open[cell] as HtmlElement); cell--)
        layout.add(open[cell] as HtmlElement);
    if (CELLS.has(node.tagName)) open.push(node);
  }
  return layout;
}

function headingLevel({ tagName }: HtmlElement): number | undefined {
  return /^h[1-6]$/.test(tagName) ? Number(tagName.slice(1)) : undefined;
}

/** Names of `meta` elements for each field, first the best: Highwire Press, Dublin Core, Open Graph. */
const META: Readonly<Record<keyof DocumentMetadata, readonly string[]>> = {
  title: ["citation_title", "dc.title", "dcterms.title", "og:title"],
  language: ["citation_language", "dc.language", "dcterms.language", "content-language"],
  date: [
    "citation_publication_date",
    "dcterms.modified",
    "dcterms.issued",
    "dc.date",
    "article:modified_time",
    "article:published_time",
  ],
  url: ["og:url"],
  issuer: ["citation_journal_title", "dc.publisher", "dcterms.publisher", "og:site_name"],
  doi: ["citation_doi", "dc.identifier", "dcterms.identifier"],
  pmid: ["citation_pmid"],
};

function readMetadata(page: HtmlNode): DocumentMetadata {
  const named = new Map<string, string>();
  let language = "";
  let canonical = "";
  let title = "";
  for (const { at, node } of walk(page, ({ tagName }) => tagName === "body")) {
    if (at !== "enter" || !isElement(node)) continue;
    if (node.tagName === "html") language = attribute(node, "lang") ?? "";
    else if (node.tagName === "title") title ||= foldSpace(textInside(node));
    else if (node.tagName === "link" && attribute(node, "rel") === "canonical")
      canonical = attribute(node, "href") ?? "";
    else if (node.tagName === "meta") {
      const name = attribute(node, "name") ?? attribute(node, "property") ?? attribute(node, "http-equiv") ?? "";
      const content = foldSpace(attribute(node, "content") ?? "");
      if (content !== "" && !named.has(name.toLowerCase())) named.set(name.toLowerCase(), content);
    }
  }
  const field = (name: keyof DocumentMetadata): string =>
    META[name].map((meta) => named.get(meta) ?? "").find((value) => value !== "") ?? "";
  return {
    title: field("title") || title,
    language: language || field("language"),
    date: field("date"),
    url: canonical || field("url"),
    issuer: field("issuer"),
    doi: field("doi"),
    pmid: field("pmid"),
  };
}
