import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { FileReader, RecordReader } from "./read-record.ts";

const GZIP_MAGIC = [0x1f, 0x8b] as const;
const CHUNK = 1 << 20;

/** The bytes of a file in chunks. */
export function openBytes(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: CHUNK });
}

/** The text of a file as UTF-8 in chunks, unzipped when it begins as gzip does, whatever it is called. */
export function openText(path: string): AsyncGenerator<string> {
  return decodeText(openBytes(path));
}

/** A reader of files that are one long row of records in UTF-8, plain or gzip. */
export function textFile(read: RecordReader): FileReader {
  return ({ bytes }) => read(decodeText(bytes));
}

async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of unzipped(bytes)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The bytes, unzipped when they begin as gzip does. */
export async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < GZIP_MAGIC.length) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  const whole = (async function* () {
    yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  if (!GZIP_MAGIC.every((byte, at) => head[at] === byte)) {
    yield* whole;
    return;
  }
  const source = Readable.from(whole);
  const gunzip = source.pipe(createGunzip({ chunkSize: CHUNK }));
  // An error of the source does not travel through the pipe by itself.
  source.on("error", (error) => gunzip.destroy(error));
  yield* gunzip as AsyncIterable<Uint8Array>;
}
