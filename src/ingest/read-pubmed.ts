import { readPubmedArticle } from "./pubmed-article.ts";
import { findAll, readElement, textOf } from "./read-element.ts";
import type { ReadRecord } from "./read-record.ts";

/** Characters of one article; a longer one is none. */
const LONGEST = 32_000_000;
const BEGIN = /<(PubmedArticle|DeleteCitation)[\s>]/;

/**
 * Reads PubMed's baseline and update files: cut at the end of each article, so that one that is broken is refused alone, and memory
 * holds one article however large the file is.
 */
export async function* readPubmed(chunks: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
  let number = 0;
  for await (const { name, xml } of piecesOf(chunks)) {
    number++;
    try {
      const element = readElement(xml);
      if (name === "PubmedArticle") yield { kind: "document", document: readPubmedArticle(element) };
      else for (const pmid of findAll(element, "PMID")) yield { kind: "deletion", key: textOf(pmid) };
    } catch (error) {
      // Both readers throw on what they do not understand; the message says what.
      const reason = error instanceof Error ? error.message : "not understood";
      yield { kind: "refused", place: `article ${number}`, reason };
    }
  }
}

async function* piecesOf(
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ readonly name: string; readonly xml: string }> {
  let rest = "";
  /** Up to here the open piece was searched for its end. */
  let searched = 0;
  for await (const chunk of chunks) {
    rest += chunk;
    for (;;) {
      const begin = BEGIN.exec(rest);
      if (begin === null) {
        // A start may be cut in two between chunks.
        rest = rest.slice(-20);
        searched = 0;
        break;
      }
      const name = begin[1] ?? "";
      const close = `</${name}>`;
      const end = rest.indexOf(close, Math.max(begin.index, searched - close.length));
      if (end < 0) {
        if (rest.length - begin.index > LONGEST) throw new Error(`an article is longer than ${LONGEST} characters`);
        rest = rest.slice(begin.index);
        searched = rest.length;
        break;
      }
      yield { name, xml: rest.slice(begin.index, end + close.length) };
      rest = rest.slice(end + close.length);
      searched = 0;
    }
  }
  if (BEGIN.test(rest)) throw new Error("the file ends inside an article");
}
