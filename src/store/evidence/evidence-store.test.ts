import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test } from "vitest";
import type { EvidenceDocument } from "../../evidence/corpus.ts";
import type { ImportItem, NewSource } from "../../evidence/evidence-port.ts";
import { KNOWN_LICENCES } from "../../evidence/licences.ts";
import { prepareDocument } from "../../search/cut-passages.ts";
import { likeness } from "../../search/meaning/term-vectors.ts";
import { searchPassages } from "../../search/search-passages.ts";
import type { SearchWords } from "../../search/search-words.ts";
import { SubjectDictionary } from "../../search/subject-dictionary.ts";
import { namesOf, pagesOfTwoNames } from "../../search/testing/two-names.ts";
import { EvidenceReader } from "./evidence-reader.ts";
import { EvidenceStore } from "./evidence-store.ts";
import { EVIDENCE_FILE, openToRead, PART_BITS } from "./open-database.ts";

const words: SearchWords = { stopWords: ["the", "of", "is"], fillers: [], questionTypes: {} };
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "wellspring-evidence-"));
  folders.push(made);
  return made;
}

const source = (released: boolean, id = "pages"): NewSource => ({
  id,
  title: "Pages",
  kind: "medquad",
  licence: KNOWN_LICENCES["CC-BY-4.0"],
  profile: "topic-pages",
  imported: "2026-01-02",
  released,
});

function item(
  key: string,
  title: string,
  text: string,
  id = "pages",
  standing: Pick<EvidenceDocument, "status" | "statusReason"> = { status: "current" },
): ImportItem {
  const document: EvidenceDocument = {
    key,
    title,
    type: "page",
    language: "en",
    identifiers: {},
    ...standing,
    subjects: [title],
    sections: [{ headings: [], text }],
  };
  return { kind: "document", ...prepareDocument(id, document) };
}

async function search(store: EvidenceStore, question: string) {
  const subjects = new SubjectDictionary(store.subjectGroups(), store.analyser);
  const { hits } = await searchPassages(
    { question, profile: "topic-pages", limit: 10 },
    { index: store.index, analyser: store.analyser, words, subjects },
  );
  return hits.map(({ found }) => found.passage.document);
}

const legs = item("legs", "Swollen legs", "Stockings help. Walking helps too.");
const eyes = item("eyes", "Red eyes", "Drops help.");

test("what is imported is found once its source is released, and never before", async () => {
  const store = new EvidenceStore(undefined, words);
  store.openSource(source(false));
  expect(store.storeBatch("pages", [legs, eyes])).toMatchObject({ added: 2, replaced: 0, unchanged: 0, deleted: 0 });
  expect(await search(store, "swollen legs")).toEqual([]);
  store.setState("pages", "released");
  expect(await search(store, "swollen legs")).toEqual(["legs"]);
  store.setState("pages", "quarantined");
  expect(await search(store, "swollen legs")).toEqual([]);
  expect(store.index.statistics("topic-pages")).toMatchObject({ passages: 0, meanBodyLength: 0 });
});

test("the same document again changes nothing", () => {
  const store = new EvidenceStore(undefined, words);
  store.openSource(source(true));
  store.storeBatch("pages", [legs, eyes]);
  const before = store.index.statistics("topic-pages");
  expect(store.storeBatch("pages", [legs, eyes])).toMatchObject({ added: 0, replaced: 0, unchanged: 2, deleted: 0 });
  expect(store.index.statistics("topic-pages")).toBe(before);
});

function readWith(one: ImportItem, analyser: string, line: string): ImportItem {
  return one.kind === "document" ? { ...one, terms: { analyser, lines: Buffer.from(line), ends: [line.length] } } : one;
}

test("terms that a reader made with the same analyser go into search, those of another are made anew", async () => {
  const store = new EvidenceStore(undefined, words);
  store.openSource(source(true));
  const { fingerprint } = store.analyser;
  store.storeBatch("pages", [
    readWith(legs, fingerprint, "mark\n\nstock help"),
    readWith(eyes, `not ${fingerprint}`, "mark\n\nmark"),
  ]);
  expect(await search(store, "marked")).toEqual(["legs"]);
  expect(await search(store, "red eyes")).toEqual(["eyes"]);
});

test("a new version is found in place of the old one, which stays addressable", async () => {
  const store = new EvidenceStore(undefined, words);
  store.openSource(source(true));
  store.storeBatch("pages", [legs]);
  const again = store.storeBatch("pages", [item("legs", "Swollen legs", "Compression is no longer advised.")]);
  expect(again).toMatchObject({ added: 0, replaced: 1 });
  expect(await search(store, "stockings")).toEqual([]);
  expect(await search(store, "compression")).toEqual(["legs"]);
  expect(store.getDocumentPassages("pages", "legs", 1).map(({ text }) => text)).toEqual([
    "Stockings help. Walking helps too.",
  ]);
  expect(store.getDocumentPassages("pages", "legs").map(({ version }) => version)).toEqual([2]);
});

