/** Bytes of a block, so that four fill a page of the store; a block is longer only when it holds a single stem. */
const LONGEST_BLOCK = 3_900;
const MORE = 0x80;
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
  readonly #block: Buffer;
  #read = 0;
  #length = 0;

  constructor(block: Uint8Array) {
    this.#block = Buffer.from(block.buffer, block.byteOffset, block.length);
  }

  next(): boolean {
    if (this.#read >= this.#block.length) return false;
    const shared = this.#number();
    const rest = this.#number();
    this.key = this.key.slice(0, shared) + this.#block.toString("latin1", this.#read, this.#read + rest);
    this.#read += rest;
    this.#readOn();
    return true;
  }

  /**
   * Whether an entry has that key, which it is then at; to be asked of a block that nobody has gone through. What an entry shares with the one before
   * mostly says on which side of the key it lies, so that nearly none is read.
   */
  find(key: string): boolean {
    let matched = 0;
    while (this.#read < this.#block.length) {
      const shared = this.#number();
      const rest = this.#number();
      // It parts from the one before sooner than that one from the key, and comes after it: so it comes after the key.
      if (shared < matched) return false;
      const begin = this.#read;
      this.#read += rest;
      if (shared > matched) {
        this.#skip();
        continue;
      }
      let at = 0;
      while (at < rest && this.#block[begin + at] === key.charCodeAt(matched)) {
        at++;
        matched++;
      }
      if (at === rest && matched === key.length) {
        this.key = key;
        this.#readOn();
        return true;
      }
      if (at < rest && (matched === key.length || (this.#block[begin + at] as number) > key.charCodeAt(matched)))
        return false;
      this.#skip();
    }
    return false;
  }

  #readOn(): void {
    const by = this.#number();
    this.by = by % 2 === 0 ? by / 2 : -(by + 1) / 2;
    this.last = this.#number();
    this.#length = this.#number();
    this.#read += this.#length;
  }

  get bytes(): Uint8Array {
    return this.#block.subarray(this.#read - this.#length, this.#read);
  }

  #skip(): void {
    this.#number();
    this.#number();
    const length = this.#number();
    this.#read += length;
  }

  #number(): number {
    let byte = this.#block[this.#read++] ?? 0;
    let number = byte % MORE;
    // Nearly all take one byte.
    for (let worth = MORE; byte >= MORE; worth *= MORE) {
      byte = this.#block[this.#read++] ?? 0;
      number += (byte % MORE) * worth;
    }
    return number;
  }
}
