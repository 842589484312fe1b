import MarkdownIt, { type Token } from "markdown-it";

/** A stretch of one line of the article, with its offset in the file. */
export interface Line {
  readonly text: string;
  readonly offset: number;
}

/** The article's blocks before anything in them is understood. */
export type RawBlock =
  | { readonly kind: "heading"; readonly level: string; readonly line: Line }
  | { readonly kind: "paragraph"; readonly lines: readonly Line[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Line[])[] }
  | {
      readonly kind: "table";
      readonly head: readonly Line[];
      readonly rows: readonly (readonly Line[])[];
      readonly line: Line;
    }
  | { readonly kind: "nestedList"; readonly line: Line }
  /** Markdown that this format does not have; `what` names it for the author. */
  | { readonly kind: "foreign"; readonly what: string; readonly line: Line };

const markdown = new MarkdownIt({ html: false, linkify: false });
// `[@key]: …` must never become a link definition, nor a line of dashes a heading.
markdown.disable(["reference", "lheading"]);

const FOREIGN: Readonly<Record<string, string>> = {
  fence: "a block of code",
  code_block: "an indented block of code",
  hr: "a rule across the page",
  blockquote_open: "a block quotation",
};

/** Splits Markdown into blocks, each line with its place. Only block structure is read; inline markup comes later. */
export function readBlocks(text: string): readonly RawBlock[] {
  const reader = new BlockReader(text);
  return reader.read();
}

class BlockReader {
  readonly #lines: readonly Line[];
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string) {
    // Carriage returns become spaces rather than vanish, so that offsets stay those of the file.
    const source = text.replaceAll("\r", " ");
    let offset = 0;
    this.#lines = source.split("\n").map((line) => {
      const start = offset;
      offset += line.length + 1;
      return { text: line, offset: start };
    });
    const tokens: Token[] = [];
    markdown.block.parse(source, markdown, {}, tokens);
    this.#tokens = tokens;
  }

  read(): readonly RawBlock[] {
    const blocks: RawBlock[] = [];
    for (let token = this.#take(); token !== undefined; token = this.#take()) blocks.push(...this.#readBlock(token));
    return blocks;
  }

  #take(): Token | undefined {
    return this.#tokens[this.#next++];
  }

  #readBlock(opening: Token): readonly RawBlock[] {
    switch (opening.type) {
      case "heading_open":
        return [
          {
            kind: "heading",
            level: opening.tag.slice(1),
            line: this.#inside(opening).flatMap(this.#linesOf)[0] ?? this.#lineOf(opening),
          },
        ];
      case "paragraph_open":
        return [{ kind: "paragraph", lines: this.#inside(opening).flatMap(this.#linesOf) }];
      case "bullet_list_open":
      case "ordered_list_open":
        return this.#readList(opening);
      case "table_open":
        return [this.#readTable(opening)];
      default:
        this.#inside(opening);
        return [{ kind: "foreign", what: FOREIGN[opening.type] ?? "this markup", line: this.#lineOf(opening) }];
    }
  }

  /** The tokens up to the one that closes `opening`, which are thereby taken. */
  #inside(opening: Token): readonly Token[] {
    if (opening.nesting !== 1) return [];
    const inside: Token[] = [];
    for (let token = this.#take(); token !== undefined; token = this.#take()) {
      if (token.nesting === -1 && token.level === opening.level) break;
      inside.push(token);
    }
    return inside;
  }

  #readList(opening: Token): readonly RawBlock[] {
    const items: Line[][] = [];
    const problems: RawBlock[] = [];
    for (const token of this.#inside(opening)) {
      if (token.type === "list_item_open") items.push([]);
      else if (token.type === "inline") items.at(-1)?.push(...this.#linesOf(token));
      else if (token.type.endsWith("_list_open")) problems.push({ kind: "nestedList", line: this.#lineOf(token) });
      else if (token.nesting !== -1 && token.type !== "paragraph_open" && token.map !== null)
        problems.push({
          kind: "foreign",
          what: FOREIGN[token.type] ?? "this markup inside a list",
          line: this.#lineOf(token),
        });
    }
    return [{ kind: "list", ordered: opening.type === "ordered_list_open", items }, ...problems];
  }

  #readTable(opening: Token): RawBlock {
    const rows: Line[][] = [];
    let line = this.#lineOf(opening);
    let cursor = 0;
    for (const token of this.#inside(opening)) {
      if (token.type === "tr_open") {
        rows.push([]);
        line = this.#lineOf(token);
        cursor = 0;
      } else if (token.type === "inline") {
        const found = line.text.indexOf(token.content, cursor);
        if (found >= 0) cursor = found + token.content.length;
        rows.at(-1)?.push({ text: token.content, offset: line.offset + Math.max(found, 0) });
      }
    }
    const [head = [], ...body] = rows;
    return { kind: "table", head, rows: body, line: this.#lineOf(opening) };
  }

  /** The lines of an inline token where they stand in the file, free of list marks and indentation. */
  readonly #linesOf = (token: Token): readonly Line[] =>
    token.content.split("\n").map((written, index) => {
      const text = written.trim();
      const line = this.#lines[(token.map?.[0] ?? 0) + index];
      const column = line === undefined ? 0 : Math.max(0, line.text.indexOf(text));
      return { text, offset: (line?.offset ?? 0) + column };
    });

  #lineOf(token: Token): Line {
    const line = this.#lines[token.map?.[0] ?? 0] ?? { text: "", offset: 0 };
    const text = line.text.trim();
    return { text, offset: line.offset + Math.max(0, line.text.indexOf(text)) };
  }
}
