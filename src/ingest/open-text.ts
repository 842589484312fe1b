import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";

const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** The text of a file as UTF-8 in chunks, unzipped when it begins as gzip does, whatever it is called. */
export async function* openText(path: string): AsyncGenerator<string> {
  const bytes = createReadStream(path, { highWaterMark: 1 << 20 });
  const stream = (await isGzip(path)) ? bytes.pipe(createGunzip({ chunkSize: 1 << 20 })) : bytes;
  // An error of the file does not travel through the pipe by itself.
  bytes.on("error", (error) => stream.destroy(error));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && GZIP_MAGIC.every((byte, at) => buffer[at] === byte);
  } finally {
    await file.close();
  }
}
