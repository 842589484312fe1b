import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Article, Block, Reader, Section } from "../model/article.ts";
import { type ArticleContext, ArticleParse } from "./article-parse.ts";
import { checkArticle } from "./check-article.ts";
import { hashArticle } from "./hash-article.ts";
import { parseRow, parseStatement, readPlain } from "./parse-statement.ts";
import { type Line, type RawBlock, readBlocks } from "./read-blocks.ts";

/** A line longer than this is no sentence; it is refused unread. */
const MAX_LINE_CHARACTERS = 10_000;

/** Reads an article for one reader. Whatever is wrong is reported; whatever can be read is kept. */
export function parseArticle(
  file: string,
  text: string,
  reader: Reader,
  context: ArticleContext,
  pathwayText = "",
): { readonly article: Article; readonly diagnostics: readonly Diagnostic[] } {
  const parse = new ArticleParse(file, text, reader, context);
  const sections = readSections(readBlocks(readableText(parse)), parse);
  checkArticle(sections, parse);
  return { article: { reader, sections, hash: hashArticle(parse, pathwayText) }, diagnostics: parse.diagnostics };
}

/** The text with front matter and overlong lines blanked, which keeps every place in it true. */
function readableText(parse: ArticleParse): string {
  const blank = (stretch: string): string => stretch.replace(/[^\n]/g, " ");
  const frontMatter = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/.exec(parse.text)?.[0] ?? "";
  if (frontMatter !== "") parse.report("front-matter-in-article", {}, { at: 0, length: 3 });
  let offset = 0;
  return (blank(frontMatter) + parse.text.slice(frontMatter.length))
    .split("\n")
    .map((line) => {
      const at = offset;
      offset += line.length + 1;
      if (line.length <= MAX_LINE_CHARACTERS) return line;
      parse.report("line-too-long", { characters: line.length }, { at, length: 80 });
      return blank(line);
    })
    .join("\n");
}

interface OpenSection {
  readonly section: Omit<Section, "blocks">;
  readonly blocks: Block[];
  /** Counts statements, so that one without a name gets one from its place. */
  statements: number;
}

function readSections(raw: readonly RawBlock[], parse: ArticleParse): readonly Section[] {
  const sections: OpenSection[] = [];
  let outsideReported = false;
  for (const block of raw) {
    if (block.kind === "heading" && block.level === "2") {
      sections.push(openSection(block.line, sections.length, parse));
      continue;
    }
    const open = sections.at(-1);
    if (open !== undefined) open.blocks.push(...readBlock(block, open, parse));
    else if (!outsideReported) {
      outsideReported = true;
      const line = firstLineOf(block);
      parse.report("text-outside-section", {}, { at: line.offset, length: line.text.length });
    }
  }
  return sections.map(({ section, blocks }) => ({ ...section, blocks }));
}

function openSection(line: Line, position: number, parse: ArticleParse): OpenSection {
  const { title, id } = readHeading(line, parse);
  parse.heading = title;
  const place = { at: line.offset, length: line.text.length };
  if (id === undefined) parse.report("section-without-id", { title }, place);
  return {
    section: { id: id ?? `section-${position + 1}`, title, span: parse.spanAt(place) },
    blocks: [],
    statements: 0,
  };
}

function readHeading(line: Line, parse: ArticleParse): { readonly title: string; readonly id?: string } {
  const found = /\s*(?<!\{)\{#([A-Za-z0-9][A-Za-z0-9-]*)\}$/.exec(line.text);
  const title = readPlain({ ...line, text: line.text.slice(0, found?.index ?? line.text.length) }, parse);
  return { title, ...(found?.[1] === undefined ? {} : { id: found[1] }) };
}

function readBlock(block: RawBlock, section: OpenSection, parse: ArticleParse): readonly Block[] {
  const nextId = (): string => `${section.section.id}.${++section.statements}`;
  const line = firstLineOf(block);
  const place = { at: line.offset, length: line.text.length };
  switch (block.kind) {
    case "heading":
      if (block.level !== "3") parse.report("heading-level", { level: block.level }, place);
      return [{ kind: "subheading", ...readHeading(block.line, parse) }];
    case "paragraph":
      return [{ kind: "paragraph", statements: block.lines.map((one) => parseStatement(one, nextId(), parse)) }];
    case "list": {
      const items = block.items.map((lines) => lines.map((one) => parseStatement(one, nextId(), parse)));
      return [{ kind: "list", ordered: block.ordered, items }];
    }
    case "table":
      return [readTable(block, nextId, parse)];
    case "nestedList":
      parse.report("list-nested", {}, place);
      return [];
    default:
      parse.report("markup-not-allowed", { what: block.what }, place);
      return [];
  }
}

function readTable(block: RawBlock & { kind: "table" }, nextId: () => string, parse: ArticleParse): Block {
  if (block.head.length < 2)
    parse.report("table-malformed", {}, { at: block.line.offset, length: block.line.text.length });
  const head = block.head.slice(0, -1).map((cell) => readPlain(cell, parse));
  const rows = block.rows.flatMap((cells) => parseRow(cells, head, nextId(), parse) ?? []);
  return { kind: "table", head, rows };
}

function firstLineOf(block: RawBlock): Line {
  if (block.kind === "paragraph") return block.lines[0] ?? NO_LINE;
  if (block.kind === "list") return block.items.flat()[0] ?? NO_LINE;
  return block.line;
}

const NO_LINE: Line = { text: "", offset: 0 };
