import type { DocumentSection } from "../../../evidence/corpus.ts";
import { DocumentOutline } from "../document-outline.ts";
import type { PdfLine, PdfPage } from "./pdf-page.ts";

/** Letters of a heading are that much larger than those of the text. */
const HEADING = 1.12;
/** A heading longer than this is text in large letters. */
const LONGEST_HEADING = 200;
/** Lines of one paragraph are not further apart than this, in sizes of their letters. */
const LEADING = 1.75;
/** From so many pages on, a line that stands on half of them is what the page carries, not what it says. */
const PAGES_WITH_RUNNING_LINES = 4;
/** A line that ends a sentence this far before the longest line of its page ends a paragraph too. */
const SHORT_LINE = 0.8;
const SENTENCE_END = /[.:!?]["')\]]*$/;
/** A page with fewer lines has one line of head and foot at most. */
const SHORT_PAGE = 8;
const ITEM = /^(?:[•●▪‣◦–—*-]|\d{1,2}[.)]|\([a-z\d]{1,2}\))\s/i;

/** Headings and paragraphs of a document, told by the size of letters and the distance of lines, and its title. */
export function outlinePages(pages: readonly PdfPage[]): {
  readonly title: string;
  readonly sections: readonly DocumentSection[];
} {
  const body = bodySize(pages.flat());
  const running = runningLines(pages);
  const kept = pages.map((page) => page.filter((line) => !running.has(withoutNumbers(line.text))));
  const isHeading = ({ text, size }: PdfLine) => size >= body * HEADING && text.length <= LONGEST_HEADING;
  const sizes = [...new Set(kept.flat().filter(isHeading).map(roundedSize))].sort((a, b) => b - a);
  const words = new Set(kept.flatMap((page) => page.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? [])));
  const outline = new DocumentOutline();
  let paragraph = "";
  let before: PdfLine | undefined;
  let heading = "";
  const flush = (): void => {
    outline.block(paragraph);
    paragraph = "";
  };
  for (const [line, longest] of kept.flatMap((page) => withLongest(page))) {
    const follows = before !== undefined && roundedSize(before) === roundedSize(line);
    if (isHeading(line)) {
      flush();
      // A heading that goes on in the next line is one heading.
      heading = follows && heading !== "" ? `${heading} ${line.text}` : line.text;
    } else {
      if (heading !== "") outline.heading(sizes.indexOf(roundedSize(before ?? line)) + 1, heading);
      heading = "";
      if (!follows || before === undefined || isApart(before, line, longest) || ITEM.test(line.text)) flush();
      paragraph = joined(paragraph, line.text, words);
    }
    before = line;
  }
  flush();
  return { title: titleOf(kept[0] ?? [], body), sections: outline.sections() };
}

/** The largest letters of the first page, where they are larger than those of the text. */
function titleOf(page: PdfPage, body: number): string {
  const largest = Math.max(0, ...page.map(roundedSize));
  if (largest < body * HEADING) return "";
  const from = page.findIndex((line) => roundedSize(line) === largest);
  const to = page.findIndex((line, at) => at > from && roundedSize(line) !== largest);
  const lines = page.slice(from, to < 0 ? undefined : to);
  return lines
    .map(({ text }) => text)
    .join(" ")
    .slice(0, LONGEST_HEADING);
}

/** The size in which most letters are set. */
function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) letters.set(roundedSize(line), (letters.get(roundedSize(line)) ?? 0) + line.text.length);
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

function roundedSize({ size }: PdfLine): number {
  return Math.round(size * 2) / 2;
}

/** The first and last two lines of pages that stand on half of them, whatever the page's number in them is. */
function runningLines(pages: readonly PdfPage[]): ReadonlySet<string> {
  if (pages.length < PAGES_WITH_RUNNING_LINES) return new Set();
  const seen = new Map<string, number>();
  for (const page of pages) {
    const depth = page.length < SHORT_PAGE ? 1 : 2;
    const edges = new Set([...page.slice(0, depth), ...page.slice(-depth)].map(({ text }) => withoutNumbers(text)));
    for (const text of edges) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, times]) => times * 2 >= pages.length).map(([text]) => text));
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, "#");
}

/** Lines with the right end of the longest line of their page. */
function withLongest(page: PdfPage): readonly (readonly [PdfLine, number])[] {
  const longest = page.reduce((most, { end }) => Math.max(most, end), 0);
  return page.map((line) => [line, longest]);
}

/** A line begins a new paragraph: too far below the one before, above it (on the next page, in the next column), or after one that ended. */
function isApart(before: PdfLine, { height, size }: PdfLine, longest: number): boolean {
  const down = before.height - height;
  const isEnded = SENTENCE_END.test(before.text);
  return down > size * LEADING || (isEnded && (down < 0 || before.end < longest * SHORT_LINE));
}

/** A paragraph with its next line. A word that was parted at the end of a line is made whole where it stands whole elsewhere. */
function joined(paragraph: string, line: string, words: ReadonlySet<string>): string {
  if (paragraph === "") return line;
  const parted = /(\p{L}+)-$/u.exec(paragraph)?.[1];
  const rest = /^\p{Ll}+/u.exec(line)?.[0];
  if (parted === undefined || rest === undefined) return `${paragraph} ${line}`;
  const isWhole = words.has(`${parted}${rest}`.toLowerCase());
  return `${isWhole ? paragraph.slice(0, -1) : paragraph}${line}`;
}
