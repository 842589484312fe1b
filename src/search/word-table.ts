const FIRST_SIZE = 1 << 12;
const STRIDE = 4;
/** Numbers in the table of words that were looked up last: small enough to stay in the processor's own memory. */
const RECENT = STRIDE << 12;
/** Bytes of a word that lie in the table itself, beside its length. */
const AT_HAND = 11;
/** Of each length the bits that belong to a word, in each of the three numbers that its first bytes are read as. */
const MASKS = Int32Array.from({ length: 3 * (AT_HAND + 1) }, (_, at) => {
  const bytes = Math.floor(at / 3) - 4 * (at % 3);
  return bytes >= 4 ? -1 : bytes <= 0 ? 0 : 2 ** (8 * bytes) - 1;
});
const LONGEST_TOLD = 0xff;
const LENGTH_BITS = 24;

/** Bytes that must be there to be read after the last byte of a text, whatever they are. */
export const MARGIN = 12;

/** A text that words are looked up in, to be seen byte by byte and four bytes at once. */
export class WordText {
  bytes = new Uint8Array(1 << 12);
  view = new DataView(this.bytes.buffer);

  /** Makes room for a text of so many bytes; what is there may be lost. */
  makeRoom(length: number): void {
    if (length + MARGIN <= this.bytes.length) return;
    this.bytes = new Uint8Array(2 * length + MARGIN);
    this.view = new DataView(this.bytes.buffer);
  }
}

/**
 * Words with a number each, from 0 in the order in which they come, found by their bytes (UTF-8) where they stand in a text: an import looks up
 * some million a second, and making a string of each would take longer than all else. A hash table with open addressing, in which nearly every
 * word lies whole: memory that is far apart is what looking up waits for. What of a longer one it does not hold is compared in a pool of bytes.
 */
export class WordTable {
  /** Of the word at each place its number from 1 (0 where there is none), and its first bytes with its length: side by side. */
  #places = new Int32Array(STRIDE * FIRST_SIZE);
  /** The same of words that lie there whole and were looked up last, one for each place: most words of a text are among them. */
  readonly #recent = new Int32Array(RECENT);
  /** Where each word begins in the pool; the one after the last is where the next will. */
  #begins = new Int32Array(FIRST_SIZE);
  readonly #pool = new WordText();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Bytes of all words. */
  get length(): number {
    return this.#begins[this.#size] ?? 0;
  }

  /** The number of a word that stands in a text. */
  numberIn(text: WordText, from: number, to: number): number {
    const { view } = text;
    const length = to - from;
    const mask = 3 * (length < AT_HAND ? length : AT_HAND);
    const one = view.getInt32(from, true) & (MASKS[mask] as number);
    const two = view.getInt32(from + 4, true) & (MASKS[mask + 1] as number);
    const told = (length < LONGEST_TOLD ? length : LONGEST_TOLD) << LENGTH_BITS;
    const three = (view.getInt32(from + 8, true) & (MASKS[mask + 2] as number)) | told;
    const hash = hashOf(one, two, three, text.bytes, from, to);
    if (length > AT_HAND) return this.#find(hash, one, two, three, text.bytes, from, to);
    const recent = this.#recent;
    const at = (STRIDE * hash) & (RECENT - STRIDE);
    if (recent[at + 1] === one && recent[at + 2] === two && recent[at + 3] === three) return recent[at] as number;
    const number = this.#find(hash, one, two, three, text.bytes, from, to);
    recent[at] = number;
    recent[at + 1] = one;
    recent[at + 2] = two;
    recent[at + 3] = three;
    return number;
  }

  /** The number of a word among all, or a new one. */
  #find(hash: number, one: number, two: number, three: number, text: Uint8Array, from: number, to: number): number {
    const places = this.#places;
    const last = places.length - STRIDE;
    const isWhole = to - from <= AT_HAND;
    let place = (STRIDE * hash) & last;
    for (let number = places[place] as number; number !== 0; number = places[place] as number) {
      if (
        places[place + 1] === one &&
        places[place + 2] === two &&
        places[place + 3] === three &&
        (isWhole || this.#endsSo(number - 1, text, from, to))
      )
        return number - 1;
      place = (place + STRIDE) & last;
    }
    const number = this.#add(text, from, to);
    places[place] = number + 1;
    places[place + 1] = one;
    places[place + 2] = two;
    places[place + 3] = three;
    if (2 * STRIDE * this.#size > places.length) this.#spread();
    return number;
  }

  /** The bytes of a word, a character each. */
  keyOf(number: number): string {
    const { buffer } = this.#pool.bytes;
    const begin = this.#begins[number] as number;
    return Buffer.from(buffer, begin, (this.#begins[number + 1] as number) - begin).toString("latin1");
  }

  /** Forgets the words, and keeps the room for as many. */
  clear(): void {
    this.#places.fill(0);
    // No word has a length of 0.
    this.#recent.fill(0);
    this.#size = 0;
  }

  /** Whether a word is that of the text, of which it has the first bytes. */
  #endsSo(number: number, text: Uint8Array, from: number, to: number): boolean {
    const { bytes } = this.#pool;
    const begin = this.#begins[number] as number;
    if ((this.#begins[number + 1] as number) - begin !== to - from) return false;
    let at = begin + AT_HAND;
    for (let other = from + AT_HAND; other < to; other++) if (text[other] !== bytes[at++]) return false;
    return true;
  }

  #add(text: Uint8Array, from: number, to: number): number {
    const begin = this.length;
    const end = begin + to - from;
    const before = this.#pool.bytes;
    this.#pool.makeRoom(end);
    if (this.#pool.bytes !== before) this.#pool.bytes.set(before);
    const { bytes } = this.#pool;
    for (let place = from, at = begin; place < to; place++) bytes[at++] = text[place] as number;
    const number = this.#size++;
    if (this.#size === this.#begins.length) {
      const larger = new Int32Array(2 * this.#begins.length);
      larger.set(this.#begins);
      this.#begins = larger;
    }
    this.#begins[this.#size] = end;
    return number;
  }

  /** Twice as many places. */
  #spread(): void {
    const before = this.#places;
    const places = new Int32Array(2 * before.length);
    const last = places.length - STRIDE;
    for (let from = 0; from < before.length; from += STRIDE) {
      const number = before[from] as number;
      if (number === 0) continue;
      const [one, two, three] = [before[from + 1] as number, before[from + 2] as number, before[from + 3] as number];
      const [begin, end] = [this.#begins[number - 1] as number, this.#begins[number] as number];
      let place = (STRIDE * hashOf(one, two, three, this.#pool.bytes, begin, end)) & last;
      while (places[place] !== 0) place = (place + STRIDE) & last;
      places.set(before.subarray(from, from + STRIDE), place);
    }
    this.#places = places;
  }
}

/** Of a word in a text, whose first bytes are three numbers: each changes every bit (the mixing of MurmurHash3, Appleby 2011). */
function hashOf(one: number, two: number, three: number, text: Uint8Array, from: number, to: number): number {
  let hash = Math.imul(one, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ two, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ three, 0xc2b2ae35);
  for (let at = from + AT_HAND; at < to; at++) hash = Math.imul(hash ^ (text[at] as number), 0x01000193);
  return (hash ^ (hash >>> 16)) & 0x0fffffff;
}
