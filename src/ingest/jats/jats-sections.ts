import type { DocumentSection } from "../../evidence/corpus.ts";
import { DocumentOutline } from "../documents/document-outline.ts";
import { findAll, textAsItStands, textOf, type XmlElement } from "../read-element.ts";

/** Elements that are no text of the article itself. */
const NOT_TEXT = new Set(
  "title label ref-list ack fn-group app-group glossary notes sec-meta object-id graphic media alternatives tex-math supplementary-material permissions".split(
    " ",
  ),
);
/** Elements that begin a line of their own; all others run on in the line they stand in. */
const BLOCKS = new Set(
  "p list list-item def-list def-item term def disp-quote disp-formula boxed-text fig fig-group table-wrap table-wrap-group table thead tbody tfoot tr caption table-wrap-foot verse-group verse-line attrib statement preformat speech".split(
    " ",
  ),
);

/** Abstract and body of an article, section by section; recommendations are kept whole where the article is a guideline. */
export function readJatsSections(
  article: XmlElement,
  meta: XmlElement,
  isGuideline: boolean,
): readonly DocumentSection[] {
  const outline = new DocumentOutline({ keepsRecommendations: isGuideline });
  for (const abstract of findAll(meta, "abstract")) {
    outline.heading(1, headingOf(abstract) || "Abstract");
    readInto(outline, abstract, 1);
  }
  for (const body of findAll(article, "body")) {
    outline.leave();
    readInto(outline, body, 0);
  }
  return outline.sections();
}

/** Reads the content of an element whose heading is of a level. The depth is bounded by the reader of elements. */
function readInto(outline: DocumentOutline, element: XmlElement, level: number): void {
  let running = "";
  const flush = (): void => {
    outline.block(running);
    running = "";
  };
  for (const part of element.content) {
    if (typeof part === "string") running += part.replace(/\s+/g, " ");
    else if (NOT_TEXT.has(part.name) || isRaisedReference(part)) continue;
    else if (part.name === "sec") {
      flush();
      outline.heading(level + 1, headingOf(part) || "Section");
      readInto(outline, part, level + 1);
    } else if (BLOCKS.has(part.name)) {
      flush();
      if (part.name === "tr") outline.block(rowOf(part));
      else readInto(outline, part, level);
    } else running += textAsItStands(withoutReferences(part));
  }
  flush();
}

function headingOf(section: XmlElement): string {
  return textOf(findAll(section, "title")[0]);
}

function rowOf(row: XmlElement): string {
  return row.content.flatMap((cell) => (typeof cell === "string" ? [] : [textOf(withoutReferences(cell))])).join(" | ");
}

/** Raised numbers that point to the references are no text. */
function withoutReferences(element: XmlElement): XmlElement {
  return {
    ...element,
    content: element.content
      .filter((part) => typeof part === "string" || !isRaisedReference(part))
      .map((part) => (typeof part === "string" ? part : withoutReferences(part))),
  };
}

function isRaisedReference({ name, content }: XmlElement): boolean {
  const inner = content.filter((part) => typeof part !== "string");
  return (
    name === "sup" &&
    inner.length > 0 &&
    inner.every((part) => part.name === "xref" && part.attributes["ref-type"] === "bibr")
  );
}
