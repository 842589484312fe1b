import fc from "fast-check";
import { expect, test } from "vitest";
import { searchPassages } from "../../search/search-passages.ts";
import { SubjectDictionary } from "../../search/subject-dictionary.ts";
import { EvidenceStore } from "./evidence-store.ts";
import { anySteps, anyText, takeSteps } from "./testing/random-imports.ts";

const words = { stopWords: ["the"], fillers: [], questionTypes: {} };

test("after any imports, deletions, merges and changes of state, search finds as it would in an index made afresh in memory", async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, anyText, async (steps, question) => {
      const store = new EvidenceStore(undefined, words);
      const afresh = takeSteps(store, steps);
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
