import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorOf } from "./anchor.ts";
import { hashOfEntry, LOG_START, type LogEntry, sealEntry } from "./log-entry.ts";
import { verifyLog } from "./verify-log.ts";

function makeLog(length: number): LogEntry[] {
  const entries: LogEntry[] = [];
  for (let at = 1; at <= length; at++) {
    const previous = entries.at(-1)?.hash ?? LOG_START;
    const recorded = new Date(Date.UTC(2026, 0, at)).toISOString();
    entries.push(
      sealEntry({
        sequence: at,
        recorded,
        agent: "editor",
        activity: "comment",
        door: "desk",
        body: `{"text":"remark ${at}"}`,
        previous,
      }),
    );
  }
  return entries;
}

const reseal = (entry: LogEntry, change: Partial<LogEntry>): LogEntry => {
  const changed = { ...entry, ...change };
  return { ...changed, hash: hashOfEntry(changed) };
};
const found = (entries: readonly LogEntry[], anchors: Parameters<typeof verifyLog>[1] = []) =>
  verifyLog(entries, anchors).map(({ kind, sequence }) => `${kind} ${sequence}`);

/** A log of at least three entries and the number of one that is neither the first nor the last. */
const logs = fc
  .integer({ min: 3, max: 12 })
  .chain((length) => fc.record({ log: fc.constant(makeLog(length)), at: fc.integer({ min: 2, max: length - 1 }) }));
const everyLog = (claim: (log: LogEntry[], at: number) => void) =>
  fc.assert(
    fc.property(logs, ({ log, at }) => {
      claim(log, at);
    }),
  );

describe("a log", () => {
  test("that nobody touched is sound, and so is an empty one", () => {
    expect(found(makeLog(9))).toEqual([]);
    expect(found([])).toEqual([]);
  });

  test.each(["body", "agent", "activity", "recorded"] as const)("with another %s in an entry names it", (field) =>
    everyLog((log, at) =>
      expect(found(log.with(at - 1, { ...(log[at - 1] as LogEntry), [field]: "other" }))).toEqual([`changed ${at}`]),
    ),
  );

  test("names an entry that was changed and sealed anew", () =>
    everyLog((log, at) =>
      expect(found(log.with(at - 1, reseal(log[at - 1] as LogEntry, { body: "{}" })))).toEqual([`changed ${at}`]),
    ));

  test("names an entry that was removed, the first one too", () =>
    everyLog((log, at) => {
      expect(found(log.toSpliced(at - 1, 1))).toEqual([`removed ${at}`]);
      expect(found(log.toSpliced(0, 1))).toEqual(["removed 1"]);
    }));

  test("names every one of several that were removed", () => {
    expect(found(makeLog(8).toSpliced(2, 3))).toEqual(["removed 3", "removed 4", "removed 5"]);
  });

  test("names a forged entry that was put in between", () =>
    everyLog((log, at) => {
      const forged = reseal(log[at - 1] as LogEntry, { body: '{"text":"forged"}' });
      expect(found(log.toSpliced(at, 0, forged))).toEqual([`inserted ${at}`]);
    }));

  test("names an entry that stands there twice", () =>
    everyLog((log, at) => {
      const copied = { ...(log[at - 1] as LogEntry) };
      expect(found(log.toSpliced(at, 0, copied))).toEqual([`inserted ${at}`]);
    }));

  test("names two entries whose numbers were exchanged", () =>
    everyLog((log, at) => {
      const [one, other] = [log[at - 1] as LogEntry, log[at] as LogEntry];
      const swapped = log.with(at - 1, { ...other, sequence: at }).with(at, { ...one, sequence: at + 1 });
      expect(found(swapped)).toEqual([`reordered ${at}`, `reordered ${at + 1}`]);
    }));

  test("names an entry that is stored after those that follow it", () =>
    everyLog((log, at) => {
      const [one, other] = [log[at - 1] as LogEntry, log[at] as LogEntry];
      expect(found(log.with(at - 1, other).with(at, one))).toEqual([`reordered ${at}`]);
    }));

  test("that lost its end, or was written anew as a whole, is sound by itself and found out by an anchor", () => {
    const log = makeLog(6);
    const anchor = anchorOf(log[5] as LogEntry);
    expect(found(log.slice(0, 4))).toEqual([]);
    expect(found(log.slice(0, 4), [anchor])).toEqual(["cut 6"]);
    let previous = LOG_START;
    const anew = log.map((entry) => {
      const sealed = reseal(entry, { previous, body: '{"text":"other"}' });
      previous = sealed.hash;
      return sealed;
    });
    expect(found(anew)).toEqual([]);
    expect(found(anew, [anchor])).toEqual(["rewritten 6"]);
    expect(found(log, [anchor])).toEqual([]);
  });

  test("whatever single thing is done to it is found", () => {
    fc.assert(
      fc.property(logs, fc.nat(4), fc.nat(), ({ log, at }, deed, other) => {
        const entry = log[at - 1] as LogEntry;
        const to = other % log.length;
        const done = [
          () => log.with(at - 1, { ...entry, body: `${entry.body} ` }),
          () => log.toSpliced(at - 1, 1),
          () => log.toSpliced(to, 0, reseal(entry, { previous: log[to]?.hash ?? "" })),
          () => log.with(at - 1, { ...entry, previous: LOG_START }),
          () => log.with(at - 1, { ...entry, hash: LOG_START }),
        ][deed];
        expect(found(done?.() ?? []).length).toBeGreaterThan(0);
      }),
    );
  });
});
