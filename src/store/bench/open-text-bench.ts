import { Worker } from "node:worker_threads";
import { failed, type Result } from "../../kernel/result.ts";
import type { LibraryFile } from "../../library/model/library.ts";
import type { KeptText } from "../../review/record-port.ts";
import { reviewDiagnostics } from "../../review/review-diagnostics.ts";
import type { CheckedText } from "../../review/text/check-text.ts";
import type { ComparedAdvice } from "../../review/text/compare-advice.ts";
import type { TextBench } from "../../review/text/text-bench.ts";

/** What a thread of the bench is asked. */
export type BenchJob =
  | { readonly kind: "check"; readonly topic: string; readonly files: readonly LibraryFile[] }
  | { readonly kind: "compare"; readonly before: KeptText; readonly after: KeptText; readonly profile: string };

export interface BenchLimits {
  /** Milliseconds that one job may take. */
  readonly time: number;
  /** Megabytes of its heap. */
  readonly memory: number;
  /** Jobs that may wait for the one under way. */
  readonly waiting: number;
}

/** The shipped pathway is proven in about five seconds of work; a busy machine may need several times as long. */
const LIMITS: BenchLimits = { time: 120_000, memory: 1_500, waiting: 8 };

const UNWANTED = "nobody waits for it any more";

/** The bench as threads that run one after the other, each for one job. `entry` is the program of `bench-worker`. */
export function openTextBench(entry: string, limits: BenchLimits = LIMITS): TextBench {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const run = <T>(job: BenchJob, signal?: AbortSignal): Promise<Result<T>> => {
    if (waiting > limits.waiting) return Promise.resolve(gaveUp(`${waiting} others wait`));
    waiting++;
    const done = last.then(() =>
      signal?.aborted === true ? gaveUp<T>(UNWANTED) : runJob<T>(entry, job, limits, signal),
    );
    last = done.finally(() => waiting--);
    return done;
  };
  return {
    check: (topic, files, signal) => run<CheckedText>({ kind: "check", topic, files }, signal),
    compare: (before, after, profile) => run<ComparedAdvice>({ kind: "compare", before, after, profile }),
  };
}

function runJob<T>(
  entry: string,
  job: BenchJob,
  { time, memory }: BenchLimits,
  signal: AbortSignal | undefined,
): Promise<Result<T>> {
  const { promise, resolve } = Promise.withResolvers<Result<T>>();
  const giveUp = () => resolve(gaveUp(UNWANTED));
  const worker = new Worker(entry, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: memory }, env: {} });
  const timer = setTimeout(() => resolve(gaveUp(`it took more than ${time / 1000} seconds`)), time);
  // The thread posts exactly what the job of this kind gives.
  worker.once("message", (result: Result<T>) => resolve(result));
  worker.once("error", (error) => resolve(gaveUp(error instanceof Error ? error.message : "it failed")));
  worker.once("exit", () => resolve(gaveUp("it ended without a word")));
  signal?.addEventListener("abort", giveUp);
  return promise.finally(() => {
    signal?.removeEventListener("abort", giveUp);
    clearTimeout(timer);
    void worker.terminate();
  });
}

function gaveUp<T>(reason: string): Result<T> {
  return failed(reviewDiagnostics.report("review-bench-gave-up", { reason }));
}
