import { unzipped } from "../open-text.ts";
import type { FileReader, ReadDocument } from "../read-record.ts";

/** Bytes of one document, packed and unpacked: a guideline of a thousand pages has fewer. */
export const LARGEST_DOCUMENT = 64_000_000;

/** Makes a document of the content of a file. Throws on what it does not understand; the message says what. */
export type DocumentParser = (content: Uint8Array, name: string) => ReadDocument | Promise<ReadDocument>;

/** A reader of files that are one document each, plain or gzip. A file that is too large is refused before all of it is read. */
export function documentFile(parse: DocumentParser): FileReader {
  return async function* ({ name, bytes }) {
    try {
      const content = await gather(unzipped(within(bytes)));
      yield await parse(content, name);
    } catch (error) {
      yield { kind: "refused", place: "whole file", reason: error instanceof Error ? error.message : "not understood" };
    }
  };
}

async function gather(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of within(bytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The bytes as long as they are no more than a document may have. */
async function* within(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > LARGEST_DOCUMENT) throw new Error(`it is larger than ${LARGEST_DOCUMENT} bytes`);
    yield chunk;
  }
}
