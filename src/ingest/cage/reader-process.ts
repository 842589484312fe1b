import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { Pieces } from "./frames.ts";

/** How the reader is started: with what program, and which files of the product it may see. */
export interface ReaderProgram {
  readonly node: string;
  readonly entry: string;
  /** Folders and files of the product's own code: all that the reader may read. */
  readonly code: readonly string[];
}

/** The reader of the product as it was built into a folder: it sees that folder, and the packages beside it. */
export function readerProgram(built: string, node: string): ReaderProgram {
  const beside = ["package.json", "node_modules"].map((name) => join(built, "..", name));
  return { node, entry: join(built, "caged-reader.mjs"), code: [built, ...beside] };
}

/** What a reader may use before it is ended. */
export interface ReaderLimits {
  /** Bytes of memory, everything counted. */
  readonly memory: number;
  /** Milliseconds of work without a word, while it has something to read and somebody waits for what it says. */
  readonly silence: number;
}

/** Between two looks at a reader. A file that unpacks itself fills some ten megabytes in the meantime. */
const LOOK_EVERY = 20;
/** Bytes of one message; a longer one is none. */
const LONGEST_MESSAGE = 64_000_000;
/** Share of the memory limit that is its heap's: what lies outside the heap (typed arrays, packed data) is watched from outside. */
const HEAP_SHARE = 0.75;
const MEGABYTE = 1_000_000;
/** Of `/proc/<pid>/stat`: its clock ticks a hundred times in a second on every system that has the file (proc(5), `getconf CLK_TCK`). */
const TICK = 10;
/** A reader that does no work at all is waited for so many times longer: the machine may be busy with others. */
const PATIENCE = 10;
/** Of a pipe that is full. */
const ENDS_OF_WAITING = ["drain", "close", "error"] as const;

/**
 * A process that reads files and has no right to anything: no file but the product's code, no network, no other process, no environment.
 * It runs at a low priority and is ended when it takes too much memory or says nothing for too long.
 */
export class ReaderProcess {
  /** The next piece of its file is not there yet: it is not to blame for its silence. */
  waitsForFile = false;
  /** Somebody waits for what it says. */
  #isAwaited = false;
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #limits: ReaderLimits;
  readonly #output: Pieces;
  readonly #watch: NodeJS.Timeout;
  #heard: Moment = { time: 0, work: 0 };
  #complaint = "";
  /** Why it has ended, once it has. */
  #ended: string | undefined;

  constructor({ node, entry, code }: ReaderProgram, limits: ReaderLimits) {
    const heap = Math.floor((limits.memory * HEAP_SHARE) / MEGABYTE);
    const rights = ["--permission", ...code.map((path) => `--allow-fs-read=${path}`)];
    const options = [...rights, `--max-old-space-size=${heap}`, "--disable-proto=delete", "--no-warnings"];
    this.#child = spawn(node, [...options, entry], { env: {}, stdio: ["pipe", "pipe", "pipe"] });
    this.#limits = limits;
    this.#output = new Pieces(this.#heardOf(this.#child.stdout));
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-2_000);
    });
    // A reader that has ended takes no more of its file; why it ended is told by `nextFrame`.
    this.#child.stdin.on("error", () => {});
    this.#child.on("error", (error) => this.end(`its reader could not be started: ${error.message}`));
    this.#child.on("spawn", () => lowerPriority(this.#child.pid));
    this.#watch = setInterval(() => this.#look(), LOOK_EVERY);
    this.#watch.unref();
  }

  /** Hands over bytes, and waits until there is room for more or nobody takes them. */
  async write(...pieces: readonly Uint8Array[]): Promise<void> {
    const { stdin } = this.#child;
    let isRoom = true;
    for (const piece of pieces) isRoom = stdin.write(piece);
    if (isRoom || stdin.destroyed) return;
    // Whichever comes first ends the waiting for all three; why the reader has ended is told by `nextFrame`.
    const { promise, resolve } = Promise.withResolvers<void>();
    for (const event of ENDS_OF_WAITING) stdin.once(event, resolve);
    await promise;
    for (const event of ENDS_OF_WAITING) stdin.off(event, resolve);
  }

  /** The next frame that it says, or why it says nothing more. */
  async nextFrame(): Promise<{ readonly frame: Uint8Array } | { readonly ended: string }> {
    const length = await this.#output.length();
    if ((length ?? 0) > LONGEST_MESSAGE) this.end("more was read of it than a document holds");
    else {
      const frame = length === undefined ? undefined : await this.#output.exactly(length);
      if (frame !== undefined) return { frame };
    }
    return { ended: await this.#reason() };
  }

  /** What it says, as it comes; notes that it is waited for. */
  async *#heardOf(output: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    this.#await();
    for await (const chunk of output) {
      this.#isAwaited = false;
      yield chunk;
      this.#await();
    }
  }

  #await(): void {
    this.#heard = this.#now();
    this.#isAwaited = true;
  }

  /** Bytes of memory it takes, or nothing where the system does not tell. */
  memory(): number | undefined {
    try {
      const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${this.#child.pid}/status`, "utf8"))?.[1];
      return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
    } catch {
      return undefined;
    }
  }

  hasEnded(): boolean {
    return this.#ended !== undefined || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  end(reason: string): void {
    this.#ended ??= reason;
    clearInterval(this.#watch);
    this.#child.kill("SIGKILL");
  }

  async #reason(): Promise<string> {
    const { exitCode, signalCode } = this.#child;
    if (exitCode === null && signalCode === null) await once(this.#child, "exit");
    clearInterval(this.#watch);
    if (this.#ended !== undefined) return this.#ended;
    if (/heap out of memory/.test(this.#complaint)) return this.#tooMuchMemory();
    const complaint = this.#complaint.split("\n").find((line) => /^\w*Error\b/.test(line)) ?? "without a word";
    return `its reader ended by itself: ${complaint.slice(0, 200)}`;
  }

  #look(): void {
    if ((this.memory() ?? 0) > this.#limits.memory) this.end(this.#tooMuchMemory());
    const now = this.#now();
    if (this.waitsForFile || !this.#isAwaited) this.#heard = now;
    const { silence } = this.#limits;
    if (now.work - this.#heard.work > silence || now.time - this.#heard.time > silence * PATIENCE)
      this.end(`reading it took longer than ${silence / 1_000} s`);
  }

  /** Where the system does not tell how much it has worked, all the time that passes counts as work. */
  #now(): Moment {
    const time = performance.now();
    try {
      // The name of the program, in brackets, may hold anything; user and system time are the 12th and 13th field after it.
      const fields = readFileSync(`/proc/${this.#child.pid}/stat`, "utf8").split(")").at(-1)?.trim().split(" ") ?? [];
      return { time, work: (Number(fields[11]) + Number(fields[12])) * TICK };
    } catch {
      return { time, work: time };
    }
  }

  #tooMuchMemory(): string {
    return `reading it took more than ${Math.round(this.#limits.memory / MEGABYTE)} MB of memory`;
  }
}

/** Whether this system tells how much memory another process holds. */
export function canWatchMemory(): boolean {
  return existsSync("/proc/self/status");
}

/** A moment in the life of a reader, in milliseconds: on the clock, and of its own work. */
interface Moment {
  readonly time: number;
  readonly work: number;
}

/** Others go first. Where that is not allowed it runs as everybody does. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not let us.
  }
}
