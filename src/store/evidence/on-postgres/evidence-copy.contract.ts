import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { LIBRARY_FOLDER } from "../../../../test/real-library.ts";
import { callCommand } from "../../../../test/support/call-command.ts";
import type { EvidenceDocument, RankingProfile } from "../../../evidence/corpus.ts";
import { EvidenceUnreachable } from "../../../evidence/evidence-unreachable.ts";
import { KNOWN_LICENCES } from "../../../evidence/licences.ts";
import { prepareDocument } from "../../../search/cut-passages.ts";
import { searchPassages } from "../../../search/search-passages.ts";
import { SubjectDictionary } from "../../../search/subject-dictionary.ts";
import { namesOf, pagesOfTwoNames } from "../../../search/testing/two-names.ts";
import { codes } from "../../record/record-store.contract.ts";
import { type OpenEvidence, openEvidence, readWords } from "../open-evidence.ts";
import { anySteps, anyText, takeSteps } from "../testing/random-imports.ts";
import { copyEvidence } from "./copy-evidence.ts";
import { openEvidenceCopy, type SearchableCopy } from "./open-evidence-copy.ts";

const PROFILES = ["topic-pages", "literature"] as const;

/** A server on which schemas are made. */
interface Server {
  address(schema: string): Promise<string>;
  query(statement: string, schema: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** A copy of the evidence store answers as the store does, or says that it cannot. */
export function evidenceContract(server: () => Server): void {
  describe("a copy of the evidence store on PostgreSQL", () => {
    const parent = mkdtempSync(join(tmpdir(), "wellspring-copied-"));
    afterAll(() => rmSync(parent, { recursive: true, force: true }));
    let made = 0;
    const newFolder = () => join(parent, `store-${++made}`);
    const newSchema = () => `evidence_${++made}`;
    const copied = (folder: string, place: string) => copyEvidence(LIBRARY_FOLDER, folder, place);
    const filled = async () => {
      const folder = newFolder();
      const store = await openStore(folder);
      fill(store);
      return { folder, store };
    };
    const filledServer = async () => {
      const { folder, store } = await filled();
      const schema = newSchema();
      const place = await server().address(schema);
      expect(await copied(folder, place)).toEqual({ ok: true, value: { passages: 8, stems: expect.any(Number) } });
      return { folder, store, schema, place, copy: await openCopy(place) };
    };
    const close = async (...opened: readonly (OpenEvidence | SearchableCopy)[]) => {
      for (const one of opened) await ("close" in one ? one.close() : one.store.close());
    };

    test("gives the hits, the order, the scores and their reasons that the store gives, for both profiles", async () => {
      const { store, copy } = await filledServer();
      for (const question of QUESTIONS)
        for (const profile of PROFILES) {
          const here = await store.search(question, profile, 20);
          expect(await copy.search(question, profile, 20)).toEqual(here);
        }
      const { hits } = await copy.search("steroids at night", "literature", 20);
      expect(hits[0]?.found).toMatchObject({ status: "retracted", statusReason: "a list says so" });
      expect(await copy.sources()).toEqual(store.store.overviews());
      expect(copy.store.findSource("pages")).toMatchObject({ title: "pages", state: "released" });
      await close(store, copy);
    });

    test("ranks as the store and as an index in memory, whatever was imported, deleted, merged and copied again", async () => {
      const words = await readWords(LIBRARY_FOLDER);
      if (!words.ok) throw new Error("the library has no words");
      const place = await server().address(newSchema());
      let copy: SearchableCopy | undefined;
      await fc.assert(
        fc.asyncProperty(anySteps, fc.tuple(anyText, anyText, anyText), async (steps, questions) => {
          const folder = newFolder();
          const here = await openStore(folder);
          const afresh = takeSteps(here.store, steps);
          expect(await copied(folder, place)).toMatchObject({ ok: true });
          copy ??= await openCopy(place);
          const { analyser } = here.store;
          const parts = { index: afresh, analyser, words: words.value, subjects: new SubjectDictionary([], analyser) };
          for (const question of questions) {
            const there = await copy.search(question, "literature", 50);
            expect(there).toEqual(await here.search(question, "literature", 50));
            const fresh = await searchPassages({ question, profile: "literature", limit: 50 }, parts);
            expect(there.hits.map(orderOf)).toEqual(fresh.hits.map(orderOf));
          }
          here.store.close();
        }),
        { numRuns: 6 },
      );
      if (copy !== undefined) await close(copy);
    });

    test("knows what stems mean as the store does", async () => {
      const { folder, store } = await filled();
      const pages = pagesOfTwoNames().map(({ title, text }, at) => page(`p${at}`, [text], { title }));
      store.store.storeBatch(
        "pages",
        pages.map((document) => ({ kind: "document", ...prepareDocument("pages", document) })),
      );
      store.store.optimise();
      const place = await server().address(newSchema());
      expect(await copied(folder, place)).toMatchObject({ ok: true });
      const copy = await openCopy(place);
      const question = `${namesOf(5)[1]} gout`;
      const here = await store.search(question, "topic-pages", 20);
      expect(here.hits.some(({ meaning }) => meaning > 0.5)).toBe(true);
      expect(await copy.search(question, "topic-pages", 20)).toEqual(here);
      await close(store, copy);
    });

    test("holds nothing of what is not released, and what was withdrawn leaves it first, even where the rest of a copy fails", async () => {
      const { folder, store, schema, place, copy } = await filledServer();
      const [before] = (await copy.search("croup", "literature", 1)).hits;
      const hash = before?.candidate.hash ?? "";
      expect(JSON.stringify(await server().query("SELECT * FROM evidence_passage", schema))).not.toMatch(/pending/);
      store.store.setState("papers", "quarantined");
      await server().query("CREATE TABLE next_evidence_subject ()", schema);
      expect(await codes(copied(folder, place))).toEqual(["evidence-not-copied"]);
      expect(await copy.store.index.getPassages([hash])).toEqual([]);
      expect((await copy.search("croup", "literature", 5)).hits).toEqual([]);
      expect((await copy.search("gout", "topic-pages", 5)).hits.length).toBeGreaterThan(0);
      await server().query("DROP TABLE next_evidence_subject", schema);
      expect(await copied(folder, place)).toMatchObject({ ok: true });
      expect((await copy.search("croup", "literature", 5)).passages).toBe(0);
      expect(copy.store.findSource("papers")?.state).toBe("quarantined");
      await close(store, copy);
    });

    test("that cannot be read any more says so, and is never taken for one that holds nothing", async () => {
      const { store, schema, place, copy } = await filledServer();
      await server().query("ALTER TABLE evidence_posting RENAME TO gone", schema);
      await expect(copy.search("croup", "literature", 5)).rejects.toThrow(EvidenceUnreachable);
      await server().query("ALTER TABLE gone RENAME TO evidence_posting", schema);
      expect((await copy.search("croup", "literature", 5)).hits.length).toBeGreaterThan(0);
      await server().query("UPDATE evidence_copy SET form = 'of another analyser'", schema);
      await expect(copy.store.index.getPassages([])).rejects.toThrow(EvidenceUnreachable);
      expect(await codes(openEvidenceCopy(LIBRARY_FOLDER, place))).toEqual(["evidence-copy-outdated"]);
      await close(store, copy);
    });

    test("that is not there, or an address that is none, is refused without its password", async () => {
      const { folder, store } = await filled();
      const empty = await server().address(newSchema());
      expect(await codes(openEvidenceCopy(LIBRARY_FOLDER, empty))).toEqual(["evidence-copy-missing"]);
      for (const place of ["postgres://service:secret@127.0.0.1:1/board", "postgres://service:secret@:what"]) {
        const opening = openEvidenceCopy(LIBRARY_FOLDER, place);
        const copying = copied(folder, place);
        expect(await codes(opening)).toEqual(["evidence-unreadable"]);
        expect(await codes(copying)).toEqual(["evidence-not-copied"]);
        expect(JSON.stringify([await opening, await copying])).not.toContain("secret");
      }
      expect(await codes(copied(newFolder(), empty))).toEqual(["evidence-missing"]);
      const called = (...args: readonly string[]) => callCommand(["evidence", ...args, "--store", folder]);
      expect((await called("copy", folder)).status).toBe(2);
      expect((await called("copy", "postgres://:what")).err).toContain("evidence-not-copied");
      expect(await called("copy", empty)).toMatchObject({ status: 0, out: "8 passages and 37 stems were copied\n" });
      expect(await codes(copied(empty, empty))).toEqual(["evidence-on-server"]);
      await close(store);
    });
  });
}

async function openStore(folder: string): Promise<OpenEvidence> {
  const opened = await openEvidence(LIBRARY_FOLDER, folder);
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
  return opened.value;
}

async function openCopy(place: string): Promise<SearchableCopy> {
  const opened = await openEvidenceCopy(LIBRARY_FOLDER, place);
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
  return opened.value;
}

const orderOf = ({ candidate: { hash }, score }: { candidate: { hash: string }; score: number }) => ({ hash, score });

const QUESTIONS = [
  "What helps croup in children?",
  "gout",
  "How is podagra treated, and what should I drink?",
  "alopurinol dose for gout attacks",
  "children barking cough \u{1F9B5} steroid night",
  "nothing of this stands anywhere: zyzzyva",
  "the of and",
];

/** Documents of two released sources and of one that nobody released; texts that databases are known to stumble over. */
function fill({ store }: OpenEvidence): void {
  const put = (source: string, profile: RankingProfile, released: boolean, documents: readonly EvidenceDocument[]) => {
    const kind = { title: source, kind: "test", imported: "2026-01-02", licence: KNOWN_LICENCES["CC0-1.0"] };
    store.openSource({ id: source, ...kind, profile, released });
    store.storeBatch(
      source,
      documents.map((document) => ({ kind: "document", ...prepareDocument(source, document) })),
    );
  };
  put("pages", "topic-pages", true, [
    page("gout", ["Gout attacks are treated with colchicine. Drink water.", "Allopurinol prevents attacks of gout."], {
      title: "How is gout treated?",
      subjects: ["Gout", "Podagra"],
    }),
    page("twice", ["Rest the toe in gout.", "Rest the toe in gout."]),
    page("croup-page", ["Croup is a barking cough of children."], { subjects: ["Croup", "Laryngotracheitis"] }),
  ]);
  put("papers", "literature", true, [
    page("croup", ["Dexamethasone helped children with croup within two hours.", "Nobody was harmed."], {
      date: "2011",
      identifiers: { pmid: "1" },
    }),
    page("retracted", ["Steroids at night helped children."], { identifiers: { pmid: "2" } }),
    page("strange", ["Croup in children \u0000 and \ud800 \u{20000} \\x00 '; DROP TABLE evidence_passage; --"]),
  ]);
  put("pending", "literature", false, [page("pending", ["Nobody has released what helps pending croup."])]);
  store.applyMarks("list", [{ by: "pmid", value: "2", status: "retracted", reason: "a list says so" }]);
}

function page(key: string, texts: readonly string[], more: Partial<EvidenceDocument> = {}): EvidenceDocument {
  const sections = texts.map((text) => ({ headings: ["Text"], text }));
  const plain = { title: `Of ${key}`, type: "study", language: "en", identifiers: {}, status: "current" } as const;
  return { key, ...plain, subjects: [], sections, ...more };
}
