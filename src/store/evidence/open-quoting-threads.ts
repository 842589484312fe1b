import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FindQuotes, FoundQuotes } from "../../answer/quotes/find-quotes.ts";
import { EvidenceUnreachable } from "../../evidence/evidence-unreachable.ts";

/** Where a thread finds what it reads. */
export interface EvidencePlace {
  readonly libraryFolder: string;
  /** A folder, or an address `postgres://…`. */
  readonly place: string;
}

export interface AskedOfThread {
  readonly number: number;
  readonly question: string;
}

export interface FoundByThread {
  readonly number: number;
  readonly found: FoundQuotes;
}

/** Each has a connection and caches of its own. */
const MOST_THREADS = 4;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, PromiseWithResolvers<FoundQuotes>>;
}

/**
 * Finds quotes in threads, so that whoever asks something else meanwhile waits for none of it: SQLite reads, and sentences are
 * weighed, without giving way. One processor is left to the server. A thread that breaks fails what it was asked, and the next question gets a
 * new one. `entry` is the program of `quoting-worker`.
 */
export function openQuotingThreads(
  entry: string,
  place: EvidencePlace,
  count: number = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)),
): FindQuotes {
  const threads: (Thread | undefined)[] = Array.from({ length: count });
  let asked = 0;
  const start = (at: number): Thread => {
    const worker = new Worker(entry, { workerData: place });
    const thread: Thread = { worker, waiting: new Map() };
    const fail = (error: Error): void => {
      for (const { reject } of thread.waiting.values()) reject(new EvidenceUnreachable(error));
      thread.waiting.clear();
      if (threads[at] === thread) threads[at] = undefined;
    };
    worker.on("message", ({ number, found }: FoundByThread) => {
      thread.waiting.get(number)?.resolve(found);
      thread.waiting.delete(number);
    });
    worker.on("error", fail);
    worker.on("exit", (code) => fail(new Error(`a thread that reads evidence ended with ${code}`)));
    // A server that stops does not wait for threads.
    worker.unref();
    threads[at] = thread;
    return thread;
  };
  return (question) => {
    const at = leastBusy(threads);
    const { worker, waiting } = threads[at] ?? start(at);
    const given = Promise.withResolvers<FoundQuotes>();
    const number = ++asked;
    waiting.set(number, given);
    worker.postMessage({ number, question } satisfies AskedOfThread);
    return given.promise;
  };
}

function leastBusy(threads: readonly (Thread | undefined)[]): number {
  let least = 0;
  for (const [at, thread] of threads.entries())
    if ((thread?.waiting.size ?? 0) < (threads[least]?.waiting.size ?? 0)) least = at;
  return least;
}
