import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRecord } from "../../src/store/record/record-store.ts";

/** Kills. To run many more: `KILL_ROUNDS=200 npx vitest run --project end-to-end test/end-to-end/record-kill`. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10);
const WRITER = join(import.meta.dirname, "..", "support", "kill-writer.ts");

/** One run of the writer, killed without warning so many milliseconds after its first acknowledgement. */
function runAndKill(file: string, after: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [WRITER, file], { stdio: ["ignore", "pipe", "inherit"] });
    let told = "";
    let armed = false;
    writer.stdout.on("data", (piece: Buffer) => {
      told += piece.toString();
      if (armed) return;
      armed = true;
      setTimeout(() => writer.kill("SIGKILL"), after);
    });
    writer.on("error", reject);
    // Whatever stood in the pipe when the writer died was acknowledged; a line that is not whole was not told.
    writer.on("close", () => resolve(told.split("\n").slice(0, -1)));
  });
}

test(
  `a writer that is killed at any moment, ${ROUNDS} times, loses nothing that was acknowledged, and the log stays sound`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "wellspring-kill-"));
    const file = join(folder, "record.sqlite");
    const acknowledged = new Map<number, string>();
    try {
      for (let round = 0; round < ROUNDS; round++) {
        // Spread over the first tenth of a second, where opening, drafting, signing and publishing all happen.
        const lines = await runAndKill(file, (round * 37) % 97);
        for (const line of lines) {
          const [sequence = "", hash = ""] = line.split(" ");
          acknowledged.set(Number(sequence), hash);
        }
        const opened = await openRecord(file, () => new Date());
        if (!opened.ok) throw new Error(`round ${round}: ${JSON.stringify(opened.diagnostics)}`);
        const record = opened.value;
        const kept = new Map((await record.entries()).map(({ sequence, hash }) => [sequence, hash]));
        const lost = [...acknowledged].filter(([sequence, hash]) => kept.get(sequence) !== hash);
        expect([round, lost, await record.verify([])]).toEqual([round, [], []]);
        // At most the one entry that was written when the writer died stands there without having been told.
        const edition = (await record.read()).topics.get("leg")?.editions.at(-1);
        if (edition !== undefined) expect(edition.signatures.length).toBe(2);
        await record.close();
      }
      expect(acknowledged.size).toBeGreaterThan(ROUNDS);
      if (process.env.KILL_ROUNDS !== undefined) console.info(`${acknowledged.size} acknowledged, none lost`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  Math.max(120_000, ROUNDS * 20_000),
);
