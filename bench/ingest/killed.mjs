// Kills an import (SIGKILL) again and again at places of its file and moments drawn by a seed, goes on each time, and compares what is stored with
// what an import that nobody disturbs stores: node bench/ingest/killed.mjs pubmed <file> [kills] [seed] [folder]. Also tells memory of the import that is not disturbed.
// With a folder it can be done in pieces: a call with kills leaves the stores there, the last one, with 0, goes on to the end and compares.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { PostingTable } from "../../src/store/evidence/posting-table.ts";

const [kind, file, kills = "20", seed = "1", kept] = process.argv.slice(2);
if (kind === undefined || file === undefined) throw new Error("usage: killed.mjs pubmed <file> [kills] [seed]");
const main = join(import.meta.dirname, "..", "..", "dist", "main.mjs");
const folder = kept ?? mkdtempSync(join(tmpdir(), "wellspring-killed-"));

/** Begins each record of a PubMed file. */
const ARTICLE = "<PubmedArticle>";
/** Milliseconds between the place that was waited for and the kill, at most: about as long as a batch takes. */
const LONGEST_MOMENT = 1_500;

let state = Number(seed) >>> 0;
/** A number from 0 to 1 (a linear congruential generator, of Numerical Recipes). */
function random() {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

function start(store) {
  return spawn(process.execPath, [main, "import", kind, file, "--store", store, "--released"], { stdio: "ignore" });
}

function read(store, sql) {
  const path = join(store, "evidence.sqlite");
  if (!existsSync(path)) return [];
  const database = new DatabaseSync(path, { readOnly: true, timeout: 30_000 });
  try {
    return database.prepare(sql).all();
  } catch {
    // Its tables are not yet made.
    return [];
  } finally {
    database.close();
  }
}
const recordsIn = (store) => Number(read(store, "SELECT sum(records) AS records FROM checkpoint")[0]?.records ?? 0);

/** Of the file, so that the kills lie all over it. */
async function countArticles() {
  let count = 0;
  let rest = "";
  for await (const chunk of createReadStream(file, { encoding: "latin1", highWaterMark: 1 << 22 })) {
    const text = rest + chunk;
    count += text.split(ARTICLE).length - 1;
    rest = text.slice(1 - ARTICLE.length);
  }
  return count;
}

/** Waits until so many records are stored, which may be so already, and then a moment more. */
async function kill(store, time, records) {
  const before = recordsIn(store);
  const child = start(store);
  const ended = once(child, "exit");
  while (child.exitCode === null && recordsIn(store) < records) await setTimeout(100);
  await setTimeout(random() * LONGEST_MOMENT);
  child.kill("SIGKILL");
  const [status] = await ended;
  console.log(`kill ${time}: ${status === null ? "" : "not needed, "}${before} to ${recordsIn(store)} records stored`);
}

/** Memory of a process that no file can be read back for, in megabytes. */
function held(pid) {
  try {
    return Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
  } catch {
    return 0;
  }
}
function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  } catch {
    return [];
  }
}

/** Runs to the end; gives the status and what both processes held, by thirds of the time. */
async function finish(store) {
  const child = start(store);
  const samples = [];
  const timer = setInterval(() => {
    samples.push([child.pid, ...childrenOf(child.pid)].reduce((sum, pid) => sum + held(pid), 0));
  }, 500);
  const [status] = await once(child, "exit");
  clearInterval(timer);
  const third = Math.ceil(samples.length / 3);
  const thirds = [0, 1, 2].map((at) => Math.max(0, ...samples.slice(at * third, (at + 1) * third)).toFixed(0));
  return { status, thirds };
}

/** One digest for all that a store holds, whatever the numbers of its rows are. */
function digestOf(store) {
  const hash = createHash("sha256");
  for (const sql of [
    "SELECT source, key, version, hash, current FROM document ORDER BY source, key, version",
    "SELECT hash, ordinal, text FROM passage ORDER BY hash, ordinal",
    "SELECT hash, lines FROM searched ORDER BY hash",
    "SELECT passages, title, subjects, body FROM totals",
    "SELECT records, finished FROM checkpoint",
  ]) {
    const database = new DatabaseSync(join(store, "evidence.sqlite"), { readOnly: true });
    for (const row of database.prepare(sql).iterate()) hash.update(JSON.stringify(row));
    database.close();
  }
  const database = new DatabaseSync(join(store, "evidence.sqlite"), { readOnly: true });
  for (const { profile } of database.prepare("SELECT profile FROM totals ORDER BY profile").all())
    for (const { stem, by, bytes } of new PostingTable(database).all(profile, () => true))
      hash.update(JSON.stringify([profile, stem, by])).update(bytes);
  database.close();
  return hash.digest("hex");
}

const [killed, undisturbed] = [join(folder, "killed"), join(folder, "undisturbed")];

async function compare() {
  const { status } = await finish(killed);
  console.log(`gone on with to the end: status ${status}, ${recordsIn(killed)} records`);
  const whole = await finish(undisturbed);
  console.log(
    `undisturbed: status ${whole.status}, held by thirds ${whole.thirds.join(", ")} MB (anonymous, both processes)`,
  );
  const digests = [digestOf(killed), digestOf(undisturbed)];
  const [{ documents }] = read(killed, "SELECT count(*) AS documents FROM document");
  console.log(
    `${documents} documents; ${digests[0] === digests[1] ? "both stores are the same" : "THE STORES DIFFER"}`,
  );
  process.exitCode = digests[0] === digests[1] && status === 0 ? 0 : 1;
}

const articles = await countArticles();
const places = Array.from({ length: Number(kills) }, () => Math.floor(random() * articles)).sort((a, b) => a - b);
for (const [at, records] of places.entries()) await kill(killed, at + 1, records);
if (kept === undefined || kills === "0") await compare();
if (kept === undefined) rmSync(folder, { recursive: true, force: true });
