const MORE = 0x80;
const SEVEN = 7;
const LARGEST = 255;
/** Lengths are kept in steps of so many terms, in one byte. */
const LENGTH_STEP = 4;

/** A passage that holds a stem, as the first stage of search sees it. */
export interface Posting {
  /** The passage's place in the index: a number that grows with every passage put in, and is never given twice. */
  readonly slot: number;
  /** How often, each field by its weight. */
  readonly frequency: number;
  /** Of the passage, each field by its weight. */
  readonly length: number;
}

/** The passages that hold one stem, in the order of their slots. */
export interface PostingList {
  /**
   * For each passage how far its slot is from the one before, seven bits to a byte with the lowest first, then how often it holds the stem, then
   * its length. What is longer or more frequent than a byte holds counts as the most that it holds.
   */
  readonly bytes: Uint8Array;
  /** The greatest slot. */
  readonly last: number;
}

/** Bytes that one posting takes at most: a slot below 2^53, frequency and length. */
const LONGEST_POSTING = 10;

/** Writes lists, one after the other. The slots of a list come in their order. */
export class PostingWriter {
  #bytes = new Uint8Array(1 << 10);
  #length = 0;
  #last = 0;

  add(slot: number, frequency: number, length: number): void {
    this.#makeRoom(LONGEST_POSTING);
    this.#step(slot);
    this.#bytes[this.#length++] = Math.min(LARGEST, frequency);
    this.#bytes[this.#length++] = Math.min(LARGEST, Math.round(length / LENGTH_STEP));
  }

  /** A list whose slots follow upon those of this one: only where they meet is a step written anew. */
  append({ bytes, last }: PostingList): void {
    if (bytes.length === 0) return;
    this.#makeRoom(LONGEST_POSTING + bytes.length);
    let first = 0;
    let read = 0;
    let byte = MORE;
    for (let worth = 1; byte >= MORE; worth *= MORE) {
      byte = bytes[read++] as number;
      first += (byte % MORE) * worth;
    }
    this.#step(first);
    this.#bytes.set(bytes.subarray(read), this.#length);
    this.#length += bytes.length - read;
    this.#last = last;
  }

  /** How far a slot is from the one before. */
  #step(slot: number): void {
    let step = slot - this.#last;
    for (; step >= MORE; step = Math.floor(step / MORE)) this.#bytes[this.#length++] = (step % MORE) + MORE;
    this.#bytes[this.#length++] = step;
    this.#last = slot;
  }

  #makeRoom(length: number): void {
    if (this.#length + length <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + length));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** The list that was written, whose bytes hold until more is added; that begins another. */
  finish(): PostingList {
    const list = { bytes: this.#bytes.subarray(0, this.#length), last: this.#last };
    this.#length = 0;
    this.#last = 0;
    return list;
  }
}

/** Goes through a list without making anything: a common stem has hundreds of thousands. */
export class PostingCursor implements Posting {
  slot = 0;
  frequency = 0;
  length = 0;
  /** Bytes gone through. */
  read = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): boolean {
    if (this.read >= this.#bytes.length) return false;
    let byte = MORE;
    for (let bits = 0; byte >= MORE; bits += SEVEN) {
      byte = this.#bytes[this.read++] ?? 0;
      this.slot += (byte % MORE) * 2 ** bits;
    }
    this.frequency = this.#bytes[this.read++] ?? 0;
    this.length = LENGTH_STEP * (this.#bytes[this.read++] ?? 0);
    return true;
  }

  current(): Posting {
    return { slot: this.slot, frequency: this.frequency, length: this.length };
  }
}
