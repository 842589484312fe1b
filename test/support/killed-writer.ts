import { spawn } from "node:child_process";
import { join } from "node:path";
import type { RecordPort } from "../../src/review/record-port.ts";

const WRITER = join(import.meta.dirname, "kill-writer.ts");

/** Somebody at work on a record, until whoever watches ends it. */
export interface Writer {
  kill(signal: "SIGSTOP" | "SIGKILL"): void;
}

/**
 * Drafts, signs and publishes at a place in a process of its own. So many milliseconds after its first acknowledgement `strike` is called, which ends it with
 * SIGKILL sooner or later. Gives each entry that was acknowledged, as `sequence hash`: what stood in the pipe when the writer died counts, a line that is not whole was not told.
 */
export function writeUntilKilled(
  place: string,
  after: number,
  strike: (writer: Writer) => void | Promise<void>,
): Promise<readonly string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly string[]>();
  const writer = spawn(process.execPath, [WRITER, place], { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  let armed = false;
  writer.stdout.on("data", (piece: Buffer) => {
    told += piece.toString();
    if (armed) return;
    armed = true;
    setTimeout(async () => strike({ kill: (signal) => void writer.kill(signal) }), after);
  });
  writer.on("error", reject);
  writer.on("close", (_status, signal) => {
    if (signal === "SIGKILL") resolve(told.split("\n").slice(0, -1));
    else reject(new Error("the writer ended by itself"));
  });
  return promise;
}

/** What was acknowledged and does not stand in the record, whatever else does. */
export async function lostOf(acknowledged: Iterable<string>, record: RecordPort): Promise<readonly string[]> {
  const kept = new Set((await record.entries()).map(({ sequence, hash }) => `${sequence} ${hash}`));
  return [...acknowledged].filter((line) => !kept.has(line));
}
