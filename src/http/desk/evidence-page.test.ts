import { beforeEach, describe, expect, test } from "vitest";
import { deskFiles, TestDesk } from "../../../test/fixtures/desk.ts";
import type { SourceOverview } from "../../evidence/corpus.ts";
import type { EvidenceIntent } from "../../evidence/evidence-port.ts";
import { KNOWN_LICENCES } from "../../evidence/licences.ts";
import type { DeskEvidence } from "./desk-effects.ts";

const PAGE = "/desk/board/evidence";

const overview = (id: string, state: SourceOverview["state"]): SourceOverview => ({
  id,
  title: `The <b>${id}</b>`,
  kind: "pubmed",
  licence: KNOWN_LICENCES["CC-BY-4.0"],
  profile: "literature",
  state,
  imported: "2026-01-02",
  documents: 12_345,
  passages: 1,
  oldest: "1999-05-01",
  newest: "2025-11-30",
  marked: { retracted: 101 },
  outdated: 3,
});

const marked = Array.from({ length: 101 }, (_, at) => ({
  source: "pubmed",
  key: String(at),
  title: `<script>${at}`,
  status: "retracted" as const,
  reason: "it was <i>made up</i>",
}));

const DIGEST = `sha256-${"ab".repeat(32)}`;
let carriedOut: string[];
const intents = new Map<string, EvidenceIntent>();

const evidence: DeskEvidence = {
  look: async () => ({
    sources: [overview("pubmed", "pending"), overview("pages", "released")],
    progress: [
      { source: "pubmed", files: 2, unfinished: [{ file: "/data/<x>.xml.gz", records: 3_000 }] },
      { source: "pages", files: 1, unfinished: [] },
    ],
    marked,
  }),
  digestOf: (source) => (source === "pubmed" ? DIGEST : undefined),
  setState: (source, state) => {
    carriedOut.push(`${source} ${state}`);
    return true;
  },
  removeSource: (source) => {
    carriedOut.push(`${source} removed`);
    return true;
  },
  intents: () => [...intents.values()],
  intend: (intent) => void intents.set(intent.source, intent),
  forgetIntent: (source) => void intents.delete(source),
};

let desk: TestDesk;

beforeEach(async () => {
  carriedOut = [];
  desk = (await TestDesk.open()).restart(deskFiles(), evidence);
});

describe("the board's page of evidence", () => {
  test("says of each source where it stands, how far its files were read, and which documents may not be relied on", async () => {
    const { status, text } = await desk.get("libby", PAGE);
    expect(status).toBe(200);
    for (const words of [
      "Waiting: neither searched nor quoted until it is released.",
      "12,345 documents in 1 passage, of 1 May 1999 to 30 November 2025",
      "Not read to the end: 1 of 2 files.",
      "3,000 records so far",
      "Read to the end: its one file",
      "3 passages of earlier versions no longer stand word for word",
      "101 documents not in good standing",
      "And 1 other.",
      "Nobody has recorded a decision on it.",
      "Every document is in good standing",
    ])
      expect(text).toContain(words);
  });

  test("shows what documents and files are called as text", async () => {
    const { html } = await desk.get("libby", PAGE);
    for (const markup of ["<script>", "<b>pubmed", "<i>made", "<x>"]) expect(html).not.toContain(markup);
    expect(html).toContain("&lt;script>0");
  });

  test("says how a store is filled where there is none, and is for the board alone", async () => {
    desk.restart(deskFiles());
    expect((await desk.get("will", PAGE)).text).toContain("this server was started without a store");
    expect((await desk.get("rita", PAGE)).status).toBe(403);
    expect((await desk.get(undefined, PAGE)).status).toBe(303);
  });

  test("has a form for each thing that a librarian may do, and none for others", async () => {
    const offers = async (person: string) =>
      [...(await desk.get(person, PAGE)).html.matchAll(/id="(\w+)-evidence-(\w+)"/g)].map(
        ([, what, of]) => `${what} ${of}`,
      );
    expect(await offers("libby")).toEqual(["release pubmed", "remove pubmed", "quarantine pages"]);
    for (const person of ["ann", "edith", "otto", "will"]) expect(await offers(person)).toEqual([]);
    const forged = await desk.post("edith", "/desk/board/release-evidence", { source: "pubmed", reason: "x" });
    expect([forged.status, carriedOut]).toEqual([403, []]);
  });

  test("a release stands in the log with who, why and what the source held, is carried out, and is told", async () => {
    const sent = await desk.post("libby", "/desk/board/release-evidence", {
      source: "pubmed",
      reason: "read <b>by</b> us",
    });
    expect([sent.status, carriedOut, intents.size]).toEqual([303, ["pubmed released"], 0]);
    const entry = (await desk.record.entries()).at(-1);
    expect([entry?.agent, entry?.activity]).toEqual(["libby", "release-evidence"]);
    expect(JSON.parse(entry?.body ?? "")).toEqual({ source: "pubmed", digest: DIGEST, reason: "read <b>by</b> us" });
    const { html } = await desk.get("will", PAGE);
    expect(html).toContain("by libby: read &lt;b>by&lt;/b> us");
    expect(html).toContain(DIGEST);
  });

  test("a source that is not there, no reason, or a digest from a form is refused, and nothing is done", async () => {
    const before = (await desk.record.entries()).length;
    for (const fields of [
      { source: "nowhere", reason: "x" },
      { source: "pubmed", reason: "" },
    ])
      expect((await desk.post("libby", "/desk/board/remove-evidence", fields)).status).toBe(422);
    await desk.post("libby", "/desk/leg/remove-evidence", { source: "pubmed", reason: "x" });
    expect([(await desk.record.entries()).length, carriedOut, intents.size]).toEqual([before, [], 0]);
  });
});
