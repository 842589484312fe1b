// The program that runs inside the cage: files come by standard input, what is read of them leaves by standard output, a line of JSON
// each. It is started without rights to files, network or other processes, and may be killed at any moment.
import { once } from "node:events";
import { type ReadItem, type ReadJob, readItems } from "../read-items.ts";
import { FramedFiles } from "./frames.ts";

/** Characters gathered before they are written. */
const WRITTEN_TOGETHER = 1 << 16;

let unwritten = "";

async function write(message: ReadItem | { readonly kind: "end" }): Promise<void> {
  unwritten += `${JSON.stringify(message)}\n`;
  if (unwritten.length < WRITTEN_TOGETHER && message.kind !== "end") return;
  const text = unwritten;
  unwritten = "";
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

const files = new FramedFiles(process.stdin);
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
