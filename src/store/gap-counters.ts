import type { GapCount, GapCounters } from "../answer/gap.ts";
import { ok } from "../kernel/result.ts";
import type { Engine, Sql } from "./record/engine.ts";

/** Days that are kept; older ones are forgotten. */
const DAYS_KEPT = 92;

/** Counters in the tables beside the record, and how to wait until everything that was counted is there. */
export interface KeptGapCounters extends GapCounters {
  flush(): Promise<void>;
}

type Gap = Omit<GapCount, "count">;

/**
 * Counters that outlast the server. An answer does not wait for them: what is counted is written a moment later, everything that came meanwhile in
 * one transaction. What could not be written (a lock, a full disk, a record that may only be read) is kept in memory and tried again with the next.
 */
export function createGapCounters(engine: Engine): KeptGapCounters {
  const waiting = new Map<string, GapCount>();
  let writing: Promise<void> | undefined;
  const writeAll = async () => {
    while (waiting.size > 0 && engine.writable) {
      const batch = [...waiting.values()];
      waiting.clear();
      if (await writeGaps(engine, batch)) continue;
      for (const gap of batch) addTo(waiting, gap, gap.count);
      return;
    }
  };
  const begin = () => {
    writing ??= writeAll().finally(() => {
      writing = undefined;
    });
    return writing;
  };
  const flush = async () => {
    await writing;
    await begin();
  };
  return {
    add(gap) {
      addTo(waiting, gap, 1);
      void begin();
    },
    async all() {
      await flush();
      const counts = new Map(waiting);
      for (const gap of await readGaps(engine)) addTo(counts, gap, gap.count);
      return [...counts.values()].toSorted(
        (left, right) =>
          right.day.localeCompare(left.day) || right.count - left.count || left.subject.localeCompare(right.subject),
      );
    },
    flush,
  };
}

function addTo(counts: Map<string, GapCount>, { subject, reason, day }: Gap, count: number): void {
  const key = `${day} ${subject} ${reason}`;
  counts.set(key, { subject, reason, day, count: (counts.get(key)?.count ?? 0) + count });
}

/** Whether it was written; a count is never worth an error to whoever asked. */
async function writeGaps(engine: Engine, batch: readonly GapCount[]): Promise<boolean> {
  try {
    const written = await engine.alone(async (sql) => {
      for (const { subject, reason, day, count } of batch)
        await sql.run(
          "INSERT INTO gap (subject, reason, day, count) VALUES (?, ?, ?, ?) ON CONFLICT (day, subject, reason) DO UPDATE SET count = gap.count + EXCLUDED.count",
          subject,
          reason,
          day,
          count,
        );
      const oldest = await oldestKept(sql);
      if (oldest !== undefined) await sql.run("DELETE FROM gap WHERE day < ?", oldest);
      return ok(null);
    });
    return written.ok;
  } catch {
    return false;
  }
}

async function oldestKept(sql: Sql): Promise<string | undefined> {
  const [row] = await sql.run("SELECT DISTINCT day FROM gap ORDER BY day DESC LIMIT 1 OFFSET ?", DAYS_KEPT - 1);
  return row === undefined ? undefined : String(row.day);
}

async function readGaps(sql: Sql): Promise<readonly GapCount[]> {
  const rows = await sql.run("SELECT subject, reason, day, count FROM gap");
  return rows.map(({ subject, reason, day, count }) => ({
    subject: String(subject),
    reason: String(reason),
    day: String(day),
    count: Number(count),
  }));
}
