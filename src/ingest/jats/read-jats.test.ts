import { expect, test } from "vitest";
import { readAs, readOne } from "../../../test/support/read-file.ts";

const article = (ids: string, more = "", type = "research-article") =>
  `<article xml:lang="en" article-type="${type}" xmlns:xlink="http://www.w3.org/1999/xlink"><front>
<journal-meta><journal-title-group><journal-title>A Journal</journal-title></journal-title-group></journal-meta>
<article-meta>${ids}<title-group><article-title>Stockings for <italic>swollen</italic> legs</article-title></title-group>
<pub-date pub-type="ppub"><year>2019</year></pub-date><pub-date pub-type="epub"><day>3</day><month>2</month><year>2018</year></pub-date>
<abstract><sec><title>Methods</title><p>We asked.</p></sec><sec><title>Conclusions</title><p>They help.</p></sec></abstract>
<kwd-group><kwd>oedema</kwd></kwd-group></article-meta></front><body>${more}</body>
<back><ref-list><ref><mixed-citation>Someone else</mixed-citation></ref></ref-list></back></article>`;
const ids = '<article-id pub-id-type="pmc">123</article-id><article-id pub-id-type="doi">10.1000/x</article-id>';

test("an article is read with its type, date, language, subjects and sections, and without its references", async () => {
  const body = `<sec><title>Results</title><p>The <italic>p</italic> was small<sup><xref ref-type="bibr" rid="r1">1</xref></sup>, 10<sup>3</sup>:
<list><list-item><p>first</p></list-item><list-item><p>second</p></list-item></list></p>
<sec><title>Harms</title><table-wrap><label>Table 1</label><caption><p>Harm by dose</p></caption><table><tr><td>5 mg</td><td>none</td></tr></table></table-wrap></sec></sec>`;
  expect(await readOne("jats", `<?xml version="1.0"?>${article(ids, body)}`)).toEqual({
    key: "PMC123",
    title: "Stockings for swollen legs",
    type: "study",
    language: "en",
    date: "2018-02-03",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/",
    identifiers: { pmcid: "PMC123", doi: "10.1000/x" },
    issuer: "A Journal",
    status: "current",
    subjects: ["oedema"],
    sections: [
      { headings: ["Abstract", "Methods"], text: "We asked." },
      { headings: ["Abstract", "Conclusions"], text: "They help.", role: "conclusion" },
      { headings: ["Results"], text: "The p was small, 103:\nfirst\nsecond", role: "results" },
      { headings: ["Results", "Harms"], text: "Harm by dose\n5 mg | none" },
    ],
  });
});

test("recommendations are kept whole in guidelines and are nothing of their own in studies", async () => {
  const body = "<sec><title>Recommendations</title><p>Offer stockings (Grade A).</p><p>Walk.</p></sec>";
  const guideline = await readOne("jats", article(ids, body, "guideline"));
  expect(guideline.sections.slice(2)).toEqual([
    { headings: ["Recommendations"], text: "Offer stockings (Grade A).", role: "recommendation", grade: "Grade A" },
    { headings: ["Recommendations"], text: "Walk.", role: "recommendation" },
  ]);
  const study = await readOne("jats", article(ids, body));
  expect(study.sections.slice(2)).toEqual([
    { headings: ["Recommendations"], text: "Offer stockings (Grade A).\nWalk." },
  ]);
});

test("articles of a set are read one by one, and a broken one is refused alone", async () => {
  const set = `<pmc-articleset>${article(ids)}${article("")}${article(ids.replace("123", "4"), "<p>&foreign;</p>")}${article(ids.replace("123", "5"))}</pmc-articleset>`;
  const records = await readAs("jats", set);
  expect(records.map((record) => (record.kind === "refused" ? record.place : record.kind))).toEqual([
    "document",
    "article 2",
    "article 3",
    "document",
  ]);
  expect(records[1]).toMatchObject({ reason: "it has no PMCID, PMID or DOI" });
});

test("a retracted article says so", async () => {
  const history = `${ids}<pub-history><event event-type="retracted"><event-desc>Retracted in 2020</event-desc></event></pub-history>`;
  expect(await readOne("jats", article(history))).toMatchObject({
    status: "retracted",
    statusReason: "Retracted in 2020",
  });
  const titled = article(ids).replace("Stockings for", "RETRACTED: Stockings for");
  expect(await readOne("jats", titled)).toMatchObject({ status: "retracted" });
});

test("a file without an article, or with half of one, is not read as empty", async () => {
  await expect(readAs("jats", "<html/>")).rejects.toThrow("there is no article in it");
  await expect(readAs("jats", article(ids).slice(0, -20))).rejects.toThrow("the file ends inside an article");
});
