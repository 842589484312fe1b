import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRecord } from "../../src/store/record/record-store.ts";
import { lostOf, writeUntilKilled } from "../support/killed-writer.ts";

/** Kills. To run many more: `KILL_ROUNDS=200 npx vitest run --project end-to-end test/end-to-end/record-kill`. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10);
test(
  `a writer that is killed at any moment, ${ROUNDS} times, loses nothing that was acknowledged, and the log stays sound`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "wellspring-kill-"));
    const file = join(folder, "record.sqlite");
    const acknowledged = new Set<string>();
    try {
      for (let round = 0; round < ROUNDS; round++) {
        // Spread over the first tenth of a second, where opening, drafting, signing and publishing all happen.
        const lines = await writeUntilKilled(file, (round * 37) % 97, (writer) => writer.kill("SIGKILL"));
        for (const line of lines) acknowledged.add(line);
        const opened = await openRecord(file, () => new Date());
        if (!opened.ok) throw new Error(`round ${round}: ${JSON.stringify(opened.diagnostics)}`);
        const record = opened.value;
        expect([round, await lostOf(acknowledged, record), await record.verify([])]).toEqual([round, [], []]);
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
