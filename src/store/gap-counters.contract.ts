import { describe, expect, test } from "vitest";
import { createGapCounters } from "./gap-counters.ts";
import { openTables } from "./record/record-store.ts";

const DAY = "2026-11-25";
const knee = { subject: "knee", reason: "no-topic", day: DAY };

/** What every engine must do with what was asked and not answered. `newPlace` gives a place where no record is yet. */
export function gapContract(name: string, newPlace: () => Promise<string>): void {
  const open = async (place: string) => {
    const opened = await openTables(place, () => new Date(DAY));
    if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
    return opened.value.engine;
  };

  describe(`gaps counted on ${name}`, () => {
    test("are there after a restart, and are counted on, also by two servers at once", async () => {
      const place = await newPlace();
      const first = await open(place);
      const counters = createGapCounters(first);
      for (let times = 0; times < 5; times++) counters.add(knee);
      counters.add({ ...knee, reason: "drug-dose" });
      await counters.flush();
      await first.close();
      const [one, other] = [await open(place), await open(place)];
      const both = [createGapCounters(one), createGapCounters(other)];
      for (const half of both) for (let times = 0; times < 20; times++) half.add(knee);
      await Promise.all(both.map((half) => half.flush()));
      expect(await both[0]?.all()).toEqual([
        { ...knee, count: 45 },
        { ...knee, reason: "drug-dose", count: 1 },
      ]);
      for (const engine of [one, other]) await engine.close();
    });

    test("are kept for 92 days that something was counted on, each apart", async () => {
      const engine = await open(await newPlace());
      const counters = createGapCounters(engine);
      for (let day = 1; day <= 100; day++) counters.add({ ...knee, day: `day ${1000 + day}` });
      const all = await counters.all();
      expect([all.length, all[0]?.day, all.at(-1)?.day]).toEqual([92, "day 1100", "day 1009"]);
      await engine.close();
    });
  });
}
