import { cutElements } from "./cut-elements.ts";
import { leaveOutElements } from "./leave-out-elements.ts";
import { marksOnOthers, readPubmedArticle } from "./pubmed-article.ts";
import { findAll, readElement, textOf } from "./read-element.ts";
import { PlainReader } from "./read-plain-element.ts";
import type { ReadRecord } from "./read-record.ts";

/** What is most of a record and not kept of it. */
const NOT_KEPT = [
  "AuthorList",
  "ReferenceList",
  "ChemicalList",
  "GrantList",
  "KeywordList",
  "InvestigatorList",
  "History",
];

/** Reads PubMed's baseline and update files, cut at the end of each article. */
export async function* readPubmed(chunks: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
  const plain = new PlainReader(NOT_KEPT);
  let number = 0;
  for await (const { name, xml } of cutElements(chunks, ["PubmedArticle", "DeleteCitation"], "an article")) {
    number++;
    try {
      const element = plain.read(xml) ?? readElement(leaveOutElements(xml, NOT_KEPT));
      if (name === "PubmedArticle")
        yield { kind: "document", document: readPubmedArticle(element), marks: marksOnOthers(element) };
      else for (const pmid of findAll(element, "PMID")) yield { kind: "deletion", key: textOf(pmid) };
    } catch (error) {
      // Both readers throw on what they do not understand; the message says what.
      const reason = error instanceof Error ? error.message : "not understood";
      yield { kind: "refused", place: `article ${number}`, reason };
    }
  }
}
