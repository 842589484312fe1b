import { expect, test } from "vitest";
import { openRecord } from "../../src/store/record/record-store.ts";
import { lostOf, writeUntilKilled } from "../support/killed-writer.ts";
import { PostgresServer } from "../support/postgres-server.ts";

/** Fires. To run many more: `FAILOVER_ROUNDS=20 npx vitest run --project end-to-end test/end-to-end/record-failover`. */
const ROUNDS = Number(process.env.FAILOVER_ROUNDS ?? 1);
test(
  `a primary that is killed, ${ROUNDS} times, takes nothing with it that was acknowledged: it stands on the synchronous standby`,
  async () => {
    let acknowledged = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const primary = await PostgresServer.start();
      await primary.pause();
      const standby = await primary.standby();
      try {
        await primary.run({ synchronous_standby_names: "*" });
        await standby.run({ primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres` });
        const place = await primary.address("board");
        const lines = await writeUntilKilled(place, 500 + ((round * 137) % 1_500), async (writer) => {
          await primary.kill();
          // The writer goes on for a while and must not be told that anything was recorded that was not.
          setTimeout(() => writer.kill("SIGKILL"), 300);
        });
        expect(lines.length).toBeGreaterThan(0);
        const reading = await openRecord(place.replace(`:${primary.port}`, `:${standby.port}`), () => new Date());
        expect(reading.ok && reading.value.writable).toBe(false);
        if (reading.ok) await reading.value.close();
        await standby.query("SELECT pg_promote()");
        const opened = await openRecord(await standby.address("board"), () => new Date());
        if (!opened.ok) throw new Error(`round ${round}: ${JSON.stringify(opened.diagnostics)}`);
        const record = opened.value;
        expect([round, await lostOf(lines, record), await record.verify([])]).toEqual([round, [], []]);
        // Whoever works on goes on from there.
        const more = {
          agent: "ann",
          activity: "admit-person" as const,
          body: { person: "zoe", name: "Zoe", roles: [] },
        };
        expect((await record.act(more, "desk")).ok).toBe(true);
        await record.close();
        acknowledged += lines.length;
      } finally {
        await standby.stop();
        await primary.stop();
      }
    }
    if (process.env.FAILOVER_ROUNDS !== undefined) console.info(`${acknowledged} acknowledged, none lost`);
  },
  Math.max(120_000, ROUNDS * 60_000),
);
