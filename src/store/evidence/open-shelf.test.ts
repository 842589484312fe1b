import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { deskFiles, TestDesk } from "../../../test/fixtures/desk.ts";
import { LIBRARY_FOLDER } from "../../../test/real-library.ts";
import { KNOWN_LICENCES } from "../../evidence/licences.ts";
import type { EvidenceShelf } from "../../review/evidence/act-on-evidence.ts";
import { prepareDocument } from "../../search/cut-passages.ts";
import { namesOf, pagesOfTwoNames } from "../../search/testing/two-names.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { openEvidence } from "./open-evidence.ts";
import { openShelf } from "./open-shelf.ts";

const ENTRY = join(import.meta.dirname, "shelving-worker.ts");
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A store whose sources, of enough pages to learn from, wait to be released. */
async function openStore(...sources: readonly string[]): Promise<{ store: EvidenceStore; place: string }> {
  const place = mkdtempSync(join(tmpdir(), "wellspring-shelf-"));
  folders.push(place);
  const opened = await openEvidence(LIBRARY_FOLDER, place);
  if (!opened.ok) throw new Error("the store cannot be opened");
  const { store } = opened.value;
  const kind = {
    title: "S",
    kind: "medquad",
    profile: "topic-pages",
    imported: "2026-01-02",
    released: false,
  } as const;
  for (const id of sources) {
    store.openSource({ id, ...kind, licence: KNOWN_LICENCES["CC0-1.0"] });
    const page = { type: "page", language: "en", identifiers: {}, status: "current", subjects: [] } as const;
    const items = pagesOfTwoNames().map(({ title, text }, at) => {
      const document = { ...page, key: `${id}${at}`, title, sections: [{ headings: [], text }] };
      return { kind: "document" as const, ...prepareDocument(id, document) };
    });
    store.storeBatch(id, items);
  }
  return { store, place };
}

const vectorsOf = ({ index }: EvidenceStore) => index.statistics("topic-pages").findTermVectors();

async function openDesk(store: EvidenceStore, shelf: EvidenceShelf): Promise<TestDesk> {
  return (await TestDesk.open()).restart(deskFiles(), { look: async () => store.look(), ...shelf });
}

test("who asks while a source is put into search, and its words are learned, is answered meanwhile", async () => {
  const { store, place } = await openStore("pages");
  const shelf = openShelf(ENTRY, { libraryFolder: LIBRARY_FOLDER, place });
  let isAtWork = false;
  const setState: EvidenceShelf["setState"] = async (...given) => {
    isAtWork = true;
    const done = await shelf.setState(...given);
    isAtWork = false;
    return done;
  };
  const desk = await openDesk(store, { ...shelf, setState });
  const released = desk.post("libby", "/desk/board/release-evidence", { source: "pages", reason: "read by us" });
  let isDone = false;
  void released.finally(() => {
    isDone = true;
  });
  let answered = 0;
  while (!isDone) {
    const began = isAtWork;
    expect((await desk.get(undefined, "/healthz")).status).toBe(200);
    if (began && isAtWork) answered++;
    await new Promise(setImmediate);
  }
  expect((await released).status).toBe(303);
  expect(answered).toBeGreaterThan(5);
  expect(store.sources()).toMatchObject([{ state: "released" }]);
  expect(vectorsOf(store)?.stems).toContain(namesOf(5)[0]);
  store.close();
});

test("two releases at once are carried out one after the other, and both are found", async () => {
  const { store, place } = await openStore("one", "two");
  const desk = await openDesk(store, openShelf(ENTRY, { libraryFolder: LIBRARY_FOLDER, place }));
  const release = (source: string) => desk.post("libby", "/desk/board/release-evidence", { source, reason: "x" });
  const replies = await Promise.all([release("one"), release("two")]);
  expect(replies.map(({ status }) => status)).toEqual([303, 303]);
  expect(store.sources().map(({ state }) => state)).toEqual(["released", "released"]);
  expect([store.intents(), store.index.statistics("topic-pages").passages]).toEqual([[], 2_560]);
  store.close();
});

test("what cannot be carried out fails with the reason, and the next decision is carried out all the same", async () => {
  const { store, place } = await openStore("pages");
  const nowhere = openShelf(ENTRY, { libraryFolder: join(place, "nowhere"), place });
  await expect(nowhere.setState("pages", "released")).rejects.toThrow("search-words.yaml");
  const shelf = openShelf(ENTRY, { libraryFolder: LIBRARY_FOLDER, place });
  expect(await shelf.setState("pages", "released")).toBe(true);
  expect(await shelf.removeSource("unheard")).toBe(false);
  store.close();
});
