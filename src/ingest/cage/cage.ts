import type { ItemReader, ReadItem, ReadJob } from "../read-items.ts";
import { END_OF_FILE, lengthPrefix } from "./frames.ts";
import { decodeMessage } from "./messages.ts";
import { type ReaderLimits, ReaderProcess, type ReaderProgram } from "./reader-process.ts";

/** Enough for a PDF of some hundred pages many times over. */
export const READER_LIMITS: ReaderLimits = { memory: 600_000_000, silence: 30_000 };
/** Files that one process reads before a new one takes over, so that nothing one file left behind lives long. */
const FILES_EACH = 100;
/** Share of the memory limit above which a process is not given another file. */
const TIRED = 0.5;

/**
 * Reads files in a process that can do no harm. When it has to be ended, the file it was reading is broken with the reason, and the
 * next file gets a new process. Reads one file at a time.
 */
export class Cage {
  readonly #program: ReaderProgram;
  readonly #limits: ReaderLimits;
  #reader: { readonly process: ReaderProcess; files: number } | undefined;

  constructor(program: ReaderProgram, limits: ReaderLimits = READER_LIMITS) {
    this.#program = program;
    this.#limits = limits;
  }

  readonly read: ItemReader = (job, bytes) => this.#read(job, bytes);

  close(): void {
    this.#reader?.process.end("closed");
    this.#reader = undefined;
  }

  async *#read(job: ReadJob, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadItem> {
    const reader = this.#rested();
    reader.files++;
    let isAtEnd = false;
    const fed = feed(reader.process, job, bytes);
    try {
      for (;;) {
        const next = await reader.process.nextFrame();
        if ("ended" in next) {
          yield { kind: "broken", reason: next.ended };
          return;
        }
        const item = decodeMessage(next.frame);
        if (item.kind === "end") break;
        yield item;
        // The rest of a broken file need not be read.
        if (item.kind === "broken") return;
      }
      await fed;
      isAtEnd = true;
    } finally {
      if (!isAtEnd) this.close();
    }
  }

  #rested() {
    if (this.#reader !== undefined) {
      const memory = this.#reader.process.memory() ?? 0;
      if (this.#reader.files >= FILES_EACH || memory > this.#limits.memory * TIRED) this.close();
    }
    this.#reader ??= { process: new ReaderProcess(this.#program, this.#limits), files: 0 };
    return this.#reader;
  }
}

/** Hands a file over piece by piece, until it or the reader has ended. A file that cannot be read on ends the reader with the reason. */
async function feed(reader: ReaderProcess, job: ReadJob, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    const header = Buffer.from(JSON.stringify(job));
    await reader.write(lengthPrefix(header.length), header);
    reader.waitsForFile = true;
    for await (const piece of bytes) {
      reader.waitsForFile = false;
      if (reader.hasEnded()) return;
      if (piece.length > 0) await reader.write(lengthPrefix(piece.length), piece);
      reader.waitsForFile = true;
    }
    reader.waitsForFile = false;
    await reader.write(END_OF_FILE);
  } catch (error) {
    reader.end(error instanceof Error ? error.message : "unreadable");
  }
}
