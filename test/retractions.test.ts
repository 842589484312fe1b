import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { EvidenceDesk } from "../src/cli/evidence-desk.ts";
import type { EvidenceDocument } from "../src/evidence/corpus.ts";
import { citingPlaces, findMarkedCitations } from "../src/library/find-citing.ts";
import { prepareDocument } from "../src/search/cut-passages.ts";
import { postJson, sampleApp } from "./fixtures/sample-app.ts";
import { sampleWellspring } from "./fixtures/sample-wellspring.ts";
import { shippedLibrary } from "./real-library.ts";
import { callCommand } from "./support/call-command.ts";
import { quotingOf } from "./support/quoting.ts";

const paper = (key: string, identifiers: EvidenceDocument["identifiers"]): EvidenceDocument => ({
  key,
  title: `Paper ${key}`,
  type: "study",
  language: "en",
  date: "2011",
  status: "current",
  identifiers,
  subjects: [],
  sections: [{ headings: [], text: `Words of paper ${key}.` }],
});

const { store } = await quotingOf([
  {
    id: "s",
    licence: "CC-BY-4.0",
    profile: "literature",
    documents: [paper("a", { pmid: "11" }), paper("b", { doi: "10.1000/B" }), paper("c", {})],
  },
]);
const folder = mkdtempSync(join(tmpdir(), "wellspring-retractions-"));
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The store as commands use it. */
const deskOn = (evidence: typeof store): EvidenceDesk => ({
  kinds: {},
  sources: () => [],
  setState: () => true,
  digestOf: () => undefined,
  intents: () => [],
  intend: () => undefined,
  forgetIntent: () => undefined,
  removeSource: () => true,
  overviews: () => [],
  applyMarks: (name, marks) => evidence.applyMarks(name, marks),
  markedDocuments: () => evidence.markedDocuments(),
  importFiles: () => Promise.reject(new Error("not part of this test")),
  close: () => {},
});

const mark = { status: "retracted", reason: "it was made up" } as const;
const statusOf = (key: string) =>
  store.index.getPassages(store.getDocumentPassages("s", key).map(({ hash }) => hash))[0]?.status;

test("marks are on what is in the store and on what is imported after them, and go when the list no longer has them", () => {
  store.applyMarks("list", [
    { by: "pmid", value: "11", ...mark },
    { by: "doi", value: "10.1000/b", ...mark },
    { by: "pmid", value: "14", ...mark },
  ]);
  expect(["a", "b", "c"].map(statusOf)).toEqual(["retracted", "retracted", "current"]);
  const late = paper("d", { pmid: "14" });
  store.storeBatch("s", [{ kind: "document", ...prepareDocument("s", late) }]);
  expect(statusOf("d")).toBe("retracted");
  expect(store.overviews()).toMatchObject([{ oldest: "2011", newest: "2011", marked: { retracted: 3 } }]);
  store.applyMarks("list", [{ by: "pmid", value: "11", status: "concern", reason: "looked into" }]);
  expect(["a", "b", "d"].map(statusOf)).toEqual(["concern", "current", "current"]);
  expect([...store.markedDocuments()]).toEqual([
    { source: "s", key: "a", title: "Paper a", status: "concern", reason: "looked into" },
  ]);
});

test("the walk finds every statement, fact and rule that cites a source, and nothing that does not", async () => {
  const { library } = (await shippedLibrary()).wellspring;
  const places = citingPlaces(library, "needleman-2018");
  const where = new Set(places.map((place) => place.where.split(" ")[0]));
  for (const part of ["clinician", "patient", "rule"]) expect(where).toContain(part);
  expect(citingPlaces(library, "nobody-1900")).toEqual([]);
});

test("a source of the library is found by its identifier in whatever writing", async () => {
  const { library } = (await shippedLibrary()).wellspring;
  const source = [...library.sources.values()].find(({ DOI }) => DOI !== undefined);
  const found = findMarkedCitations(library, [{ by: "doi", value: source?.DOI?.toLowerCase() ?? "", ...mark }]);
  expect(found.map((one) => [one.source.id, one.mark.status])).toEqual([[source?.id, "retracted"]]);
});

