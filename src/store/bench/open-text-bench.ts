import { failed, type Result } from "../../kernel/result.ts";
import type { LibraryFile } from "../../library/model/library.ts";
import type { KeptText } from "../../review/record-port.ts";
import { reviewDiagnostics } from "../../review/review-diagnostics.ts";
import type { CheckedText } from "../../review/text/check-text.ts";
import type { ComparedAdvice } from "../../review/text/compare-advice.ts";
import type { TextBench } from "../../review/text/text-bench.ts";
import { JobGaveUp, type Lane, type LaneLimits, openLane } from "../threads/job-lane.ts";

/** What a thread of the bench is asked. */
export type BenchJob =
  | { readonly kind: "check"; readonly topic: string; readonly files: readonly LibraryFile[] }
  | { readonly kind: "compare"; readonly before: KeptText; readonly after: KeptText; readonly profile: string };

/** The shipped pathway is proven within a few seconds of work and compared within ten; a busy machine was seen to take twenty times as long. */
const LIMITS: LaneLimits = { time: 300_000, grace: 10_000, idle: 900_000, memory: 1_500, waiting: 8 };

/**
 * The bench as two threads, one for checks and one for comparisons: who writes does not wait while somebody has every patient compared. `entry` is
 * the program of `bench-worker`.
 */
export function openTextBench(entry: string, limits: Partial<LaneLimits> = {}): TextBench {
  const checks = openLane<BenchJob>(entry, { ...LIMITS, ...limits });
  const comparisons = openLane<BenchJob>(entry, { ...LIMITS, ...limits });
  return {
    check: (topic, files, signal) => doneBy<CheckedText>(checks, { kind: "check", topic, files }, signal),
    compare: (before, after, profile) =>
      doneBy<ComparedAdvice>(comparisons, { kind: "compare", before, after, profile }),
  };
}

/** What came of a job, or why the bench gave it up. */
async function doneBy<T>(lane: Lane<BenchJob>, job: BenchJob, signal?: AbortSignal): Promise<Result<T>> {
  try {
    return await lane<Result<T>>(job, signal);
  } catch (error) {
    if (error instanceof JobGaveUp)
      return failed(reviewDiagnostics.report("review-bench-gave-up", { reason: error.message }));
    throw error;
  }
}
