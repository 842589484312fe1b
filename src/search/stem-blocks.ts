/** Bytes of a block, so that four fill a page of the store; a block is longer only when it holds a single stem. */
const LONGEST_BLOCK = 3_900;
const MORE = 0x80;
const SEVEN = 7;
/** Bytes that the numbers of an entry take at most. */
const LONGEST_HEAD = 5 * 8;

/** What one segment of an index knows of a stem. */
export interface StemEntry {
  /** The bytes of the stem in UTF-8, a character each: so strings sort as the bytes do, which is by code point. */
  readonly key: string;
  /** By how much the number of passages that hold it changes with the segment; less than 0 where more have left. */
  readonly by: number;
  /** The greatest slot of the postings. */
  readonly last: number;
  /** The passages that were put in and hold it (`PostingList`); empty where there is none. */
  readonly bytes: Uint8Array;
}

/** Entries that follow upon each other, sorted by key. */
export interface StemBlock {
  readonly first: string;
  readonly bytes: Uint8Array;
}

export function toKey(stem: string): string {
  return Buffer.from(stem).toString("latin1");
}

export function fromKey(key: string): string {
  return Buffer.from(key, "latin1").toString();
}

/** Writes entries, which come sorted, into blocks. Of a key only that is written in which it differs from the one before it. */
export class BlockWriter {
  readonly #write: (block: StemBlock) => void;
  #bytes = new Uint8Array(2 * LONGEST_BLOCK);
  #length = 0;
  #first = "";
  #before = "";

  /** The bytes of a block hold until the next one is written. */
  constructor(write: (block: StemBlock) => void) {
    this.#write = write;
  }

  add({ key, by, last, bytes }: StemEntry): void {
    const most = LONGEST_HEAD + key.length + bytes.length;
    if (this.#length > 0 && this.#length + most > LONGEST_BLOCK) this.finish();
    if (this.#length === 0) {
      this.#first = key;
      this.#before = "";
    }
    if (this.#length + most > this.#bytes.length) {
      const larger = new Uint8Array(2 * (this.#length + most));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    const shared = sharedLength(this.#before, key);
    this.#put(shared);
    this.#put(key.length - shared);
    for (let at = shared; at < key.length; at++) this.#bytes[this.#length++] = key.charCodeAt(at);
    // Less than 0 and more take turns, so that what is small stays short.
    this.#put(by < 0 ? -2 * by - 1 : 2 * by);
    this.#put(last);
    this.#put(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    this.#before = key;
  }

  finish(): void {
    if (this.#length === 0) return;
    this.#write({ first: this.#first, bytes: this.#bytes.subarray(0, this.#length) });
    this.#length = 0;
  }

  /** Seven bits to a byte, the lowest first. */
  #put(number: number): void {
    let left = number;
    for (; left >= MORE; left = Math.floor(left / MORE)) this.#bytes[this.#length++] = (left % MORE) + MORE;
    this.#bytes[this.#length++] = left;
  }
}

function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** Goes through the entries of a block. */
export class BlockCursor implements StemEntry {
  key = "";
  by = 0;
  last = 0;
  bytes: Uint8Array = new Uint8Array(0);
  readonly #block: Buffer;
  #read = 0;

  constructor(block: Uint8Array) {
    this.#block = Buffer.from(block.buffer, block.byteOffset, block.length);
  }

  next(): boolean {
    if (this.#read >= this.#block.length) return false;
    const shared = this.#number();
    const rest = this.#number();
    this.key = this.key.slice(0, shared) + this.#block.toString("latin1", this.#read, this.#read + rest);
    this.#read += rest;
    const by = this.#number();
    this.by = by % 2 === 0 ? by / 2 : -(by + 1) / 2;
    this.last = this.#number();
    const length = this.#number();
    this.bytes = this.#block.subarray(this.#read, this.#read + length);
    this.#read += length;
    return true;
  }

  /** Whether an entry has that key, which it is then at. */
  find(key: string): boolean {
    while (this.next()) if (this.key >= key) return this.key === key;
    return false;
  }

  #number(): number {
    let number = 0;
    let byte = MORE;
    for (let bits = 0; byte >= MORE; bits += SEVEN) {
      byte = this.#block[this.#read++] ?? 0;
      number += (byte % MORE) * 2 ** bits;
    }
    return number;
  }
}