test("a passage that a new version keeps keeps its hash", () => {
  const store = new EvidenceStore(undefined, words);
  store.openSource(source(true));
  store.storeBatch("pages", [legs]);
  const [first] = store.getDocumentPassages("pages", "legs");
  store.storeBatch("pages", [item("legs", "Legs that swell", "Stockings help. Walking helps too.")]);
  const [second] = store.getDocumentPassages("pages", "legs");
  expect(second).toMatchObject({ hash: first?.hash, version: 2 });
});

test("a new version that drops or changes a passage says so, one that adds or moves none of them does not", () => {
  const store = new EvidenceStore(undefined, words);
  store.openSource(source(true));
  const outdated = () => store.overviews()[0]?.outdated;
  store.storeBatch("pages", [legs, eyes]);
  expect(
    store.storeBatch("pages", [item("legs", "Legs that swell", "Stockings help. Walking helps too.")]),
  ).toMatchObject({
    replaced: 1,
    outdated: [],
  });
  expect(outdated()).toBe(0);
  expect(store.storeBatch("pages", [item("legs", "Swollen legs", "Walking helps.")])).toMatchObject({
    outdated: [{ key: "legs", passages: 1, lost: 1 }],
  });
  // The passage stands in two earlier versions.
  expect(outdated()).toBe(2);
  store.storeBatch("pages", [item("legs", "Swollen legs", "Stockings help. Walking helps too.")]);
  expect(outdated()).toBe(1);
  store.storeBatch("pages", [{ kind: "deletion", key: "eyes" }]);
  expect(outdated()).toBe(2);
});

test("frequencies and lengths are those of an index made afresh, whatever was done before", () => {
  const worn = new EvidenceStore(undefined, words);
  worn.openSource(source(true));
  worn.storeBatch("pages", [legs, eyes, item("ears", "Ears", "Drops.")]);
  worn.storeBatch("pages", [item("eyes", "Red eyes", "Water."), { kind: "deletion", key: "ears" }]);
  worn.setState("pages", "pending");
  worn.setState("pages", "released");
  const fresh = new EvidenceStore(undefined, words);
  fresh.openSource(source(true));
  fresh.storeBatch("pages", [legs, item("eyes", "Red eyes", "Water.")]);
  const [a, b] = [worn.index.statistics("topic-pages"), fresh.index.statistics("topic-pages")];
  for (const stem of ["drop", "water", "leg", "swollen", "ear"])
    expect([stem, a.documentFrequency(stem)]).toEqual([stem, b.documentFrequency(stem)]);
  expect([a.passages, a.meanTitleLength, a.meanSubjectsLength, a.meanBodyLength]).toEqual([
    b.passages,
    b.meanTitleLength,
    b.meanSubjectsLength,
    b.meanBodyLength,
  ]);
});

test("documents and the place in their file are kept together, over a restart too", async () => {
  const where = folder();
  const store = new EvidenceStore(where, words);
  store.openSource(source(true));
  const place = { file: "a.jsonl", fingerprint: "1", records: 1, finished: false };
  store.storeBatch("pages", [legs], place);
  // No number that the store can hold, so that the batch fails after its first document.
  const broken = { ...eyes, passages: [{ ...legs, start: 2n ** 70n }] } as unknown as ImportItem;
  const failing = [item("ears", "Ears", "Drops."), broken];
  expect(() => store.storeBatch("pages", failing, { ...place, records: 3 })).toThrow();
  const later = { ...place, records: 4 };
  await expect(store.storeWithPauses("pages", failing, later, async () => {})).rejects.toThrow();
  store.close();
  const reopened = new EvidenceStore(where, words);
  expect(reopened.checkpoint("pages", "a.jsonl")).toEqual(place);
  expect(reopened.sources()).toMatchObject([{ documents: 1, passages: 1, state: "released" }]);
  expect(await search(reopened, "ears")).toEqual([]);
  expect(await search(reopened, "swollen legs")).toEqual(["legs"]);
  reopened.close();
});

test("a batch that is stored with pauses is the same, and nothing of it is seen before its end", async () => {
  const where = folder();
  const store = new EvidenceStore(where, words);
  store.openSource(source(true));
  const items = Array.from({ length: 100 }, (_, at) => item(`legs${at}`, "Legs", `Stocking ${at}.`));
  const reader = new DatabaseSync(join(where, EVIDENCE_FILE), { readOnly: true });
  const documents = () => Number(reader.prepare("SELECT count(*) AS documents FROM document").get()?.documents);
  const seen: number[] = [];
  const place = { file: "a.jsonl", fingerprint: "1", records: 100, finished: true };
  const outcome = await store.storeWithPauses("pages", items, place, async () => void seen.push(documents()));
  expect(outcome).toMatchObject({ added: 100, replaced: 0, unchanged: 0, deleted: 0 });
  expect([Math.max(...seen), documents()]).toEqual([0, 100]);
  expect(store.checkpoint("pages", "a.jsonl")).toEqual(place);
  expect(await search(store, "stocking 42")).toContain("legs42");
  reader.close();
  store.close();
});

