import { expect, test } from "vitest";
import { readAs, readOne } from "../../test/support/read-file.ts";

const line = (record: object) => `${JSON.stringify(record)}\n`;

test("a MedQuAD page is found by question, focus and names, with or without its answer", async () => {
  const page = {
    id: "1/2",
    source: "NIH",
    url: "https://example.org/g",
    focus: "Gout",
    synonyms: ["Podagra"],
    question: "What is gout?",
  };
  expect(await readOne("medquad", line({ ...page, answer: "Crystals in a joint." }))).toEqual({
    key: "1/2",
    title: "What is gout?",
    type: "page",
    language: "en",
    status: "current",
    identifiers: {},
    url: "https://example.org/g",
    issuer: "NIH",
    subjects: ["Gout", "Podagra"],
    sections: [{ headings: [], text: "Crystals in a joint." }],
  });
  expect((await readOne("medquad", line(page))).sections).toEqual([]);
});

test("MedQuAD's own XML gives the same pages", async () => {
  const xml = `<?xml version="1.0"?><Document id="1" source="NIH" url="https://example.org/g"><Focus>Gout</Focus>
<FocusAnnotations><UMLS><CUIs><CUI>C1</CUI></CUIs></UMLS><Synonyms><Synonym>Podagra</Synonym></Synonyms></FocusAnnotations>
<QAPairs><QAPair pid="1"><Question qid="1-1" qtype="information">What is gout?</Question><Answer>Crystals &amp; pain.</Answer></QAPair>
<QAPair pid="2"><Question qid="1-2" qtype="treatment">How is it treated?</Question><Answer/></QAPair></QAPairs></Document>`;
  const records = await readAs("medquad-xml", xml);
  expect(records).toMatchObject([
    {
      document: {
        key: "1-1",
        title: "What is gout?",
        subjects: ["Gout", "Podagra"],
        sections: [{ text: "Crystals & pain." }],
      },
    },
    { document: { key: "1-2", issuer: "NIH", sections: [] } },
  ]);
  await expect(readAs("medquad-xml", "<x/>")).rejects.toThrow("there is no document in it");
});

test("a SciFact abstract is one section of its sentences", async () => {
  expect(await readOne("scifact", line({ id: "7", title: "Legs", sentences: ["One.", "Two."] }))).toMatchObject({
    key: "7",
    title: "Legs",
    type: "study",
    sections: [{ headings: ["Abstract"], text: "One. Two." }],
  });
});

test("BioASQ's snippets carry the PMID they are from", async () => {
  expect(await readOne("bioasq", line({ id: "11", title: "Legs", body: "They swell." }))).toMatchObject({
    key: "11",
    identifiers: { pmid: "11" },
    url: "https://pubmed.ncbi.nlm.nih.gov/11/",
    sections: [{ text: "They swell." }],
  });
});

test("a PubMedQA abstract keeps its labels, and its conclusion as such; a year that is not known is absent", async () => {
  const record = {
    pmid: "5",
    question: "Do they?",
    contexts: [{ label: "RESULTS", text: "Yes." }],
    mesh: ["Leg"],
    year: "2009",
  };
  const read = await readOne("pubmedqa", line({ ...record, conclusion: "They do." }));
  expect(read).toMatchObject({ date: "2009", subjects: ["Leg"], identifiers: { pmid: "5" } });
  expect(read.sections).toEqual([
    { headings: ["RESULTS"], text: "Yes.", role: "results" },
    { headings: ["CONCLUSION"], text: "They do.", role: "conclusion" },
  ]);
  expect(await readOne("pubmedqa", line({ ...record, year: null }))).not.toHaveProperty("date");
});

test("a trial report is cut at the headings in its text", async () => {
  const text = "TITLE:\nLegs\n\nABSTRACT.RESULTS:\nFewer clots.\n\nBODY.METHODS.PATIENTS:\nForty.\n";
  const read = await readOne("evidence-inference", line({ pmcid: "PMC9", title: "Legs", text }));
  expect(read).toMatchObject({ key: "PMC9", type: "trial", identifiers: { pmcid: "PMC9" } });
  expect(read.sections).toEqual([
    { headings: ["ABSTRACT", "RESULTS"], text: "Fewer clots.", role: "results" },
    { headings: ["BODY", "METHODS", "PATIENTS"], text: "Forty." },
  ]);
  const plain = await readOne("evidence-inference", line({ pmcid: "PMC9", title: "Legs", text: "No headings." }));
  expect(plain.sections).toEqual([{ headings: [], text: "No headings." }]);
});

test("a guideline that was replaced is superseded in the words of its record; other sections are no recommendations", async () => {
  const sections = [
    { heading: "Disease/Condition(s)", markdown: "- Oedema\n- Gout" },
    { heading: "Rating Scheme for the Strength of the Recommendations", markdown: "A: **strong**" },
  ];
  const status = "This guideline was withdrawn.";
  const record = { id: 3, title: "Legs", developer: "An Agency", released: "2011 Mar 4", status, sections };
  const read = await readOne("guidelines", line(record));
  expect(read).toMatchObject({ key: "3", date: "2011-03-04", status: "superseded", statusReason: status });
  expect(read.subjects).toEqual(["Oedema", "Gout"]);
  expect(read.sections.map(({ text, role }) => [text, role])).toEqual([
    ["- Oedema\n- Gout", undefined],
    ["A: strong", undefined],
  ]);
});

test("a line that lacks a field is refused with the field's name", async () => {
  for (const kind of ["medquad", "scifact", "bioasq", "pubmedqa", "evidence-inference", "guidelines"])
    expect(await readAs(kind, line({ nothing: 1 }))).toMatchObject([
      { kind: "refused", place: "line 1", reason: expect.stringMatching(/^`(?:id|pmid|pmcid)`: /) },
    ]);
});
