import type { Answer } from "./answer-shape.ts";
import { FEWEST_SHOWN, type GapCount, type GapCounters } from "./gap.ts";
import type { Wellspring } from "./wellspring.ts";

const UNPLACED = "unplaced";

/** Refusals that are gaps of the library; a text that nobody could have answered is none. */
const GAPS: ReadonlySet<string> = new Set(["no-topic", "outside-scope", "drug-dose", "emergency-first"]);

/** The same product, which counts what it could not answer. `today` gives the ISO date. */
export function countGaps(wellspring: Wellspring, counters: GapCounters, today: () => string): Wellspring {
  return {
    ...wellspring,
    ask(request) {
      const answer = wellspring.ask(request);
      const gap = answer.ok ? gapIn(answer.value) : undefined;
      if (gap !== undefined) counters.add({ ...gap, day: today() });
      return answer;
    },
    gaps: () => counters.all().filter(({ count }) => count >= FEWEST_SHOWN),
  };
}

function gapIn({ refusal }: Answer): Pick<GapCount, "subject" | "reason"> | undefined {
  if (refusal === null || !GAPS.has(refusal.reason)) return undefined;
  return { subject: refusal.subject?.id ?? UNPLACED, reason: refusal.reason };
}
