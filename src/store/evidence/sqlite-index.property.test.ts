import fc from "fast-check";
import { expect, test } from "vitest";
import type { EvidenceDocument } from "../../evidence/corpus.ts";
import { KNOWN_LICENCES } from "../../evidence/licences.ts";
import { prepareDocument } from "../../search/cut-passages.ts";
import { MemoryIndex } from "../../search/memory-index.ts";
import { searchPassages } from "../../search/search-passages.ts";
import { SubjectDictionary } from "../../search/subject-dictionary.ts";
import { EvidenceStore } from "./evidence-store.ts";

const words = { stopWords: ["the"], fillers: [], questionTypes: {} };
/** Letters beyond the first plane sort otherwise in JavaScript than in SQLite. */
const WORDS = ["toe", "gout", "rest", "water", "\u{20000}", "\u{fe73}x", "cold", "hot"];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));
const draft = fc.record({ key: fc.nat(12).map(String), title: text, text });
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant("store" as const), drafts: fc.array(draft, { maxLength: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("delete" as const), key: fc.nat(12).map(String) }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: "hide-and-show" as const }, { kind: "optimise" as const }) },
);

function documentOf({ key, title, text: body }: { key: string; title: string; text: string }): EvidenceDocument {
  const sections = [{ headings: [], text: body }];
  return { key, title, type: "page", language: "en", identifiers: {}, status: "current", subjects: [], sections };
}

test("after any imports, deletions, merges and changes of state, search finds as it would in an index made afresh in memory", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), text, async (steps, question) => {
      const store = new EvidenceStore(undefined, words);
      const licence = KNOWN_LICENCES["CC0-1.0"];
      store.openSource({
        id: "s",
        title: "S",
        kind: "medquad",
        licence,
        profile: "literature",
        imported: "",
        released: true,
      });
      const current = new Map<string, EvidenceDocument>();
      for (const one of steps) {
        if (one.kind === "store") {
          const documents = one.drafts.map(documentOf);
          store.storeBatch(
            "s",
            documents.map((document) => ({ kind: "document", ...prepareDocument("s", document) })),
          );
          for (const document of documents) current.set(document.key, document);
        } else if (one.kind === "delete") {
          store.storeBatch("s", [{ kind: "deletion", key: one.key }]);
          current.delete(one.key);
        } else if (one.kind === "optimise") store.optimise();
        else for (const state of ["quarantined", "released"] as const) store.setState("s", state);
      }
      const afresh = new MemoryIndex(store.analyser);
      for (const document of current.values())
        for (const passage of prepareDocument("s", document).passages)
          afresh.add(
            { passage: { ...passage, version: 1 }, title: document.title, type: "page", status: "current" },
            [],
          );
      const subjects = new SubjectDictionary([], store.analyser);
      const ranked = await Promise.all(
        [store.index, afresh].map(async (index) => {
          const request = { question, profile: "literature", limit: 50 } as const;
          const { hits } = await searchPassages(request, { index, analyser: store.analyser, words, subjects });
          return hits.map(({ candidate: { hash }, score }) => ({ hash, score }));
        }),
      );
      expect(ranked[0]).toEqual(ranked[1]);
      store.close();
    }),
    { numRuns: 30 },
  );
});
