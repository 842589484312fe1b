import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { shippedLibrary } from "../../test/real-library.ts";
import { countGaps } from "../answer/count-gaps.ts";
import { FEWEST_SHOWN } from "../answer/gap.ts";
import { failed } from "../kernel/result.ts";
import { gapContract } from "./gap-counters.contract.ts";
import { createGapCounters } from "./gap-counters.ts";
import type { Engine } from "./record/engine.ts";
import { recordDiagnostics } from "./record/record-diagnostics.ts";
import { openTables } from "./record/record-store.ts";

const DAY = "2026-11-25";
const folder = mkdtempSync(join(tmpdir(), "wellspring-gaps-"));
let made = 0;
let engine: Engine;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  const opened = await openTables(undefined, () => new Date(DAY));
  if (!opened.ok) throw new Error("a record in memory opens");
  engine = opened.value.engine;
});

gapContract("SQLite", async () => join(folder, `record-${++made}.sqlite`));

const { wellspring } = await shippedLibrary();

function counting(on: Engine = engine) {
  const counters = createGapCounters(on);
  return { counters, counted: countGaps(wellspring, counters, () => DAY) };
}

test("a subject is shown from the fifth refusal on, by its id, its reason and the day alone", async () => {
  const { counted } = counting();
  for (let times = 1; times <= FEWEST_SHOWN; times += 1) {
    expect(await counted.gaps()).toEqual([]);
    counted.ask({ question: "How is achalasia treated in Ruritania?" });
  }
  expect(await counted.gaps()).toEqual([{ subject: "dysphagia", reason: "no-topic", day: DAY, count: FEWEST_SHOWN }]);
});

test("what no subject names is counted without its words, and what is no question not at all", async () => {
  const { counters, counted } = counting();
  counted.ask({ question: "How do I manage a first episode of gout?" });
  counted.ask({ question: "Write me a poem about the sea" });
  counted.ask({ question: "58-year-old man with a tender swollen left calf. DVT?" });
  expect(await counters.all()).toEqual([{ subject: "unplaced", reason: "no-topic", day: DAY, count: 1 }]);
  const everything = await engine.run("SELECT * FROM gap");
  expect(JSON.stringify(everything)).not.toContain("gout");
});

test("while nothing can be written the counts stay in memory, nobody is refused, and nothing is counted twice afterwards", async () => {
  let isBusy = true;
  const busy: Engine = {
    ...engine,
    writable: true,
    run: (statement, ...values) => engine.run(statement, ...values),
    alone: async (work) => (isBusy ? failed(recordDiagnostics.report("record-busy", {})) : engine.alone(work)),
  };
  const { counters, counted } = counting(busy);
  for (let times = 0; times < 3; times++)
    expect(counted.ask({ question: "How do I manage a first episode of gout?" }).ok).toBe(true);
  expect(await counters.all()).toMatchObject([{ count: 3 }]);
  isBusy = false;
  expect(await counters.all()).toMatchObject([{ count: 3 }]);
  expect(await engine.run("SELECT count FROM gap")).toMatchObject([{ count: 3 }]);
});
