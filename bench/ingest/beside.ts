// Asks a server while nothing else happens, and again while files that are made to break their reader are imported into the store it quotes
// from: node bench/ingest/beside.ts [port] [seconds of quiet]. Requests start at a steady rate, whether or not earlier ones are answered.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { hostileFiles } from "../../test/support/hostile-files.ts";

const [port = "4400", quiet = "20"] = process.argv.slice(2);
/** Milliseconds between two requests. */
const EVERY = 100;
const ASKED = ["/", "/ask?q=Does+zimtol+help+in+croup%3F", "/ask?q=How+should+suspected+leg+DVT+be+investigated%3F"];

const folder = mkdtempSync(join(tmpdir(), "wellspring-beside-"));
const store = join(folder, "store");
const main = join(import.meta.dirname, "..", "..", "dist", "main.mjs");
/** Where there is a record of review, an import may not release what it brings: the server has one, and imports do not know of it. */
const run = (record: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [main, ...args], {
    stdio: "ignore",
    env: { ...process.env, WELLSPRING_EVIDENCE: store, WELLSPRING_RECORD: join(folder, record) },
  });
/** Status 1: something was refused. */
async function importAs(kind: string, paths: readonly string[]): Promise<void> {
  const child = run("none.sqlite", "import", kind, ...paths, "--source", kind, "--licence", "CC0-1.0", "--released");
  const [status] = await once(child, "exit");
  if (status !== 0 && status !== 1) throw new Error(`the import of ${kind} ended with status ${status}`);
}

/** Milliseconds that requests took, begun at a steady rate until something has happened. */
async function askUntil(done: Promise<unknown>): Promise<readonly number[]> {
  const took: number[] = [];
  const asked: Promise<void>[] = [];
  let isDone = false;
  const end = done.then(() => {
    isDone = true;
  });
  for (let at = 0; !isDone; at++) {
    const begun = performance.now();
    const url = `http://127.0.0.1:${port}${ASKED[at % ASKED.length]}`;
    asked.push(
      fetch(url)
        .then((response) => response.text())
        .then(() => void took.push(performance.now() - begun)),
    );
    await wait(EVERY);
  }
  await Promise.all([end, ...asked]);
  return took.sort((a, b) => a - b);
}

function tell(what: string, took: readonly number[]): void {
  const at = (share: number) => (took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0).toFixed(1);
  console.log(`${what}: ${took.length} requests, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
}

const page = join(folder, "page.md");
writeFileSync(page, "# Zimtol\n\nZimtol helps in croup.");
await importAs("markdown", [page]);
const byKind = new Map<string, string[]>();
for (const [at, { kind, content }] of (await hostileFiles()).entries()) {
  mkdirSync(join(folder, kind), { recursive: true });
  const path = join(folder, kind, String(at));
  writeFileSync(path, content);
  byKind.set(kind, [...(byKind.get(kind) ?? []), path]);
}
const server = run("record.sqlite", "serve", "--port", port);
try {
  for (let tries = 0; ; tries++) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (tries > 300) throw new Error("the server does not answer");
    await wait(200);
  }
  await askUntil(wait(5_000));
  tell("quiet", await askUntil(wait(Number(quiet) * 1_000)));
  const imports = (async () => {
    for (const [kind, paths] of byKind) await importAs(kind, paths);
  })();
  tell("while hostile files are imported", await askUntil(imports));
} finally {
  const ended = once(server, "exit");
  server.kill();
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
