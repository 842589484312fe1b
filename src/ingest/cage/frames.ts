/** Bytes of the length before each frame. */
const PREFIX = 4;
/** Ends a file: a frame without bytes. */
export const END_OF_FILE = new Uint8Array(PREFIX);

/** A length, to be written before so many bytes: how files follow each other in one stream. */
export function lengthPrefix(length: number): Uint8Array {
  const prefix = new Uint8Array(PREFIX);
  new DataView(prefix.buffer).setUint32(0, length);
  return prefix;
}

/** Reads files out of one stream: each a frame of JSON that says what it is, frames of its bytes, and a frame without any. */
export class FramedFiles {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** What the next file is, or nothing at the end of the stream. */
  async next(): Promise<unknown> {
    const length = await this.#length();
    if (length === undefined) return undefined;
    return JSON.parse(new TextDecoder().decode(await this.#exactly(length)));
  }

  /** The bytes of the file, piece by piece as they come. To be read to its end before `next`. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    for (let left = await this.#length(); left !== undefined && left > 0; left = await this.#length()) {
      while (left > 0) {
        if (this.#held.length === 0 && !(await this.#more())) throw new Error("the stream ends inside a file");
        const piece = this.#held.subarray(0, left);
        this.#held = this.#held.subarray(piece.length);
        left -= piece.length;
        yield piece;
      }
    }
  }

  async #length(): Promise<number | undefined> {
    const prefix = await this.#exactly(PREFIX);
    return prefix === undefined ? undefined : new DataView(prefix.buffer, prefix.byteOffset).getUint32(0);
  }

  /** So many bytes, or nothing when the stream has ended. */
  async #exactly(length: number): Promise<Uint8Array | undefined> {
    while (this.#held.length < length) if (!(await this.#more())) return undefined;
    const bytes = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return bytes;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }
}