test("other stop words make search anew: it would not fit the questions", async () => {
  const where = folder();
  const store = new EvidenceStore(where, { stopWords: ["stockings"] });
  store.openSource(source(true));
  store.storeBatch("pages", [legs]);
  expect(await search(store, "stockings")).toEqual([]);
  store.close();
  const reopened = new EvidenceStore(where, words);
  expect(await search(reopened, "stockings")).toEqual(["legs"]);
  reopened.close();
});

test("a store whose search lay in other tables is found in as before, and its old tables go", async () => {
  const where = folder();
  const store = new EvidenceStore(where, words);
  store.openSource(source(true));
  store.storeBatch("pages", [legs]);
  store.close();
  const former = new DatabaseSync(join(where, EVIDENCE_FILE));
  former.exec(
    `DELETE FROM searched; DELETE FROM block; DELETE FROM segment; CREATE TABLE terms (passage INTEGER PRIMARY KEY, terms TEXT) STRICT;
     CREATE VIRTUAL TABLE search_literature USING fts5(title, content=''); CREATE TABLE posting (stem TEXT) STRICT;
     CREATE INDEX passage_hash ON passage (hash); DROP INDEX passage_by_part; UPDATE property SET value = 'sha256-0' WHERE name = 'analyser'`,
  );
  former.close();
  const reopened = new EvidenceStore(where, words);
  expect(await search(reopened, "stockings")).toEqual(["legs"]);
  reopened.close();
  const after = new DatabaseSync(join(where, EVIDENCE_FILE));
  expect(
    after
      .prepare("SELECT name FROM sqlite_schema WHERE name IN ('terms', 'search_literature', 'posting', 'passage_hash')")
      .all(),
  ).toEqual([]);
  after.close();
});

test("passages are found by their hash in whatever part of a large store they lie", async () => {
  const where = folder();
  const store = new EvidenceStore(where, words);
  store.openSource(source(true));
  store.storeBatch("pages", [legs, eyes]);
  const hashes = ["legs", "eyes"].map((key) => store.getDocumentPassages("pages", key)[0]?.hash ?? "");
  const other = new DatabaseSync(join(where, EVIDENCE_FILE), { enableForeignKeyConstraints: false });
  const moved = [3 << PART_BITS, hashes[1] ?? ""] as const;
  for (const set of ["passage SET number", "searched SET passage"])
    other.prepare(`UPDATE ${set} = ? WHERE hash = ?`).run(...moved);
  other.close();
  expect(store.index.getPassages(hashes).map(({ passage }) => passage.document)).toEqual(["legs", "eyes"]);
  expect(store.index.getPassages([`${hashes[0]}0`])).toEqual([]);
  store.close();
});

test("a release that was broken off is taken up when the store is opened again", async () => {
  const where = folder();
  const store = new EvidenceStore(where, words);
  store.openSource(source(false));
  store.storeBatch("pages", [legs]);
  store.close();
  const broken = new DatabaseSync(join(where, EVIDENCE_FILE));
  broken.exec("UPDATE source SET state = 'released'; INSERT INTO property (name, value) VALUES ('unsettled', '')");
  broken.close();
  const reopened = new EvidenceStore(where, words);
  expect(await search(reopened, "stockings")).toEqual(["legs"]);
  reopened.close();
});

test("a removed source leaves nothing behind; others stay", async () => {
  const store = new EvidenceStore(undefined, words);
  store.openSource(source(true));
  store.openSource(source(true, "others"));
  store.storeBatch("pages", [legs], { file: "a", fingerprint: "1", records: 1, finished: true });
  store.storeBatch("others", [item("legs", "Legs", "Swollen legs.", "others")]);
  expect(store.removeSource("pages")).toBe(true);
  expect(store.removeSource("pages")).toBe(false);
  expect(store.sources().map(({ id }) => id)).toEqual(["others"]);
  expect(await search(store, "swollen")).toEqual(["legs"]);
  expect(store.getDocumentPassages("pages", "legs", 1)).toEqual([]);
});

