// node bench/search/on-postgres.ts <data> [passages] [questions] [folder]: fills a store, or takes the one in a folder that was filled before, copies it to a PostgreSQL server of its own, asks both the same
// questions by turns, and prints what a copy costs and what a search takes. Every result must be the same at both places.
import { deepStrictEqual } from "node:assert";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyEvidence } from "../../src/store/evidence/on-postgres/copy-evidence.ts";
import { openEvidenceCopy } from "../../src/store/evidence/on-postgres/open-evidence-copy.ts";
import { hasEvidence, openEvidence } from "../../src/store/evidence/open-evidence.ts";
import { PostgresServer } from "../../test/support/postgres-server.ts";
import { composePassages, readPool, readQuestions } from "./compose.ts";
import { openBenchSource, storePassages } from "./fill-store.ts";
import { TOP } from "./peers.ts";

const [data = "", passages = "60000", asked = "300", kept] = process.argv.slice(2);
const BATCH = 5_000;
const library = join(import.meta.dirname, "..", "..", "library");
const folder = kept ?? mkdtempSync(join(tmpdir(), "wellspring-bench-"));
const isFilled = hasEvidence(folder);
const server = await PostgresServer.start();

/** What a step gives, or the end of the bench. */
function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

try {
  const { store, search } = must(await openEvidence(library, folder));
  openBenchSource(store);
  const all = isFilled ? [] : [...composePassages(readPool(data), Number(passages))];
  for (let at = 0; at < all.length; at += BATCH) storePassages(store, all.slice(at, at + BATCH));
  store.optimise();
  const place = await server.address("evidence");
  const begun = performance.now();
  const copied = must(await copyEvidence(library, folder, place));
  const seconds = (performance.now() - begun) / 1000;
  const copy = must(await openEvidenceCopy(library, place));
  const loading = performance.now();
  await copy.search("gout", "literature", TOP);
  const loaded = performance.now() - loading;
  const [size] = await server.query("SELECT pg_database_size('postgres') AS bytes");
  console.log(
    `${copied.passages} passages and ${copied.stems} stems copied in ${seconds.toFixed(1)} s, ${(Number(size?.bytes) / 1e6).toFixed(0)} MB on the server, ${(statSync(join(folder, "evidence.sqlite")).size / 1e6).toFixed(0)} MB in the file; first search of a process ${loaded.toFixed(0)} ms`,
  );
  const times = { SQLite: [] as number[], PostgreSQL: [] as number[] };
  // A first pass warms what a server that runs for days has warm.
  for (const pass of [1, 2])
    for (const question of readQuestions(data, Number(asked))) {
      const found = [];
      for (const [name, ask] of [
        ["SQLite", search],
        ["PostgreSQL", copy.search],
      ] as const) {
        const at = performance.now();
        found.push(await ask(question, "literature", TOP));
        if (pass === 2) times[name].push(performance.now() - at);
      }
      deepStrictEqual(found[0], found[1]);
    }
  for (const [name, taken] of Object.entries(times)) {
    const sorted = taken.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
    console.log(`${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms over ${sorted.length} questions`);
  }
  await copy.close();
  store.close();
} finally {
  await server.stop();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
