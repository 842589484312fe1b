import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openLane } from "./job-lane.ts";

const folder = mkdtempSync(join(tmpdir(), "wellspring-lane-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Works for as many milliseconds as it is told, without giving way; fails when it is told none. */
const worker = join(folder, "worker.mjs");
writeFileSync(
  worker,
  `import { parentPort, workerData } from "node:worker_threads";
parentPort.on("message", (milliseconds) => {
  if (milliseconds < 0) throw new Error("it cannot be done");
  const end = Date.now() + milliseconds;
  while (Date.now() < end);
  parentPort.postMessage(workerData + milliseconds);
});`,
);

test("jobs are done one after the other with what the thread was handed, also after one that broke it", async () => {
  const lane = openLane<number>(worker, { idle: 1_000, memory: 100, waiting: 9 }, "did ");
  const done = await Promise.allSettled([3, -1, 2].map((job) => lane<string>(job)));
  expect(done.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual([
    "did 3",
    "Error: it cannot be done",
    "did 2",
  ]);
});

test("a process that has nothing else to do ends, whatever its thread is at", async () => {
  const program = join(folder, "program.mjs");
  const module = join(import.meta.dirname, "job-lane.ts");
  writeFileSync(
    program,
    `import { openLane } from ${JSON.stringify(module)};
const lane = openLane(${JSON.stringify(worker)}, { idle: 1_000, memory: 100, waiting: 9 });
const until = setInterval(() => undefined, 1_000);
await lane(1);
clearInterval(until);
void lane(600_000);`,
  );
  const child = spawn(process.execPath, ["--no-warnings", program], { stdio: "inherit" });
  // Were the thread waited for, this test would run into its own time limit.
  expect(await once(child, "exit")).toEqual([0, null]);
});
