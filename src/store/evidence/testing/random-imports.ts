import fc from "fast-check";
import type { EvidenceDocument } from "../../../evidence/corpus.ts";
import { KNOWN_LICENCES } from "../../../evidence/licences.ts";
import { cutPassages, prepareDocument } from "../../../search/cut-passages.ts";
import { MemoryIndex } from "../../../search/memory-index.ts";
import type { EvidenceStore } from "../evidence-store.ts";

/** Letters beyond the first plane sort otherwise in JavaScript than in SQLite. */
const WORDS = ["toe", "gout", "rest", "water", "\u{20000}", "\u{fe73}x", "cold", "hot"];

/** A title, a text or a question. */
export const anyText = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));

const draft = fc.record({ key: fc.nat(12).map(String), title: anyText, text: anyText });

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant("store" as const), drafts: fc.array(draft, { maxLength: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("delete" as const), key: fc.nat(12).map(String) }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: "hide-and-show" as const }, { kind: "optimise" as const }) },
);

/** Imports, deletions, merges and changes of state, one after the other. */
export const anySteps = fc.array(step, { minLength: 10, maxLength: 40 });

type Steps = typeof anySteps extends fc.Arbitrary<infer Steps> ? Steps : never;

function documentOf({ key, title, text }: { key: string; title: string; text: string }): EvidenceDocument {
  const sections = [{ headings: [], text }];
  return { key, title, type: "page", language: "en", identifiers: {}, status: "current", subjects: [], sections };
}

/** Takes a new store through the steps, and makes an index afresh of what it should hold then. */
export function takeSteps(store: EvidenceStore, steps: Steps): MemoryIndex {
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
    for (const passage of cutPassages("s", document))
      afresh.add({ passage: { ...passage, version: 1 }, title: document.title, type: "page", status: "current" }, []);
  return afresh;
}
