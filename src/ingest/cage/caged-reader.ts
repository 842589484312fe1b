// The program that runs inside the cage: files come by standard input, what is read of them leaves by standard output, a frame for
// each item. It is started without rights to files, network or other processes, and may be killed at any moment.
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { type ReadJob, readItems } from "../read-items.ts";
import { FramedFiles } from "./frames.ts";
import { type Message, MessageWriter } from "./messages.ts";

/** Bytes gathered before they are written. */
const WRITTEN_TOGETHER = 1 << 16;
/** Bytes taken in before they are read, and said before they are heard: reading goes on while the other end stores and looks at no pipe. */
const AHEAD = 1 << 24;

const messages = new MessageWriter();

async function write(message: Message): Promise<void> {
  messages.add(message);
  if (messages.length < WRITTEN_TOGETHER && message.kind !== "end") return;
  const taken = messages.take();
  process.stdout.write(taken, () => messages.giveBack(taken));
  if (process.stdout.writableLength > AHEAD) await once(process.stdout, "drain");
  // Pipes move when nothing else runs.
  else await setImmediate();
}

const files = new FramedFiles(process.stdin.pipe(new PassThrough({ highWaterMark: AHEAD })));
for (let job = await files.next(); job !== undefined; job = await files.next()) {
  // The other end of the pipe is `Cage`, which writes nothing but jobs.
  const bytes = files.bytes();
  for await (const item of readItems(job as ReadJob, keptOpen(bytes))) await write(item);
  // What a reader did not want to see of its file is passed over.
  while ((await bytes.next()).done !== true);
  await write({ kind: "end" });
}

/** The same bytes, which a reader may leave before their end without closing them. */
function keptOpen(bytes: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => bytes.next() }) };
}
