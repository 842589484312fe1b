import { Worker } from "node:worker_threads";

export interface LaneLimits {
  /** Milliseconds that one job may take; absent where it is never broken off. */
  readonly time?: number;
  /** Milliseconds that a job may still take when nobody waits for it any more: what it has read by then shortens the next one. */
  readonly grace?: number;
  /** Milliseconds after which a thread that has nothing to do is ended, and what it has read is forgotten. */
  readonly idle: number;
  /** Megabytes of its heap. */
  readonly memory: number;
  /** Jobs that may wait for the one under way. */
  readonly waiting: number;
}

/** A job that was not done to its end, with the reason. */
export class JobGaveUp extends Error {}

const UNWANTED = "nobody waits for it any more";

/** Has a thread do a job, after those that were given before. Fails with `JobGaveUp`. */
export type Lane<Job> = <Done>(job: Job, signal?: AbortSignal) => Promise<Done>;

/**
 * A thread that does jobs one after the other, and is begun anew where one of them broke it. `entry` is its program, which posts what came of each
 * job that is posted to it; `data` is what it is handed when it is begun.
 */
export function openLane<Job>(entry: string, limits: LaneLimits, data?: unknown): Lane<Job> {
  const thread = new JobThread<Job>(entry, limits, data);
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async <Done>(job: Job, signal?: AbortSignal): Promise<Done> => {
    if (waiting > limits.waiting) throw new JobGaveUp(`${waiting} others wait`);
    waiting++;
    const done = last.then(() => {
      if (signal?.aborted === true) throw new JobGaveUp(UNWANTED);
      return thread.run<Done>(job, signal);
    });
    last = done.catch(() => undefined).finally(() => waiting--);
    return done;
  };
}

class JobThread<Job> {
  readonly #entry: string;
  readonly #limits: LaneLimits;
  readonly #data: unknown;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(entry: string, limits: LaneLimits, data: unknown) {
    this.#entry = entry;
    this.#limits = limits;
    this.#data = data;
  }

  /** Does one job. INVARIANT: the caller begins no other before this one has come to its end. */
  run<Done>(job: Job, signal: AbortSignal | undefined): Promise<Done> {
    const { time, grace } = this.#limits;
    const { promise, resolve, reject } = Promise.withResolvers<Done>();
    const worker = this.#begin();
    const giveUp = (reason: string, cause?: unknown) => {
      this.#end();
      reject(new JobGaveUp(reason, { cause }));
    };
    let timer: NodeJS.Timeout | undefined;
    const within = (milliseconds: number | undefined, reason: string) => {
      clearTimeout(timer);
      if (milliseconds !== undefined) timer = setTimeout(() => giveUp(reason), milliseconds);
    };
    const hurry = () => within(grace, UNWANTED);
    within(time, `it took more than ${(time ?? 0) / 1000} seconds`);
    // The thread posts exactly what the job of this kind gives.
    worker.once("message", (done: Done) =>
      signal?.aborted === true ? reject(new JobGaveUp(UNWANTED)) : resolve(done),
    );
    worker.once("error", (error) => giveUp(error instanceof Error ? error.message : "it failed", error));
    worker.once("exit", () => giveUp("it ended without a word"));
    signal?.addEventListener("abort", hurry);
    // A server that stops does not wait for threads. Whoever listens to one waits for it, until it says that it need not.
    worker.unref();
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
    this.#worker ??= new Worker(this.#entry, { resourceLimits, env: {}, workerData: this.#data });
    return this.#worker;
  }

  /** A thread that has nothing to do is not kept for ever. */
  #rest(worker: Worker): void {
    // What goes wrong in it now concerns no job; the next one gets a new thread.
    worker.on("error", () => this.#forget(worker));
    worker.once("exit", () => this.#forget(worker));
    if (this.#worker !== worker) return;
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
