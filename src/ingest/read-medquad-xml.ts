import type { EvidenceDocument } from "../evidence/corpus.ts";
import { cutElements } from "./cut-elements.ts";
import { findAll, readElement, textOf, type XmlElement } from "./read-element.ts";
import type { ReadRecord } from "./read-record.ts";

/** Reads MedQuAD's own files: a `Document` is a page about one focus, with a pair of question and answer for each of its parts. */
export async function* readMedquadXml(chunks: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
  let number = 0;
  for await (const { xml } of cutElements(chunks, ["Document"], "a document")) {
    number++;
    try {
      for (const document of readPage(readElement(xml))) yield { kind: "document", document };
    } catch (error) {
      // The reader throws on what it does not understand; the message says what.
      const reason = error instanceof Error ? error.message : "not understood";
      yield { kind: "refused", place: `document ${number}`, reason };
    }
  }
  if (number === 0) throw new Error("there is no document in it");
}

function readPage(page: XmlElement): readonly EvidenceDocument[] {
  const { source = "", url = "" } = page.attributes;
  const focus = textOf(findAll(page, "Focus")[0]);
  const synonyms = findAll(page, "FocusAnnotations", "Synonyms", "Synonym").map(textOf);
  return findAll(page, "QAPairs", "QAPair").map((pair) => {
    const question = findAll(pair, "Question")[0];
    const key = question?.attributes.qid ?? "";
    const title = textOf(question);
    if (key === "" || title === "") throw new Error("a question has no qid or no text");
    const answer = textOf(findAll(pair, "Answer")[0]);
    return {
      key,
      title,
      type: "page",
      language: "en",
      status: "current",
      identifiers: {},
      ...(url === "" ? {} : { url }),
      ...(source === "" ? {} : { issuer: source }),
      subjects: [focus, ...synonyms].filter((name) => name !== ""),
      sections: answer === "" ? [] : [{ headings: [], text: answer }],
    };
  });
}
