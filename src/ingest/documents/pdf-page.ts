import type { getDocumentProxy } from "unpdf";

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document["getPage"]>>;

/** A line of a page as it is printed. */
export interface PdfLine {
  readonly text: string;
  /** Of the letters, in points. */
  readonly size: number;
  /** Of the line above the foot of the page, in points. */
  readonly height: number;
  /** Where the line ends, from the left of the page, in points. */
  readonly end: number;
}

/** The lines of a page in the order in which they are drawn, which in nearly all files is that of reading. */
export type PdfPage = readonly PdfLine[];

/** Reads the text of a page. */
export async function readPdfPage(page: Page): Promise<PdfPage> {
  const { items } = await page.getTextContent();
  const lines: PdfLine[] = [];
  let open: { text: string; size: number; height: number; end: number } | undefined;
  const close = (): void => {
    if (open !== undefined && open.text.trim() !== "") lines.push({ ...open, text: open.text.trim() });
    open = undefined;
  };
  for (const item of items) {
    if (!("str" in item)) continue;
    const [, , shear = 0, scale = 0, left = 0, height = 0]: readonly number[] = item.transform;
    const size = Math.hypot(shear, scale);
    if (item.str.trim() !== "") {
      // A raised or lowered figure stands in its line.
      if (open !== undefined && Math.abs(open.height - height) > Math.max(open.size, size) * 0.6) close();
      if (open === undefined) open = { text: "", size, height, end: left };
      else if (size > open.size) open = { ...open, size };
    }
    if (open !== undefined) open = { ...open, text: open.text + item.str, end: Math.max(open.end, left + item.width) };
    if (item.hasEOL) close();
  }
  close();
  page.cleanup();
  return lines;
}
