import MarkdownIt from "markdown-it";
import { z } from "zod";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { documentFile } from "./document-file.ts";
import type { DocumentMetadata } from "./document-metadata.ts";
import { readHtmlDocument } from "./html-document.ts";

/** HTML inside Markdown is kept, so that it is read as a page is: what a page would not show is not read here either. */
const markdown = new MarkdownIt({ html: true });

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

const value = z
  .union([z.string(), z.number(), z.date().transform((date) => date.toISOString().slice(0, 10))])
  .transform(String)
  .optional();
const frontMatter = z
  .object({
    title: value,
    lang: value,
    language: value,
    date: value,
    url: value,
    issuer: value,
    publisher: value,
    doi: value,
    pmid: value,
  })
  .nullable();

/** Reads one Markdown file (CommonMark), with title, language, date, address and issuer from its front matter where it has one. */
export const readMarkdown = documentFile((content, name) => {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
  const head = FRONT_MATTER.exec(text);
  const body = text.slice(head?.[0].length ?? 0);
  return readHtmlDocument(markdown.render(body), name, head?.[1] === undefined ? {} : readFrontMatter(name, head[1]));
});

function readFrontMatter(name: string, text: string): Partial<DocumentMetadata> {
  const parsed = parseYaml(name, text, frontMatter);
  if (!parsed.ok) throw new Error(`its front matter is ${parsed.diagnostics[0]?.message ?? "not understood"}`);
  const {
    lang,
    language = lang,
    publisher,
    issuer = publisher,
    title,
    date,
    url,
    doi,
    pmid,
  } = parsed.value.value ?? {};
  const found = { title, language, date, url, issuer, doi, pmid };
  return Object.fromEntries(Object.entries(found).filter(([, one]) => one !== undefined));
}
