import { cutElements } from "../cut-elements.ts";
import { readElement } from "../read-element.ts";
import type { ReadRecord } from "../read-record.ts";
import { readJatsArticle } from "./jats-article.ts";

/** Reads full text in JATS (NISO Z39.96): one article to a file, or many in a set, cut at the end of each. */
export async function* readJats(chunks: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
  let number = 0;
  for await (const { xml } of cutElements(chunks, ["article"], "an article")) {
    number++;
    try {
      yield { kind: "document", document: readJatsArticle(readElement(xml)) };
    } catch (error) {
      // The readers throw on what they do not understand; the message says what.
      const reason = error instanceof Error ? error.message : "not understood";
      yield { kind: "refused", place: `article ${number}`, reason };
    }
  }
  if (number === 0) throw new Error("there is no article in it");
}
