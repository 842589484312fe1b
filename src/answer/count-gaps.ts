import type { Result } from "../kernel/result.ts";
import type { Answer } from "./answer-shape.ts";
import { FEWEST_SHOWN, type GapCount, type GapCounters } from "./gap.ts";
import type { Wellspring } from "./wellspring.ts";

const UNPLACED = "unplaced";

/** Refusals that are gaps of the library; a text that nobody could have answered is none. */
const GAPS: ReadonlySet<string> = new Set(["no-topic", "outside-scope", "drug-dose", "emergency-first"]);

/** The same product, which counts what it could not answer. `today` gives the ISO date. */
export function countGaps(wellspring: Wellspring, counters: GapCounters, today: () => string): Wellspring {
  const count = (answer: Result<Answer>) => {
    const gap = answer.ok ? gapIn(answer.value) : undefined;
    if (gap !== undefined) counters.add({ ...gap, day: today() });
    return answer;
  };
  return {
    ...wellspring,
    catchUp: async () => countGaps(await wellspring.catchUp(), counters, today),
    ask: (request) => count(wellspring.ask(request)),
    askWithEvidence: async (request) => count(await wellspring.askWithEvidence(request)),
    gaps: async () => (await counters.all()).filter(({ count }) => count >= FEWEST_SHOWN),
  };
}

function gapIn({ refusal }: Answer): Pick<GapCount, "subject" | "reason"> | undefined {
  if (refusal === null || !GAPS.has(refusal.reason)) return undefined;
  return { subject: refusal.subject?.id ?? UNPLACED, reason: refusal.reason };
}