test("the command marks the store, names what leans on a retracted source, and ends with 1 only then", async () => {
  const { library } = (await shippedLibrary()).wellspring;
  const doi = [...library.sources.values()].find(({ DOI }) => DOI !== undefined)?.DOI ?? "";
  const head = "RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason";
  const list = (name: string, line: string) => {
    writeFileSync(join(folder, name), `${head}\n${line}\n`);
    return join(folder, name);
  };
  const desk = deskOn(store);
  store.applyMarks("list", []);
  const clean = await callCommand(["retractions", list("a.csv", "1/2/2020 0:00,,11,Retraction,")], {}, desk);
  expect([clean.status, clean.err]).toEqual([0, ""]);
  expect(clean.out).toContain("retracted: s a, Paper a (Retraction Watch: retraction, 2020-01-02)");
  const cited = await callCommand(["retractions", list("b.csv", `1/2/2020 0:00,${doi},,Retraction,`)], {}, desk);
  expect(cited.status).toBe(1);
  expect(cited.out).toContain("CITED BY THE LIBRARY, retracted");
  expect(cited.out).toMatch(/suspected-leg-dvt, |cited nowhere/);
  expect((await callCommand(["retractions", join(folder, "none.csv")], {}, desk)).err).toContain("no list");
  expect((await callCommand(["retractions"], {}, desk)).status).toBe(2);
});

test("a librarian has each retracted source of a list recorded, once, and the texts that cite it are flagged", async () => {
  const { library } = (await shippedLibrary()).wellspring;
  const source = library.sources.get("needleman-2018");
  const list = join(folder, "of-the-library.csv");
  const line = (nature: string) => `1/2/2020 0:00,${source?.DOI},,${nature},`;
  const write = (nature: string) =>
    writeFileSync(
      list,
      `RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\n${line(nature)}\n`,
    );
  const record = { file: join(folder, "record.sqlite"), clock: () => new Date("2026-03-01T12:00:00Z") };
  const call = (...args: readonly string[]) => callCommand(args, {}, deskOn(store), record);
  const admit = (person: string, role: string) =>
    call("review", "admit-person", person, "--name", person, "--roles", role, "--as", "ann");
  for (const [person, role] of [
    ["ann", "administrator"],
    ["will", "author"],
    ["lib", "librarian"],
  ] as const)
    expect((await admit(person, role)).err).toBe("");
  expect((await call("review", "draft", "suspected-leg-dvt", "--as", "will")).err).toBe("");

  write("Expression of concern");
  expect((await call("retractions", list, "--as", "lib")).out).not.toContain("recorded as entry");
  write("Retraction");
  expect((await call("retractions", list, "--as", "will")).err).toContain("review-role-missing");
  const recorded = await call("retractions", list, "--as", "lib");
  expect(recorded.out).toContain("needleman-2018: recorded as entry 5; flagged: suspected-leg-dvt");
  expect([recorded.status, (await call("review", "status")).out]).toEqual([
    1,
    expect.stringContaining("needleman-2018 was retracted: Retraction Watch"),
  ]);
  expect((await call("retractions", list, "--as", "lib")).out).not.toContain("recorded as entry");
  expect((await call("retractions", list, "--as", "lib", "--json")).status).toBe(2);
});

test("the sources are a page and an API; without a store the page says how to fill one", async () => {
  const empty = sampleApp().app;
  const registered = await (await empty.request("/sources")).text();
  expect(registered).toContain("wellspring import");
  // What the topics rest on is listed in full, whether or not there is a store.
  for (const id of sampleWellspring.library.sources.keys()) expect(registered).toContain(`id="ref-${id}"`);
  expect(await (await empty.request("/api/sources")).json()).toEqual({ sources: null });
  const { app } = sampleApp({ ...sampleWellspring, evidenceSources: async () => store.overviews() });
  const html = await (await app.request("/sources")).text();
  for (const words of ["Released", "4 documents", "of 2011", "CC-BY-4.0", "kept and searched, quoted"])
    expect(html).toContain(words);
  expect(await (await app.request("/api/sources")).json()).toMatchObject({ sources: [{ id: "s", documents: 4 }] });
  expect((await postJson(app, "/api/sources", {})).status).toBe(405);
});
