import { getDocumentProxy } from "unpdf";
import type { ReadDocument } from "../../read-record.ts";
import { documentFile } from "../document-file.ts";
import { describe } from "../document-metadata.ts";
import { outlinePages } from "./pdf-outline.ts";
import { type ReadPdfPage, readPdfPage } from "./pdf-page.ts";

/** Pages of one document. */
const MOST_PAGES = 3_000;

/**
 * Reads the text of a PDF, with headings as far as the size of its letters shows them. It is undated: the date in a file is that of the
 * file. Runs nothing that the document carries, and needs a cage: what a PDF unpacks itself to is bounded by nothing in it.
 */
export const readPdf = documentFile(async (content, key): Promise<ReadDocument> => {
  const pdf = await getDocumentProxy(new Uint8Array(content), { verbosity: 0 });
  try {
    if (pdf.numPages > MOST_PAGES) throw new Error(`it has more than ${MOST_PAGES} pages`);
    const pages: ReadPdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPdfPage(await pdf.getPage(number)));
    const { title, sections } = outlinePages(pages.map(({ lines }) => lines));
    if (sections.length === 0) throw new Error("it has no text that is seen: it may be a scan");
    const { info } = await pdf.getMetadata();
    const metadata = readInfo(info);
    return {
      kind: "document",
      document: {
        key,
        title: title || metadata.title || (sections[0]?.text.split("\n")[0] ?? ""),
        type: "page",
        status: "current",
        subjects: [],
        ...describe({ language: metadata.language }),
        sections,
      },
      unseen: [
        ...pages.map((page) => page.unseen),
        ...Object.values(info).filter((one) => typeof one === "string"),
      ].join("\n"),
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
});

/** The two entries of a document's own description that are used, where they are text. */
function readInfo(info: object): { readonly title: string; readonly language: string } {
  const entries: Readonly<Record<string, unknown>> = { ...info };
  const text = (name: string): string => (typeof entries[name] === "string" ? entries[name].trim() : "");
  return { title: text("Title"), language: text("Language") };
}
