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
  /** Milliseconds that a job may still take when nobody waits for it any more: what it has read by then shortens the next one. */
  readonly grace: number;
  /** Milliseconds after which a thread that has nothing to do is ended, and what it has read is forgotten. */
  readonly idle: number;
  /** Megabytes of its heap. */
  readonly memory: number;
  /** Jobs that may wait for the one under way. */
  readonly waiting: number;
}

/** The shipped pathway is proven within a few seconds of work and compared within ten; a busy machine was seen to take twenty times as long. */
const LIMITS: BenchLimits = { time: 300_000, grace: 10_000, idle: 900_000, memory: 1_500, waiting: 8 };

const UNWANTED = "nobody waits for it any more";

/**
 * The bench as two threads, one for checks and one for comparisons: who writes does not wait while somebody has every patient compared. `entry` is
 * the program of `bench-worker`.
 */
export function openTextBench(entry: string, limits: Partial<BenchLimits> = {}): TextBench {
  const checks = openLane(entry, { ...LIMITS, ...limits });
  const comparisons = openLane(entry, { ...LIMITS, ...limits });
  return {
    check: (topic, files, signal) => checks<CheckedText>({ kind: "check", topic, files }, signal),
    compare: (before, after, profile) => comparisons<ComparedAdvice>({ kind: "compare", before, after, profile }),
  };
}

/** A thread that does jobs one after the other, and is begun anew where one of them broke it. */
function openLane(entry: string, limits: BenchLimits): <T>(job: BenchJob, signal?: AbortSignal) => Promise<Result<T>> {
  const thread = new BenchThread(entry, limits);
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return <T>(job: BenchJob, signal?: AbortSignal) => {
    if (waiting > limits.waiting) return Promise.resolve(gaveUp<T>(`${waiting} others wait`));
    waiting++;
    const done = last.then(() => (signal?.aborted === true ? gaveUp<T>(UNWANTED) : thread.run<T>(job, signal)));
    last = done.finally(() => waiting--);
    return done;
  };
}

class BenchThread {
  readonly #entry: string;
  readonly #limits: BenchLimits;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(entry: string, limits: BenchLimits) {
    this.#entry = entry;
    this.#limits = limits;
  }

  /** Does one job. INVARIANT: the caller begins no other before this one has come to its end. */
  run<T>(job: BenchJob, signal: AbortSignal | undefined): Promise<Result<T>> {
    const { time, grace } = this.#limits;
    const { promise, resolve } = Promise.withResolvers<Result<T>>();
    const worker = this.#begin();
    const giveUp = (reason: string) => {
      this.#end();
      resolve(gaveUp(reason));
    };
    let timer = setTimeout(() => giveUp(`it took more than ${time / 1000} seconds`), time);
    const hurry = () => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(UNWANTED), grace);
    };
    // The thread posts exactly what the job of this kind gives.
    worker.once("message", (result: Result<T>) => resolve(signal?.aborted === true ? gaveUp(UNWANTED) : result));
    worker.once("error", (error) => giveUp(error instanceof Error ? error.message : "it failed"));
    worker.once("exit", () => giveUp("it ended without a word"));
    signal?.addEventListener("abort", hurry);
    worker.ref();
    worker.postMessage(job);
    return promise.finally(() => {
      signal?.removeEventListener("abort", hurry);
      clearTimeout(timer);
      for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
      this.#rest(worker);
    });
  }

  #begin(): Worker {
    clearTimeout(this.#idle);
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.memory };
    this.#worker ??= new Worker(this.#entry, { resourceLimits, env: {} });
    return this.#worker;
  }

  /** A thread that has nothing to do keeps no process alive, and is not kept for ever. */
  #rest(worker: Worker): void {
    // What goes wrong in it now concerns no job; the next one gets a new thread.
    worker.on("error", () => this.#forget(worker));
    worker.once("exit", () => this.#forget(worker));
    if (this.#worker !== worker) return;
    worker.unref();
    this.#idle = setTimeout(() => this.#end(), this.#limits.idle).unref();
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
  }

  #end(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
  }
}

function gaveUp<T>(reason: string): Result<T> {
  return failed(reviewDiagnostics.report("review-bench-gave-up", { reason }));
}
