// node bench/search/run.mjs <data> [passages] [questions] [engine…]: builds and asks each engine in a process of its own, one after the
// other, and prints build time, latency, memory and size, with ratios to Wellspring's. Work is processor time of all threads of the process: it
// says more than the clock on a machine that is busy with other things.
import { spawnSync } from "node:child_process";

const [data, passages = "18000", questions = "150", ...named] = process.argv.slice(2);
if (data === undefined) throw new Error("give the folder with medquad, scifact, bioasq and liveqa-med");
const engines = named.length > 0 ? named : ["wellspring", "fts5", "lancedb", "flexsearch", "minisearch", "orama"];
const script = new URL("engines.ts", import.meta.url).pathname;
let ours;
for (const engine of engines) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--max-old-space-size=9000", script, engine, data, passages, questions],
    { encoding: "utf8" },
  );
  if (status !== 0) {
    console.log(`${engine}: did not finish\n${stderr.split("\n").slice(0, 5).join("\n")}`);
    continue;
  }
  const result = JSON.parse(stdout.trim().split("\n").at(-1));
  ours ??= result;
  const times = (value, own) => `${value.toFixed(1)} ms (${(value / own).toFixed(1)}x)`;
  console.log(
    `${engine}, ${result.passages} passages: built in ${result.built.toFixed(0)} s, p50 ${times(result.p50, ours.p50)}, p99 ${times(result.p99, ours.p99)}, work p50 ${times(result.work50, ours.work50)}, p99 ${times(result.work99, ours.work99)}, ${result.memory} MB resident, ${result.disk} MB on disk`,
  );
}
