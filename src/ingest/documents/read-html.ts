import { documentFile } from "./document-file.ts";
import { readHtmlDocument } from "./html-document.ts";

/** Characters of the start of a page that are searched for its encoding (HTML, 13.2.3.2). */
const PRESCAN = 1024;

/** Reads one page of HTML. */
export const readHtml = documentFile((content, name) => readHtmlDocument(decode(content), name));

/** The text in the encoding the page declares, UTF-8 when it declares none. Throws when the bytes are none of it. */
function decode(content: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(content.subarray(0, PRESCAN));
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1];
  return new TextDecoder(byteOrder(content) ?? declared ?? "utf-8", { fatal: true }).decode(content);
}

function byteOrder([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}