test("how far the files of each source were read is told, and which documents are not in good standing", () => {
  const store = new EvidenceStore(folder(), words);
  for (const id of ["pages", "books"]) store.openSource(source(true, id));
  const read = (file: string, records: number, finished: boolean) => ({ file, fingerprint: "f", records, finished });
  store.storeBatch("pages", [item("a", "Leg", "One.")], read("a.jsonl", 1, true));
  store.storeBatch("pages", [item("b", "Arm", "Two.")], read("b.jsonl", 2_000, false));
  expect(store.importProgress()).toEqual([
    { source: "pages", files: 2, unfinished: [{ file: "b.jsonl", records: 2_000 }] },
  ]);
  expect(store.markedInOverviews()).toEqual([]);
  const gone = item("c", "Foot", "Three.", "pages", { status: "retracted", statusReason: "made up" });
  store.storeBatch("pages", [gone], read("b.jsonl", 2_001, true));
  expect(store.importProgress()).toMatchObject([{ files: 2, unfinished: [] }]);
  expect(store.markedInOverviews()).toMatchObject([
    { source: "pages", key: "c", status: "retracted", reason: "made up" },
  ]);
  store.close();
});

test("what stems mean is learned with a merge and with a release, of enough pages, and is made anew with the rest of search", async () => {
  const pages = pagesOfTwoNames().map(({ title, text }, at) => item(`p${at}`, title, text));
  const [latin, plain] = namesOf(5);
  const alike = ({ index }: EvidenceReader) => {
    const vectors = index.statistics("topic-pages").findTermVectors();
    const [one, other] = [latin, plain].map((name) => vectors?.directionOf([[name, 1]]));
    return one === undefined || other === undefined ? 0 : likeness(one, other);
  };
  const place = folder();
  const store = new EvidenceStore(place, words);
  store.openSource(source(true, "few"));
  store.storeBatch("few", pages.slice(0, 100));
  store.optimise();
  expect(store.index.statistics("topic-pages").findTermVectors()).toBeUndefined();
  store.openSource(source(false));
  store.storeBatch("pages", pages);
  store.optimise();
  expect(alike(store)).toBe(0);
  store.setState("pages", "released");
  expect(alike(store)).toBeGreaterThan(0.7);
  const reader = new EvidenceReader(openToRead(place), store.analyser);
  expect(alike(reader)).toBe(alike(store));
  reader.close();
  store.close();
  const again = new EvidenceStore(place, { stopWords: [...words.stopWords, latin] });
  expect(again.index.statistics("topic-pages").findTermVectors()?.stems).not.toContain(latin);
  expect(again.index.statistics("topic-pages").findTermVectors()?.stems).toContain(plain);
  again.close();
});

test("learning that is broken off leaves what was learned before, and is taken up when the store is opened again", () => {
  const pages = pagesOfTwoNames().map(({ title, text }, at) => item(`p${at}`, title, text));
  const place = folder();
  const store = new EvidenceStore(place, words);
  store.openSource(source(true));
  store.storeBatch("pages", pages);
  store.optimise();
  const before = store.index.statistics("topic-pages").findTermVectors();
  store.openSource(source(false, "more"));
  const more = Array.from({ length: 300 }, (_, at) =>
    item(`m${at}`, `novel${at % 9} page`, `novel${at % 9} seen`, "more"),
  );
  store.storeBatch("more", more);
  const beside = new DatabaseSync(join(place, EVIDENCE_FILE));
  beside.exec("CREATE TRIGGER killed BEFORE UPDATE ON meaning BEGIN SELECT raise(ABORT, 'killed'); END");
  expect(() => store.setState("more", "released")).toThrow("killed");
  const meanwhile = store.index.statistics("topic-pages");
  expect(meanwhile.passages).toBe(pages.length + more.length);
  expect(meanwhile.findTermVectors()?.bytes).toEqual(before?.bytes);
  store.close();
  beside.exec("DROP TRIGGER killed");
  beside.close();
  const again = new EvidenceStore(place, words);
  expect(again.index.statistics("topic-pages").findTermVectors()?.stems).toContain("novel3");
  again.close();
});

test("what came in many small pieces, each by a process of its own, is learned once it is a tenth", () => {
  const pages = pagesOfTwoNames().map(({ title, text }, at) => item(`p${at}`, title, text));
  const place = folder();
  const learned: boolean[] = [];
  for (const [at, piece] of [pages, ...Array.from({ length: 4 }, () => [])].entries()) {
    const store = new EvidenceStore(place, words);
    store.openSource(source(true));
    const novel = Array.from({ length: 40 }, (_, no) => item(`n${at}.${no}`, `novel${no % 9} page`, "novel seen"));
    store.storeBatch("pages", at === 0 ? piece : novel);
    store.optimise();
    learned.push(store.index.statistics("topic-pages").findTermVectors()?.stems.includes("novel") ?? false);
    store.close();
  }
  expect(learned).toEqual([false, false, false, false, true]);
});
