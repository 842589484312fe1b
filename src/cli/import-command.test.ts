import { expect, test } from "vitest";
import { callCommand } from "../../test/support/call-command.ts";
import type { EvidenceSource } from "../evidence/corpus.ts";
import type { ImportReport } from "../evidence/import-report.ts";
import { KNOWN_LICENCES } from "../evidence/licences.ts";
import type { EvidenceDesk, ImportRequest } from "./evidence-desk.ts";

const nothing: ImportReport = {
  added: 0,
  replaced: 0,
  unchanged: 0,
  deleted: 0,
  refused: 0,
  filesUnchanged: 0,
  filesPassedOver: 0,
  changed: 0,
  changes: [],
  outdated: 0,
  outdatings: [],
  refusals: [],
  failures: [],
};
const source: EvidenceSource = {
  id: "pages",
  title: "Pages",
  kind: "html",
  licence: KNOWN_LICENCES["CC-BY-4.0"],
  profile: "topic-pages",
  state: "quarantined",
  imported: "2026-01-02",
  documents: 1,
  passages: 1,
};

/** Runs `import` on a desk that records what it is asked for. */
async function callImport(args: string, report: Partial<ImportReport> = {}) {
  const requests: ImportRequest[] = [];
  const desk: EvidenceDesk = {
    kinds: {
      html: { profile: "topic-pages", isDocument: true },
      pubmed: { profile: "literature", licence: "pubmed-terms" },
    },
    sources: () => [source],
    setState: () => true,
    digestOf: () => undefined,
    intents: () => [],
    intend: () => undefined,
    forgetIntent: () => undefined,
    removeSource: () => true,
    applyMarks: () => {},
    markedDocuments: () => [],
    overviews: () => [],
    close: () => {},
    importFiles: async (request) => {
      requests.push(request);
      return { ...nothing, ...report };
    },
  };
  return { ...(await callCommand(["import", ...args.split(" ")], {}, desk)), requests };
}

test("a kind whose publisher names a licence needs none; where every file has its own one must be given", async () => {
  expect((await callImport("pubmed a.xml")).requests).toMatchObject([
    { kind: "pubmed", source: "pubmed", licence: { name: "pubmed-terms" }, released: false },
  ]);
  expect((await callImport("html a.html")).err).toContain("terms of their own: --licence is one of");
  expect((await callImport("html a.html --licence CC0-1.0 --released")).requests).toMatchObject([
    { source: "html", licence: { name: "CC0-1.0" }, released: true },
  ]);
});

test("a call that cannot be done as asked is refused before anything is read", async () => {
  for (const [args, reason] of [
    ["pubmed", "name a kind and one path or more"],
    ["toString a.xml --licence CC0-1.0", "the kind is one of html, pubmed"],
    ["pubmed a.xml --licence mine", "--licence is one of"],
    ["pubmed a.xml --licence all-rights-reserved", "does not allow the text to be kept"],
    ["pubmed a.xml --source A/b", "--source is an id"],
    ["html a.html --source pages --licence CC0-1.0", "the source pages is under CC-BY-4.0"],
    ["pubmed a.xml --source pages --licence CC-BY-4.0", "holds documents of the kind html"],
    ["html - --licence CC0-1.0", "--name says what the document"],
  ] as const) {
    const { status, err, requests } = await callImport(args);
    expect([args, status, requests, err]).toEqual([args, 2, [], expect.stringContaining(reason)]);
  }
});

test("a source that was there keeps its licence and state, and the command says so", async () => {
  const { err, requests } = await callImport("html a.html --source pages --released");
  expect(requests).toMatchObject([{ licence: { name: "CC-BY-4.0" } }]);
  expect(err).toContain("stays quarantined: `wellspring release pages` puts it into search");
});

test("what was refused, passed over or broken off is told, and the exit status says so", async () => {
  const refusals = [{ file: "a.xml", place: "article 2", reason: "it has no PMID" }];
  const failures = [{ file: "b.xml", place: "", reason: "the file ends inside an article" }];
  const { status, out } = await callImport("pubmed a.xml b.xml", {
    added: 7,
    refused: 3,
    filesPassedOver: 2,
    changed: 2,
    changes: [{ file: "a.xml", place: "7", reason: "1 characters that are not seen were taken out" }],
    refusals,
    failures,
    outdated: 2,
    outdatings: [{ file: "a.xml", place: "8", reason: "1 of 3 passages no longer stand in it" }],
  });
  expect(status).toBe(1);
  expect(out.split("\n")).toEqual([
    "7 added, 0 replaced, 0 unchanged, 0 taken back, 3 refused",
    "2 files of other kinds were passed over",
    "refused: a.xml, article 2: it has no PMID",
    "refused: 2 more",
    "taken with changes: a.xml, 7: 1 characters that are not seen were taken out",
    "taken with changes: 1 more",
    "quotes may no longer hold: a.xml, 8: 1 of 3 passages no longer stand in it",
    "quotes may no longer hold: 1 more",
    "not read to its end: b.xml: the file ends inside an article",
    "",
  ]);
  expect((await callImport("pubmed a.xml", { added: 1 })).status).toBe(0);
});
