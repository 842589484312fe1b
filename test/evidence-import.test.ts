import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KNOWN_LICENCES } from "../src/evidence/licences.ts";
import { type ImportEffects, importFiles } from "../src/ingest/import-files.ts";
import { getImportKind } from "../src/ingest/import-kinds.ts";
import { readItems } from "../src/ingest/read-items.ts";
import { EvidenceStore } from "../src/store/evidence/evidence-store.ts";
import { shippedTrustRules } from "./support/read-file.ts";

const rules = shippedTrustRules();
let folder = "";
let store: EvidenceStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wellspring-import-"));
  store = new EvidenceStore(undefined, { stopWords: [] });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function importAs(kindName: string, paths: readonly string[], more: Partial<ImportEffects> = {}) {
  const kind = getImportKind(kindName);
  const { title, profile } = kind;
  const licence = KNOWN_LICENCES[kind.licence ?? "CC-BY-4.0"];
  store.openSource({ id: "s", title, kind: kindName, licence, profile, imported: "2026-01-02", released: true });
  const request = { id: "s", kind: kindName, paths, standardInputName: "typed", rules };
  return importFiles(request, {
    writer: store,
    read: readItems,
    standardInput: noBytes(),
    progress: () => {},
    ...more,
  });
}

async function* noBytes(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const article = (
  pmid: string,
  more = "",
  notes = "",
) => `<PubmedArticle><MedlineCitation><PMID Version="1">${pmid}</PMID>
<Article><Journal><JournalIssue><PubDate><Year>2016</Year><Month>Feb</Month></PubDate></JournalIssue><Title>A Journal</Title></Journal>
<ArticleTitle>Stockings for <i>swollen</i> legs &amp; feet</ArticleTitle>
<Abstract><AbstractText Label="FINDINGS" NlmCategory="RESULTS">They help${more}.</AbstractText></Abstract><Language>eng</Language>
<PublicationTypeList><PublicationType UI="x">Randomized Controlled Trial</PublicationType></PublicationTypeList></Article>${notes}
<MeshHeadingList><MeshHeading><DescriptorName>Stockings, Compression</DescriptorName></MeshHeading></MeshHeadingList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.0000/example</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`;
const pubmed = (...articles: readonly string[]) =>
  `<?xml version="1.0"?><PubmedArticleSet>${articles.join("\n")}</PubmedArticleSet>`;

test("PubMed is read plain and gzip, with what its record says of type, date, subject and standing", async () => {
  const notes = `<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>A Journal. 2018</RefSource></CommentsCorrections></CommentsCorrectionsList>`;
  const plain = file("a.xml", pubmed(article("1")));
  const zipped = file("b.xml.gz", gzipSync(pubmed(article("2", "", notes))));
  expect(await importAs("pubmed", [plain, zipped])).toMatchObject({ added: 2, refused: 0, failures: [] });
  const [passage] = store.getDocumentPassages("s", "1");
  expect(passage).toMatchObject({ text: "They help.", headings: ["Abstract", "FINDINGS"], role: "results" });
  const [retracted] = store.index.getPassages(store.getDocumentPassages("s", "2").map(({ hash }) => hash));
  expect(retracted).toMatchObject({
    title: "Stockings for swollen legs & feet",
    status: "retracted",
    date: "2016-02",
    issuer: "A Journal",
  });
  expect([...store.subjectGroups()]).toEqual([["Stockings, Compression"]]);
});

test("a notice of retraction marks the article it names, whichever comes first, for as long as the notice stands", async () => {
  const note = (type: string, pmid: string) =>
    `<CommentsCorrectionsList><CommentsCorrections RefType="${type}"><RefSource>A</RefSource><PMID>${pmid}</PMID></CommentsCorrections></CommentsCorrectionsList>`;
  const standing = (key: string) =>
    store.index.getPassages(store.getDocumentPassages("s", key).map(({ hash }) => hash))[0];
  const notices = [article("7", "", note("RetractionOf", "1")), article("8", "", note("ExpressionOfConcernFor", "2"))];
  const before = file("a.xml", pubmed(article("1"), ...notices, article("9", "", note("CommentOn", "3"))));
  const after = file("b.xml", pubmed(article("2"), article("3")));
  await importAs("pubmed", [before, after]);
  expect(["1", "2", "3", "7"].map((key) => standing(key)?.status)).toEqual([
    "retracted",
    "concern",
    "current",
    "current",
  ]);
  expect(standing("1")?.statusReason).toBe("RetractionOf: PMID 7");
  store.applyMarks("retraction-watch", []);
  expect(standing("1")?.status).toBe("retracted");
  // A notice that is changed says what it says now; one that is taken back says nothing.
  const update = file(
    "c.xml",
    pubmed(article("7", "", note("ErratumFor", "1")), "<DeleteCitation><PMID>8</PMID></DeleteCitation>"),
  );
  expect(await importAs("pubmed", [update])).toMatchObject({ replaced: 1, deleted: 1, outdated: 0 });
  expect(["1", "2"].map((key) => standing(key)?.status)).toEqual(["corrected", "current"]);
  store.removeSource("s");
  await importAs("pubmed", [file("d.xml", pubmed(article("1")))]);
  expect(standing("1")?.status).toBe("current");
});

test("a notice that names itself, or nothing that is a PMID, marks nothing", async () => {
  const notes = ["1", "0", "x' OR 1", ""].map(
    (pmid) => `<CommentsCorrections RefType="RetractionOf"><PMID>${pmid}</PMID></CommentsCorrections>`,
  );
  const odd = `<CommentsCorrections RefType="constructor"><PMID>1</PMID></CommentsCorrections><CommentsCorrections><PMID>1</PMID></CommentsCorrections>`;
  const list = (inside: string) => `<CommentsCorrectionsList>${inside}</CommentsCorrectionsList>`;
  await importAs("pubmed", [
    file("a.xml", pubmed(article("1", "", list(notes.join(""))), article("2", "", list(odd)))),
  ]);
  expect([...store.markedDocuments()]).toEqual([]);
});

test("an update file replaces and takes back; what it replaced stays addressable", async () => {
  const base = file("base.xml", pubmed(article("1"), article("2")));
  const deletion = "<DeleteCitation><PMID>2</PMID><PMID>9</PMID></DeleteCitation>";
  const update = file("update.xml", pubmed(article("1", " a little"), deletion));
  expect(await importAs("pubmed", [base, update])).toMatchObject({
    added: 2,
    replaced: 1,
    deleted: 1,
    outdated: 1,
    outdatings: [{ file: update, place: "1", reason: "1 of 1 passages no longer stand in it" }],
  });
  expect(store.getDocumentPassages("s", "1", 1)[0]?.text).toBe("They help.");
  expect(store.getDocumentPassages("s", "2")).toEqual([]);
  expect(store.sources()).toMatchObject([{ documents: 1, passages: 1 }]);
});

test("where the store takes no more, the import says so once, whatever was read meanwhile, and stores nothing after it", async () => {
  const many = file(
    "many.xml",
    pubmed(...Array.from({ length: 9_000 }, (_, at) => `<DeleteCitation><PMID>${at}</PMID></DeleteCitation>`)),
  );
  let batches = 0;
  const writer: ImportEffects["writer"] = {
    openSource: (source) => store.openSource(source),
    checkpoint: (source, name) => store.checkpoint(source, name),
    storeBatch: (...batch) => store.storeBatch(...batch),
    storeWithPauses: async (source, items, place, pause) => {
      if (++batches === 2) throw new Error("the disk is full");
      return store.storeWithPauses(source, items, place, pause);
    },
  };
  const failures = [{ file: many, place: "", reason: "the disk is full" }];
  expect(await importAs("pubmed", [many], { writer })).toMatchObject({ failures });
  expect([batches, store.checkpoint("s", many)?.records]).toEqual([2, 4_000]);
  expect(await importAs("pubmed", [many])).toMatchObject({ failures: [] });
  expect(store.checkpoint("s", many)).toMatchObject({ records: 9_000, finished: true });
});

test("a broken article is refused alone, with its place and the reason", async () => {
  const path = file("a.xml", pubmed(article("1"), article("x2"), article("3", " &unknown; <b>"), article("4")));
  const report = await importAs("pubmed", [path]);
  expect(report).toMatchObject({ added: 2, refused: 2 });
  expect(report.refusals.map(({ place }) => place)).toEqual(["article 2", "article 3"]);
  expect(report.refusals[0]?.reason).toBe("it has no PMID");
});

test("a file that ends too early keeps what came before and says so", async () => {
  const whole = pubmed(article("1"), article("2"));
  const report = await importAs("pubmed", [file("a.xml", whole.slice(0, whole.length - 200))]);
  expect(report.failures).toMatchObject([{ reason: "the file ends inside an article" }]);
  expect(report.added).toBe(1);
});

const page = (id: string) =>
  JSON.stringify({
    id,
    source: "S",
    url: "https://example.org",
    focus: "Gout",
    synonyms: [],
    question: "What is gout?",
    answer: `Answer ${id}.`,
  });

test("the same file twice changes nothing; a file that grew is read on", async () => {
  const path = file("a.jsonl", `${page("1")}\n${page("2")}\nnot json\n{"id":"3"}\n`);
  const first = await importAs("medquad", [path]);
  expect(first).toMatchObject({ added: 2, refused: 2 });
  expect(first.refusals.map(({ place, reason }) => `${place}: ${reason}`)[0]).toBe("line 3: it is not JSON");
  expect(await importAs("medquad", [path])).toMatchObject({ added: 0, unchanged: 0, filesUnchanged: 1 });
  appendFileSync(path, `${page("4")}\n`);
  expect(await importAs("medquad", [path])).toMatchObject({ added: 1, unchanged: 2 });
});

test("an import that was broken off goes on after the last batch that was stored", async () => {
  const path = file("a.jsonl", Array.from({ length: 4_700 }, (_, at) => page(String(at))).join("\n"));
  const stopped = importAs("medquad", [path], {
    progress: () => {
      throw new Error("pulled the plug");
    },
  });
  expect(await stopped).toMatchObject({ added: 4_000, failures: [{ reason: "pulled the plug" }] });
  expect(await importAs("medquad", [path])).toMatchObject({ added: 700, unchanged: 0 });
  expect(store.sources()).toMatchObject([{ documents: 4_700 }]);
});

test("recommendations of a guideline are passages of their own with their grade", async () => {
  const markdown = "#### Treatment\n\n  1. Offer stockings. (Strong for)\n  2. Do not bleed. [Grade B]\n";
  const guideline = {
    id: 7,
    title: "Legs",
    developer: "An Agency",
    released: "1994 (revised 2013 Jul)",
    status: "This is the current release of the guideline.",
    sections: [{ heading: "Major Recommendations", markdown }],
  };
  await importAs("guidelines", [file("g.jsonl", JSON.stringify(guideline))]);
  const passages = store.getDocumentPassages("s", "7");
  expect(passages.map(({ role, grade, headings }) => [role, grade, headings.at(-1)])).toEqual([
    ["recommendation", "Strong for", "Treatment"],
    ["recommendation", "Grade B", "Treatment"],
  ]);
  expect(store.index.getPassages(passages.map(({ hash }) => hash))[0]?.date).toBe("2013-07");
});

test("a folder is read file by file, known by their paths in it; what is of another kind is passed over and counted", async () => {
  mkdirSync(join(folder, "a", ".hidden"), { recursive: true });
  file("a/legs.md", "# Legs\n\nWalk.");
  file("a/arms.MD", "# Arms\n\nLift.");
  file("a/picture.png", "not text");
  file("a/.hidden/secret.md", "# Secret\n\nHidden.");
  const first = await importAs("markdown", [join(folder, "a")]);
  expect(first).toMatchObject({ added: 2, refused: 0, filesPassedOver: 1 });
  expect(store.getDocumentPassages("s", "legs.md")).toMatchObject([{ text: "Walk.", headings: ["Legs"] }]);
  expect(await importAs("markdown", [join(folder, "a")])).toMatchObject({ added: 0, filesUnchanged: 2 });
  file("a/legs.md", "# Legs\n\nWalk far.");
  expect(await importAs("markdown", [join(folder, "a")])).toMatchObject({ replaced: 1, filesUnchanged: 1 });
});

test("two files of one import that would be the same document: the second is refused, not put in place of the first", async () => {
  mkdirSync(join(folder, "b"));
  const paths = [file("legs.md", "# Legs\n\nWalk."), file("b/legs.md", "# Legs\n\nRun.")];
  expect(await importAs("markdown", paths)).toMatchObject({
    added: 1,
    refused: 1,
    refusals: [{ reason: "another file of this import is called `legs.md` too" }],
  });
});

test("a document that is refused leaves the version that was there, and is read again the next time", async () => {
  const path = file("legs.md", "# Legs\n\nWalk.");
  await importAs("markdown", [path]);
  file("legs.md", Buffer.from([0x23, 0x20, 0xff]));
  expect(await importAs("markdown", [path])).toMatchObject({ refused: 1, replaced: 0 });
  expect(await importAs("markdown", [path])).toMatchObject({ refused: 1, filesUnchanged: 0 });
  expect(store.getDocumentPassages("s", "legs.md")).toMatchObject([{ text: "Walk.", version: 1 }]);
});

test("standard input is read as a file is, and twice the same changes nothing", async () => {
  const lines = () => noBytes(`${page("1")}\n${page("2").slice(0, 20)}`, `${page("2").slice(20)}\n`);
  expect(await importAs("medquad", ["-"], { standardInput: lines() })).toMatchObject({ added: 2 });
  expect(await importAs("medquad", ["-"], { standardInput: lines() })).toMatchObject({ added: 0, unchanged: 2 });
  await importAs("markdown", ["-"], { standardInput: noBytes("# Legs\n\nWalk.") });
  expect(store.getDocumentPassages("s", "typed")).toHaveLength(1);
});

test("a path that is not there is told, and the others are read", async () => {
  const path = file("a.jsonl", page("1"));
  expect(await importAs("medquad", [join(folder, "nothing"), path])).toMatchObject({
    added: 1,
    failures: [{ file: join(folder, "nothing"), reason: expect.stringContaining("ENOENT") }],
  });
});
