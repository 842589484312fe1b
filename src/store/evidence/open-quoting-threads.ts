import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FindQuotes, FoundQuotes } from "../../answer/quotes/find-quotes.ts";
import type { EvidenceLook } from "../../evidence/evidence-port.ts";
import { EvidenceUnreachable } from "../../evidence/evidence-unreachable.ts";

/** Where a thread finds what it reads. */
export interface EvidencePlace {
  readonly libraryFolder: string;
  /** A folder, or an address `postgres://…`. */
  readonly place: string;
}

/** What a thread is asked: quotes for a question, or a look at the whole store. */
export type AskedOfThread = { readonly number: number } & (
  | { readonly kind: "quotes"; readonly question: string }
  | { readonly kind: "look" }
);

export interface FoundByThread {
  readonly number: number;
  readonly found: FoundQuotes | EvidenceLook;
}

/** What is read in threads. */
export interface EvidenceThreads {
  readonly findQuotes: FindQuotes;
  /** Of a store that lies here; a copy on a server is not looked at so. */
  readonly look: () => Promise<EvidenceLook>;
}

/** Each has a connection and caches of its own. */
const MOST_THREADS = 4;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, PromiseWithResolvers<FoundByThread["found"]>>;
}

/**
 * Finds quotes, and looks at the store, in threads, so that whoever asks something else meanwhile waits for none of it: SQLite reads, and sentences are
 * weighed, without giving way. One processor is left to the server. A thread that breaks fails what it was asked, and the next question gets a
 * new one. `entry` is the program of `quoting-worker`.
 */
export function openQuotingThreads(
  entry: string,
  place: EvidencePlace,
  count: number = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)),
): EvidenceThreads {
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
  const ask = (job: (number: number) => AskedOfThread): Promise<FoundByThread["found"]> => {
    const at = leastBusy(threads);
    const { worker, waiting } = threads[at] ?? start(at);
    const given = Promise.withResolvers<FoundByThread["found"]>();
    const number = ++asked;
    waiting.set(number, given);
    worker.postMessage(job(number));
    return given.promise;
  };
  return {
    // A thread gives what belongs to the kind that it was asked.
    findQuotes: (question) => ask((number) => ({ kind: "quotes", number, question })) as Promise<FoundQuotes>,
    look: () => ask((number) => ({ kind: "look", number })) as Promise<EvidenceLook>,
  };
}

function leastBusy(threads: readonly (Thread | undefined)[]): number {
  let least = 0;
  for (const [at, thread] of threads.entries())
    if ((thread?.waiting.size ?? 0) < (threads[least]?.waiting.size ?? 0)) least = at;
  return least;
}
