// Imports a file and tells speed and memory: node bench/ingest/run.mjs <kind> <file> [--released]
// Wall time says how long it takes on this machine as it is now; work is the processor time of the importing process and of its reader. What the
// store has written, to its log, its file and its reader, does not depend on what else the machine does.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [kind, file, ...more] = process.argv.slice(2);
if (kind === undefined || file === undefined) throw new Error("usage: run.mjs <kind> <file> [--released]");
const store = mkdtempSync(join(tmpdir(), "wellspring-bench-"));
const main = join(import.meta.dirname, "..", "..", "dist", "main.mjs");
const begun = performance.now();
const child = spawn(process.execPath, [main, "import", kind, file, "--store", store, ...more], {
  stdio: ["ignore", "pipe", "ignore"],
});
let told = "";
child.stdout.on("data", (text) => {
  told += text;
});

/** The processes that one has started; looking through all of a busy machine takes as much work as the import. */
function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  } catch {
    return [];
  }
}

/** Of a process: seconds of work, megabytes held and written. Nothing once it has ended. */
function look(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1).trim().split(" ");
    const held = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
    const written = Number(/wchar: (\d+)/.exec(readFileSync(`/proc/${pid}/io`, "utf8"))[1]) / 1e6;
    return { work: (Number(fields[11]) + Number(fields[12])) / 100, held, written };
  } catch {
    return undefined;
  }
}

const seen = new Map();
const samples = [];
const timer = setInterval(() => {
  const mine = look(child.pid);
  if (mine === undefined) return;
  const readers = childrenOf(child.pid);
  let held = mine.held;
  seen.set(child.pid, { who: "store", ...mine });
  for (const pid of readers) {
    const reader = look(pid);
    if (reader === undefined) continue;
    seen.set(pid, { who: "reader", ...reader });
    held += reader.held;
  }
  samples.push(held);
}, 250);

child.on("exit", (status) => {
  clearInterval(timer);
  const seconds = (performance.now() - begun) / 1000;
  const megabytes = statSync(file).size / 1e6;
  const work = [...seen.values()].reduce((sum, one) => sum + one.work, 0);
  const part = (from, to) =>
    Math.max(...samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to)));
  console.log(told.trim());
  console.log(
    `status ${status}, ${megabytes.toFixed(0)} MB in ${seconds.toFixed(1)} s: ${(megabytes / seconds).toFixed(1)} MB/s`,
  );
  for (const who of ["reader", "store"]) {
    const own = [...seen.values()].filter((one) => one.who === who).reduce((sum, one) => sum + one.work, 0);
    console.log(`${who}: ${own.toFixed(1)} s of work, ${(megabytes / own).toFixed(1)} MB per second of work`);
  }
  console.log(`together: ${work.toFixed(1)} s of work, ${(megabytes / work).toFixed(1)} MB per second of work`);
  console.log(
    `memory, both processes, by thirds: ${[0, 1 / 3, 2 / 3].map((from) => part(from, from + 1 / 3).toFixed(0)).join(", ")} MB`,
  );
  console.log(`written by the importing process: ${seen.get(child.pid)?.written.toFixed(0)} MB`);
  console.log(`store: ${(statSync(join(store, "evidence.sqlite")).size / 1e6).toFixed(0)} MB`);
  rmSync(store, { recursive: true, force: true });
});
