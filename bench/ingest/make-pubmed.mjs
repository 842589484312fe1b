// Writes a file as PubMed's baseline files are, of made-up words: node bench/ingest/make-pubmed.mjs <megabytes> <file> [seed]
// Words are drawn as they occur in language (Zipf), so that an index of them is as large as one of real abstracts.
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { seeded } from "../../src/kernel/seeded.ts";

const [megabytes, file, seed = "1"] = process.argv.slice(2);
if (megabytes === undefined || file === undefined) throw new Error("usage: make-pubmed.mjs <megabytes> <file> [seed]");

const random = seeded(Number(seed));
const below = (limit) => Math.floor(random() * limit);

const SYLLABLES =
  "ab ac al an ar ba be bi ca ce ci co cu da de di en er es fa fi ga ge he hy in is la le li lo ma me mi mo na ne ni no on or os pa pe pi po ra re ri ro sa se si so ta te ti to ul ur va ve vi xi ze zo".split(
    " ",
  );
const VOCABULARY = Array.from({ length: 60_000 }, (_, at) => {
  const length = 1 + (at < 200 ? below(2) : 1 + below(4));
  return Array.from({ length }, () => SYLLABLES[below(SYLLABLES.length)]).join("");
});
/** Rank r is drawn about as often as 1/r. */
const word = () => VOCABULARY[Math.min(VOCABULARY.length - 1, Math.floor(VOCABULARY.length ** random()) - 1)];
const words = (count) => Array.from({ length: count }, word).join(" ");
function sentence() {
  const text = words(14 + below(14));
  const figure =
    below(3) === 0
      ? ` (RR 0.${10 + below(89)}, 95% CI 0.${10 + below(40)}&#x2013;1.${below(99)}; p&lt;0.0${1 + below(9)})`
      : "";
  return `${text[0].toUpperCase()}${text.slice(1)}${figure}.`;
}
const sentences = (count) => Array.from({ length: count }, sentence).join(" ");
const list = (count, make) => Array.from({ length: count }, (_, at) => make(at)).join("");

function article(number) {
  const month = 1 + below(12);
  const parts = ["BACKGROUND", "METHODS", "RESULTS", "CONCLUSIONS"];
  return `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">${10_000_000 + number}</PMID>
<DateRevised><Year>2025</Year><Month>${month}</Month><Day>11</Day></DateRevised>
<Article PubModel="Print"><Journal><ISSN IssnType="Print">0000-0000</ISSN><JournalIssue CitedMedium="Print"><Volume>${below(90)}</Volume><PubDate><Year>${1990 + below(35)}</Year><Month>${month}</Month></PubDate></JournalIssue><Title>Journal of ${word()}</Title></Journal>
<ArticleTitle>Effect of <i>${word()}</i> on ${words(6)}: a randomised trial</ArticleTitle>
<Abstract>${parts.map((label) => `<AbstractText Label="${label}" NlmCategory="${label}">${sentences(2 + below(3))}</AbstractText>`).join("")}</Abstract>
<AuthorList CompleteYN="Y">${list(6, (at) => `<Author ValidYN="Y"><LastName>${word()}</LastName><ForeName>A ${at}</ForeName><Initials>A${at}</Initials><AffiliationInfo><Affiliation>Department of ${word()}, University of ${word()}</Affiliation></AffiliationInfo></Author>`)}</AuthorList>
<Language>eng</Language><PublicationTypeList><PublicationType UI="D016449">Randomized Controlled Trial</PublicationType></PublicationTypeList></Article>
<MedlineJournalInfo><Country>England</Country><MedlineTA>J</MedlineTA></MedlineJournalInfo>
<MeshHeadingList>${list(8, (at) => `<MeshHeading><DescriptorName UI="D00${at}" MajorTopicYN="N">${word()}</DescriptorName></MeshHeading>`)}</MeshHeadingList></MedlineCitation>
<PubmedData><PublicationStatus>ppublish</PublicationStatus><ArticleIdList><ArticleId IdType="pubmed">${10_000_000 + number}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
`;
}

const out = createWriteStream(file);
let bytes = 0;
let articles = 0;
async function write(text) {
  bytes += Buffer.byteLength(text);
  if (!out.write(text)) await once(out, "drain");
}
await write('<?xml version="1.0" encoding="utf-8"?>\n<PubmedArticleSet>\n');
while (bytes < Number(megabytes) * 1e6) await write(article(++articles));
await write("</PubmedArticleSet>\n");
out.end();
await once(out, "finish");
console.log(`${articles} articles, ${bytes} bytes`);
