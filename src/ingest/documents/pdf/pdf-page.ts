import type { getDocumentProxy } from "unpdf";
import { PageDrawing } from "./drawn-glyphs.ts";
import { seenText } from "./seen-text.ts";

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

/** A page as it is read: what it shows, and the letters that it holds and does not show. */
export interface ReadPdfPage {
  readonly lines: PdfPage;
  readonly unseen: string;
}

/** Reads the text of a page that its readers see. */
export async function readPdfPage(page: Page): Promise<ReadPdfPage> {
  const { items } = await page.getTextContent();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const drawn = new PageDrawing([left, bottom, right, top]).draw(await page.getOperatorList());
  const texts = items.filter((item) => "str" in item);
  const { pieces, unseen } = seenText(
    texts.map(({ str }) => str),
    drawn,
  );
  page.cleanup();
  return { lines: linesOf(texts.map((item, at) => ({ ...item, str: pieces[at] ?? "" }))), unseen };
}

/** A piece of text as pdf.js gives it. */
interface TextPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}

function linesOf(items: readonly TextPiece[]): PdfPage {
  const lines: PdfLine[] = [];
  let open: { text: string; size: number; height: number; end: number } | undefined;
  const close = (): void => {
    if (open !== undefined && open.text.trim() !== "") lines.push({ ...open, text: open.text.trim() });
    open = undefined;
  };
  for (const item of items) {
    const [, , shear = 0, scale = 0, left = 0, height = 0] = item.transform;
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
  return lines;
}
