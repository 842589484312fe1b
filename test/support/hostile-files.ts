import { createDeflate, deflateSync, gzipSync } from "node:zlib";
import { makePdf, textLines } from "./make-pdf.ts";

/** A file made to break what reads it. */
export interface HostileFile {
  readonly kind: string;
  readonly what: string;
  readonly content: string | Uint8Array;
}

const MANY = 100_000;

/** XML that nests, expands or never ends. */
function hostileXml(): Readonly<Record<string, string>> {
  const letters = "abcdefghij".split("");
  const entities = letters.map(
    (name, at) => `<!ENTITY ${name} "${at === 0 ? "lol" : `&${letters[at - 1]};`.repeat(10)}">`,
  );
  const wrapped = (inner: string): string =>
    `<article><front><article-meta><article-id pub-id-type="pmid">1</article-id><title-group><article-title>T</article-title></title-group></article-meta></front><body><p>${inner}</p></body></article>`;
  return {
    "entities that expand a thousand million times": `<!DOCTYPE l [${entities.join("")}]>${wrapped("&j;")}`,
    "an entity that names a file": `<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>${wrapped("&x;")}`,
    "an entity that names an address": `<!DOCTYPE l [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>${wrapped("&x;")}`,
    "elements nested a hundred thousand deep": wrapped("<b>".repeat(MANY) + "</b>".repeat(MANY)),
    "a hundred thousand attributes": wrapped(`<b ${Array.from({ length: MANY }, (_, at) => `b${at}="1"`).join(" ")}/>`),
    "twenty million letters in one word": wrapped("x".repeat(20_000_000)),
    "forty million letters without an end": `<article>${"x".repeat(40_000_000)}`,
    "nothing but starts of tags": wrapped("<".repeat(MANY)),
    "a name of five million letters": wrapped(`<${"a".repeat(5_000_000)}/>`),
    "a million references to characters": wrapped("&#38;".repeat(1_000_000)),
    "comments that never end": wrapped("<!--".repeat(MANY)),
    "names of the language's own parts": wrapped(
      "<__proto__><polluted>1</polluted></__proto__><constructor>x</constructor>",
    ),
    "starts of articles without an end": "<article ".repeat(MANY),
  };
}

function hostileHtml(): Readonly<Record<string, string>> {
  const page = (inner: string): string => `<title>T</title>${inner}<p>words`;
  return {
    "blocks nested a hundred thousand deep": page("<div>".repeat(MANY)),
    "letters nested thirty thousand deep": page("<b><i>".repeat(30_000)),
    "tables nested twenty thousand deep": page("<table><tr><td>".repeat(20_000)),
    "a hundred thousand attributes": page(`<a ${Array.from({ length: MANY }, (_, at) => `b${at}="1"`).join(" ")}>`),
    "seven megabytes of paragraphs": page("<p>lorem ipsum dolor</p>".repeat(300_000)),
    "thirty thousand headings": page(Array.from({ length: 30_000 }, (_, at) => `<h2>${at}</h2><p>x`).join("")),
    "a script": page('<script>globalThis.__pwned=1</script><img src=x onerror="globalThis.__pwned=1">'),
    "a style sheet of fifty thousand rules": page(
      `<style>${Array.from({ length: 50_000 }, (_, at) => `.a${at}{display:none}`).join("")}</style>${"<p class=b>x".repeat(20_000)}`,
    ),
  };
}

/** Shapes that make readers of Markdown slow. */
function hostileMarkdown(): Readonly<Record<string, string>> {
  return {
    "open brackets": "[".repeat(50_000),
    "open links": "[a](<b".repeat(20_000),
    "open stars": "*a **a ".repeat(20_000),
    "quotes in quotes": `${">".repeat(20_000)}a`,
    "lists in lists": Array.from({ length: 3_000 }, (_, at) => `${" ".repeat(at * 2)}- a`).join("\n"),
    "rows of backticks": Array.from({ length: 3_000 }, (_, at) => `e${"`".repeat(at)}`).join(""),
    "one link fifty thousand times": `[a]: u\n${"[a] ".repeat(50_000)}`,
    "a table two thousand wide": `|${"a|".repeat(2_000)}\n|${"-|".repeat(2_000)}\n${`|${"b|".repeat(2_000)}\n`.repeat(20)}`,
    "front matter of brackets": `---\ntitle: ${"[".repeat(MANY)}\n---\nwords`,
    "front matter that refers to itself": `---\ntitle: &a [x]\nlang: [${"*a,".repeat(MANY)}]\n---\nwords`,
  };
}

/** Pieces that unpack to a thousand times their size. */
async function hostileArchives(): Promise<readonly HostileFile[]> {
  const zeros = Buffer.alloc(100_000_000, 0x20);
  const whole = makePdf([textLines([["words"]])], { filter: true });
  return [
    { kind: "html", what: "a gzip that unpacks to more than is read", content: gzipSync(zeros, { level: 1 }) },
    { kind: "medquad", what: "a gzip of one endless line", content: gzipSync(zeros, { level: 1 }) },
    { kind: "pubmed", what: "a gzip in a gzip", content: gzipSync(gzipSync(zeros, { level: 1 })) },
    { kind: "html", what: "a gzip cut in half", content: gzipSync("<title>T</title>words").subarray(0, 20) },
    { kind: "pdf", what: "a PDF that unpacks to a gigabyte", content: makePdf([await deflatedSpaces(1 << 30)]) },
    { kind: "pdf", what: "a PDF cut in half", content: whole.subarray(0, whole.length / 2) },
    { kind: "pdf", what: "a PDF whose pages are each other's parents", content: circularPdf() },
    { kind: "pdf", what: "a PDF with a million brackets", content: makePdf([deflateSync("[".repeat(1_000_000))]) },
  ];
}

function circularPdf(): string {
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF";
}

/** So many spaces, packed, without ever holding them. */
async function deflatedSpaces(length: number): Promise<Uint8Array> {
  const deflate = createDeflate({ level: 1 });
  const piece = Buffer.alloc(1 << 24, 0x20);
  const packed: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => packed.push(chunk));
  const { promise, resolve } = Promise.withResolvers<void>();
  deflate.on("end", resolve);
  for (let left = length; left > 0; left -= piece.length) deflate.write(piece.subarray(0, left));
  deflate.end();
  await promise;
  return Buffer.concat(packed);
}

/** Every file of every kind. */
export async function hostileFiles(): Promise<readonly HostileFile[]> {
  const of = (kind: string, files: Readonly<Record<string, string>>): readonly HostileFile[] =>
    Object.entries(files).map(([what, content]) => ({ kind, what, content }));
  return [
    ...of("jats", hostileXml()),
    ...of("html", hostileHtml()),
    ...of("markdown", hostileMarkdown()),
    ...(await hostileArchives()),
  ];
}
