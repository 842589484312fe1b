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

/** Takes a stream apart into pieces of lengths that are asked for. What a chunk holds whole is not copied, what lies in many is copied once. */
export class Pieces {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The length before a frame, or nothing at the end of the stream. */
  async length(): Promise<number | undefined> {
    const prefix = await this.exactly(PREFIX);
    return prefix === undefined ? undefined : new DataView(prefix.buffer, prefix.byteOffset).getUint32(0);
  }

  /** So many bytes, or nothing when the stream ends before. */
  async exactly(length: number): Promise<Uint8Array | undefined> {
    if (this.#held.length >= length) return this.#take(length);
    const parts = [this.#held];
    let left = length - this.#held.length;
    this.#held = this.#held.subarray(this.#held.length);
    while (left > 0) {
      const next = await this.#chunks.next();
      if (next.done === true) return undefined;
      this.#held = next.value;
      const part = this.#take(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts, length);
  }

  /** At most so many bytes, as they come; nothing at the end of the stream. */
  async some(most: number): Promise<Uint8Array | undefined> {
    if (this.#held.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) return undefined;
      this.#held = next.value;
    }
    return this.#take(most);
  }

  #take(most: number): Uint8Array {
    const taken = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }
}

/** Reads files out of one stream: each a frame of JSON that says what it is, frames of its bytes, and a frame without any. */
export class FramedFiles {
  readonly #pieces: Pieces;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#pieces = new Pieces(stream);
  }

  /** What the next file is, or nothing at the end of the stream. */
  async next(): Promise<unknown> {
    const length = await this.#pieces.length();
    if (length === undefined) return undefined;
    return JSON.parse(new TextDecoder().decode(await this.#pieces.exactly(length)));
  }

  /** The bytes of the file, piece by piece as they come. To be read to its end before `next`. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    for (let left = await this.#pieces.length(); left !== undefined && left > 0; left = await this.#pieces.length()) {
      while (left > 0) {
        const piece = await this.#pieces.some(left);
        if (piece === undefined) throw new Error("the stream ends inside a file");
        left -= piece.length;
        yield piece;
      }
    }
  }
}
