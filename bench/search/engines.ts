// One engine a process: `run.mjs` starts each by itself, so that its memory is its own.
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { KNOWN_LICENCES } from "../../src/evidence/licences.ts";
import { Analyser } from "../../src/search/analyser.ts";
import { prepareDocument } from "../../src/search/cut-passages.ts";
import { searchPassages } from "../../src/search/search-passages.ts";
import { parseSearchWords } from "../../src/search/search-words.ts";
import { SubjectDictionary } from "../../src/search/subject-dictionary.ts";
import { EvidenceStore } from "../../src/store/evidence/evidence-store.ts";
import { type BenchPassage, composePassages, readPool, readQuestions } from "./compose.ts";

interface Engine {
  add(passages: readonly BenchPassage[]): void;
  finish(): void;
  search(question: string): Promise<number> | number;
  bytes(): number;
  close(): void;
}

const TOP = 10;
const BATCH = 5_000;
const wordsFile = new URL("../../library/search-words.yaml", import.meta.url);
const read = parseSearchWords("search-words.yaml", readFileSync(wordsFile, "utf8"));
if (!read.ok) throw new Error("the search words cannot be read");
const words = read.value.value;

/** Both stages as the product has them, reasons of the scores included. */
function wellspring(folder: string): Engine {
  const store = new EvidenceStore(folder, words);
  const kind = {
    title: "bench",
    kind: "bench",
    profile: "literature",
    imported: "2026-01-01",
    released: true,
  } as const;
  store.openSource({ id: "bench", ...kind, licence: KNOWN_LICENCES["CC0-1.0"] });
  const plain = { type: "study", language: "en", status: "current", identifiers: {}, subjects: [] } as const;
  const { index, analyser } = store;
  const subjects = new SubjectDictionary([], analyser);
  return {
    add(passages) {
      store.storeBatch(
        "bench",
        passages.map(({ id, title, text }) => {
          const document = { ...plain, key: id, title, sections: [{ headings: [], text }] };
          return { kind: "document", ...prepareDocument("bench", document) };
        }),
      );
    },
    finish: () => store.optimise(),
    async search(question) {
      const parts = { index, analyser, words, subjects };
      return (await searchPassages({ question, profile: "literature", limit: TOP }, parts)).hits.length;
    },
    bytes: () => statSync(join(folder, "evidence.sqlite")).size,
    close: () => store.close(),
  };
}

/** FTS5 alone: its own Porter stemmer, any word of the question but stop words, its own BM25. */
function plainFts5(folder: string): Engine {
  const file = join(folder, "plain.sqlite");
  const database = new DatabaseSync(file);
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147483648; CREATE VIRTUAL TABLE passage USING fts5(title, body, tokenize='porter unicode61');",
  );
  const insert = database.prepare("INSERT INTO passage (title, body) VALUES (?, ?)");
  const find = database.prepare(
    `SELECT rowid, bm25(passage, 3, 1) AS score FROM passage WHERE passage MATCH ? ORDER BY score LIMIT ${TOP}`,
  );
  const analyser = new Analyser(words);
  return {
    add(passages) {
      database.exec("BEGIN");
      for (const { title, text } of passages) insert.run(title, text);
      database.exec("COMMIT");
    },
    finish: () => database.exec("INSERT INTO passage (passage) VALUES ('optimize')"),
    search(question) {
      const asked = analyser.words(question).filter((word) => !analyser.isStopWord(word));
      return asked.length === 0 ? 0 : find.all(asked.map((word) => `"${word}"`).join(" OR ")).length;
    },
    bytes: () => statSync(file).size,
    close: () => database.close(),
  };
}

/** MiniSearch with Porter's stems and the same stop words, all in memory. */
async function miniSearch(): Promise<Engine> {
  const path = createRequire(import.meta.url).resolve("minisearch");
  const { default: MiniSearch } = await import(path);
  const analyser = new Analyser(words);
  const index = new MiniSearch({
    fields: ["title", "text"],
    processTerm: (word: string) => (analyser.isStopWord(word.toLowerCase()) ? null : analyser.stem(word.toLowerCase())),
    searchOptions: { boost: { title: 2 }, combineWith: "OR" },
  });
  return {
    add: (passages) => index.addAll(passages),
    finish: () => {},
    search: (question) => index.search(question).slice(0, TOP).length,
    bytes: () => 0,
    close: () => {},
  };
}

const [name = "", data = "", passages = "", asked = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "wellspring-bench-"));
try {
  const engine = name === "wellspring" ? wellspring(folder) : name === "fts5" ? plainFts5(folder) : await miniSearch();
  const begun = performance.now();
  let batch: BenchPassage[] = [];
  for (const passage of composePassages(readPool(data), Number(passages))) {
    batch.push(passage);
    if (batch.length < BATCH) continue;
    engine.add(batch);
    batch = [];
  }
  engine.add(batch);
  engine.finish();
  const built = (performance.now() - begun) / 1000;
  const questions = readQuestions(data, Number(asked));
  const times: number[] = [];
  // A first pass warms what a server that runs for days has warm.
  for (const pass of [1, 2])
    for (const question of questions) {
      const at = performance.now();
      await engine.search(question);
      if (pass === 2) times.push(performance.now() - at);
    }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  const memory = megabytes(process.memoryUsage.rss());
  console.log(
    JSON.stringify({
      engine: name,
      passages: Number(passages),
      built,
      p50: at(0.5),
      p99: at(0.99),
      memory,
      disk: megabytes(engine.bytes()),
    }),
  );
  engine.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
