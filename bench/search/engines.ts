// One engine a process: `run.mjs` starts each by itself, so that its memory is its own.
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Analyser } from "../../src/search/analyser.ts";
import { searchPassages } from "../../src/search/search-passages.ts";
import { parseSearchWords } from "../../src/search/search-words.ts";
import { SubjectDictionary } from "../../src/search/subject-dictionary.ts";
import { EvidenceStore } from "../../src/store/evidence/evidence-store.ts";
import { type BenchPassage, composePassages, readPool, readQuestions } from "./compose.ts";
import { openBenchSource, storePassages } from "./fill-store.ts";
import { type Engine, PEERS, TOP } from "./peers.ts";

const BATCH = 5_000;
const wordsFile = new URL("../../library/search-words.yaml", import.meta.url);
const read = parseSearchWords("search-words.yaml", readFileSync(wordsFile, "utf8"));
if (!read.ok) throw new Error("the search words cannot be read");
const words = read.value.value;

/** Both stages as the product has them, reasons of the scores included. */
function wellspring(folder: string): Engine {
  const store = new EvidenceStore(folder, words);
  openBenchSource(store);
  const { index, analyser } = store;
  const subjects = new SubjectDictionary([], analyser);
  return {
    add(passages) {
      storePassages(store, passages);
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

const [name = "", data = "", passages = "", asked = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "wellspring-bench-"));
try {
  const make = name === "wellspring" ? wellspring : PEERS[name];
  if (make === undefined) throw new Error(`there is no engine ${name}`);
  const engine = await make(folder, new Analyser(words));
  const begun = performance.now();
  let batch: BenchPassage[] = [];
  for (const passage of composePassages(readPool(data), Number(passages))) {
    batch.push(passage);
    if (batch.length < BATCH) continue;
    await engine.add(batch);
    batch = [];
  }
  await engine.add(batch);
  await engine.finish();
  const built = (performance.now() - begun) / 1000;
  const questions = readQuestions(data, Number(asked));
  const times: number[] = [];
  const work: number[] = [];
  // A first pass warms what a server that runs for days has warm.
  for (const pass of [1, 2])
    for (const question of questions) {
      const before = process.cpuUsage();
      const at = performance.now();
      await engine.search(question);
      if (pass === 1) continue;
      times.push(performance.now() - at);
      const { user, system } = process.cpuUsage(before);
      work.push((user + system) / 1000);
    }
  const at = (list: number[], share: number) =>
    list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  const memory = megabytes(process.memoryUsage.rss());
  console.log(
    JSON.stringify({
      engine: name,
      passages: Number(passages),
      built,
      p50: at(times, 0.5),
      p99: at(times, 0.99),
      work50: at(work, 0.5),
      work99: at(work, 0.99),
      memory,
      disk: megabytes(engine.bytes()),
    }),
  );
  engine.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
