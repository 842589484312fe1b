import type { GapCount, GapCounters } from "../answer/gap.ts";

/** Days that are kept; older ones are forgotten. */
const DAYS_KEPT = 92;

/** Counters in memory: they end with the process. */
export function createGapCounters(): GapCounters {
  const counts = new Map<string, GapCount>();
  return {
    add({ subject, reason, day }) {
      const key = `${day} ${subject} ${reason}`;
      counts.set(key, { subject, reason, day, count: (counts.get(key)?.count ?? 0) + 1 });
      const days = [...new Set([...counts.values()].map((gap) => gap.day))].toSorted();
      const oldest = days.at(-DAYS_KEPT) ?? "";
      for (const [old, gap] of counts) if (gap.day < oldest) counts.delete(old);
    },
    all: () =>
      [...counts.values()].toSorted(
        (left, right) =>
          right.day.localeCompare(left.day) || right.count - left.count || left.subject.localeCompare(right.subject),
      ),
  };
}
