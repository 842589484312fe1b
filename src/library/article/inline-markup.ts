import MarkdownIt, { type Token } from "markdown-it";
import type { ArticleParse } from "./article-parse.ts";
import type { Filled } from "./fill-placeholder.ts";
import type { Line } from "./read-blocks.ts";

const markdown = new MarkdownIt({ html: false, linkify: false });
// Entities could smuggle in characters that nobody sees; autolinks bypass the check of links below.
markdown.disable(["entity", "autolink"]);
// Every target is let through here and judged below, where a refusal can be reported at its place.
markdown.validateLink = () => true;

/** One line as plain text and as HTML that is made here and contains nothing but the tags named in this file. */
export interface Inline {
  readonly text: string;
  readonly html: string;
}

const TAGS: Readonly<Record<string, string>> = {
  em_open: "<em>",
  em_close: "</em>",
  strong_open: "<strong>",
  strong_close: "</strong>",
};

/** INVARIANT: author's characters reach `html` only through `escapeHtml`, and a link only after `isAllowedTarget`. */
export function renderInline(line: Line, filled: Filled, parse: ArticleParse): Inline {
  const place = { at: line.offset, length: line.text.length };
  reportRawHtml(line, parse);
  let text = "";
  let html = "";
  const openLinks: boolean[] = [];
  for (const token of markdown.parseInline(line.text, {})[0]?.children ?? []) {
    const tag = TAGS[token.type];
    if (tag !== undefined) html += tag;
    else if (token.type === "text" || token.type === "code_inline") {
      const printed = token.type === "text" ? filled.fill(token.content) : token.content;
      text += printed;
      html += token.type === "text" ? escapeHtml(printed) : `<code>${escapeHtml(printed)}</code>`;
    } else if (token.type === "link_open") html += openLink(token, openLinks, parse, place);
    else if (token.type === "link_close") html += openLinks.pop() === true ? "</a>" : "";
    else {
      if (token.nesting !== -1) parse.report("markup-not-allowed", { what: nameOf(token) }, place);
      text += token.content;
      html += escapeHtml(token.content);
    }
  }
  return { text, html };
}

function openLink(
  token: Token,
  openLinks: boolean[],
  parse: ArticleParse,
  place: { readonly at: number; readonly length: number },
): string {
  const target = String(token.attrGet("href") ?? "");
  const allowed = isAllowedTarget(target);
  openLinks.push(allowed);
  if (allowed) return `<a href="${escapeHtml(target)}">`;
  parse.report("link-not-allowed", { target }, place);
  return "";
}

function isAllowedTarget(target: string): boolean {
  return /^https:\/\/[^\s/]+/.test(target) || /^#[A-Za-z0-9][A-Za-z0-9.-]*$/.test(target);
}

function nameOf(token: Token): string {
  if (token.type === "image") return "an image";
  return token.type === "s_open" ? "struck-out text" : "this markup";
}

function reportRawHtml(line: Line, parse: ArticleParse): void {
  const found = /<\/?[A-Za-z!][^<>]{0,200}>?/.exec(blankCode(line.text));
  if (found !== null)
    parse.report("raw-html", { tag: found[0] }, { at: line.offset + found.index, length: found[0].length });
}

/** The text with code and link targets replaced by as many spaces: neither is prose. */
export function blankCode(text: string): string {
  return text
    .replace(/`[^`]*`/g, (whole) => " ".repeat(whole.length))
    .replace(/\]\([^()\s]*\)/g, (whole) => " ".repeat(whole.length));
}

/** The text with every character that HTML gives a meaning made harmless. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
