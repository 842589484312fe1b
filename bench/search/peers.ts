// The engines that ours is measured against, each as its documents say, with the same stop words and Porter's stems where it lets us.
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Analyser } from "../../src/search/analyser.ts";
import type { BenchPassage } from "./compose.ts";

export interface Engine {
  add(passages: readonly BenchPassage[]): Promise<void> | void;
  finish(): Promise<void> | void;
  search(question: string): Promise<number> | number;
  /** On disk; 0 for what lives in memory alone. */
  bytes(): number;
  close(): void;
}

export const TOP = 10;

type MakeEngine = (folder: string, analyser: Analyser) => Promise<Engine> | Engine;

/** A package of this bench, which has its own `node_modules`. Their types are not ours to check. */
const load = async (name: string) => import(createRequire(import.meta.url).resolve(name));

const termsOf = (analyser: Analyser) => (text: string) => [...analyser.terms(text)];

/** FTS5 alone: its own Porter stemmer, any word of the question but stop words, its own BM25. */
const fts5: MakeEngine = (folder, analyser) => {
  const file = join(folder, "plain.sqlite");
  const database = new DatabaseSync(file);
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147483648; CREATE VIRTUAL TABLE passage USING fts5(title, body, tokenize='porter unicode61');",
  );
  const insert = database.prepare("INSERT INTO passage (title, body) VALUES (?, ?)");
  const find = database.prepare(
    `SELECT rowid, bm25(passage, 3, 1) AS score FROM passage WHERE passage MATCH ? ORDER BY score LIMIT ${TOP}`,
  );
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
};

/** MiniSearch, all in memory. */
const minisearch: MakeEngine = async (_, analyser) => {
  const { default: MiniSearch } = await load("minisearch");
  const index = new MiniSearch({
    fields: ["title", "text"],
    tokenize: termsOf(analyser),
    processTerm: (term: string) => term,
    searchOptions: { boost: { title: 2 }, combineWith: "OR" },
  });
  return {
    add: (passages) => index.addAll(passages),
    finish: () => {},
    search: (question) => index.search(question).slice(0, TOP).length,
    bytes: () => 0,
    close: () => {},
  };
};

/** FlexSearch, all in memory, both fields in one index; `suggest` finds what holds some of the words. */
const flexsearch: MakeEngine = async (_, analyser) => {
  const { Index } = (await load("flexsearch")).default;
  const index = new Index({ tokenize: "strict", encode: termsOf(analyser) });
  return {
    add(passages) {
      for (const { id, title, text } of passages) index.add(Number(id), `${title} ${text}`);
    },
    finish: () => {},
    search: (question) => index.search(question, { limit: TOP, suggest: true }).length,
    bytes: () => 0,
    close: () => {},
  };
};

/** Orama, all in memory, with a tokenizer that gives our terms. */
const orama: MakeEngine = async (_, analyser) => {
  const { create, insertMultiple, search } = await load("@orama/orama");
  const tokenizer = { language: "english", normalizationCache: new Map(), tokenize: termsOf(analyser) };
  const index = create({ schema: { title: "string", text: "string" }, components: { tokenizer } });
  return {
    add: (passages) => insertMultiple(index, [...passages], passages.length),
    finish: () => {},
    async search(question) {
      const { hits } = await search(index, { term: question, boost: { title: 2 }, limit: TOP });
      return hits.length;
    },
    bytes: () => 0,
    close: () => {},
  };
};

/** LanceDB's full-text index over title and text in one column, without positions. */
const lancedb: MakeEngine = async (folder) => {
  const { connect, Index } = await load("@lancedb/lancedb");
  const path = join(folder, "lance");
  mkdirSync(path);
  const database = await connect(path);
  const rowsOf = (passages: readonly BenchPassage[]) =>
    passages.map(({ id, title, text }) => ({ id, text: `${title} ${title} ${text}` }));
  const table = await database.createEmptyTable("passage", await schemaOfText());
  return {
    add: (passages) => table.add(rowsOf(passages)),
    async finish() {
      const config = Index.fts({ withPosition: false, stem: true, removeStopWords: true, language: "English" });
      await table.createIndex("text", { config });
      await table.optimize();
    },
    search: async (question) =>
      (
        await table
          .query()
          .fullTextSearch(question, { columns: ["text"] })
          .select(["id", "_score"])
          .limit(TOP)
          .toArray()
      ).length,
    bytes: () => sizeOf(path),
    close: () => database.close(),
  };
};

async function schemaOfText() {
  const { Field, Schema, Utf8 } = await load("apache-arrow");
  return new Schema([new Field("id", new Utf8()), new Field("text", new Utf8())]);
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

export const PEERS: Readonly<Record<string, MakeEngine>> = { fts5, minisearch, flexsearch, orama, lancedb };
