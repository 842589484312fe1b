import { deflateSync } from "node:zlib";

/** A PDF with pages of the given content streams; its font `/F1` is Helvetica. */
export function makePdf(
  contents: readonly (string | Uint8Array)[],
  { title, filter = false }: { readonly title?: string; readonly filter?: boolean } = {},
): Buffer {
  const pageNumber = (at: number) => 4 + at * 2;
  const kids = contents.map((_, at) => `${pageNumber(at)} 0 R`).join(" ");
  const objects: (readonly (string | Uint8Array)[])[] = [
    ["<</Type/Catalog/Pages 2 0 R>>"],
    [`<</Type/Pages/Kids[${kids}]/Count ${contents.length}>>`],
    ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"],
  ];
  for (const [at, content] of contents.entries()) {
    const resources = "/Resources<</Font<</F1 3 0 R>>/ExtGState<</G0<</ca 0>>>>>>";
    objects.push([`<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${pageNumber(at) + 1} 0 R${resources}>>`]);
    const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
    const packed = filter ? deflateSync(bytes) : bytes;
    const head = `<</Length ${packed.length}${filter || typeof content !== "string" ? "/Filter/FlateDecode" : ""}>>stream\n`;
    objects.push([head, packed, "\nendstream"]);
  }
  const info = title === undefined ? "" : `/Info ${objects.length + 1} 0 R`;
  if (title !== undefined) objects.push([`<</Title(${title})>>`]);
  const pieces: Uint8Array[] = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  let length = 9;
  const add = (piece: string | Uint8Array): void => {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "latin1") : piece;
    pieces.push(bytes);
    length += bytes.length;
  };
  for (const [at, object] of objects.entries()) {
    offsets.push(length);
    for (const piece of [`${at + 1} 0 obj`, ...object, "endobj\n"]) add(piece);
  }
  const table = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  add(
    `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R${info}>>\nstartxref\n${table}\n%%EOF`,
  );
  return Buffer.concat(pieces);
}

/** A content stream of lines from the top of the page down, in the given size. */
export function textLines(lines: readonly (readonly [text: string, size?: number])[], top = 740): string {
  let height = top;
  const drawn = lines.map(([text, size = 11]) => {
    height -= size * 1.3;
    return `BT /F1 ${size} Tf 1 0 0 1 60 ${height.toFixed(1)} Tm (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`;
  });
  return drawn.join("\n");
}
