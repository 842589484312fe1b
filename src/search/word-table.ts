const SEED = 7;
const FACTOR = 31;
const FIRST_SIZE = 1 << 12;
const STRIDE = 4;

/**
 * Words with a number each, from 0 in the order in which they come, found by their bytes (UTF-8) where they stand in a text: an import looks up
 * some million a second, and making a string of each would take longer than all else. A hash table with open addressing over one pool of bytes.
 */
export class WordTable {
  /** Of the word at each place its hash, its number from 1 (0 where there is none), and where it begins and ends in the pool: side by side. */
  #places = new Int32Array(STRIDE * FIRST_SIZE);
  /** Where each word begins in the pool; the one after the last is where the next will. */
  #begins = new Int32Array(FIRST_SIZE);
  #pool = Buffer.alloc(8 * FIRST_SIZE);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Bytes of all words. */
  get length(): number {
    return this.#begins[this.#size] ?? 0;
  }

  /** The number of a word that stands in a text, with the hash that its bytes came to by `addToHash`. */
  numberIn(text: Uint8Array, from: number, to: number, hash: number): number {
    const places = this.#places;
    const last = places.length - STRIDE;
    let place = (STRIDE * mixed(hash)) & last;
    for (let number = places[place + 1] as number; number !== 0; number = places[place + 1] as number) {
      if (places[place] === hash && this.#stands(place, text, from, to)) return number - 1;
      place = (place + STRIDE) & last;
    }
    const number = this.#add(text, from, to);
    places[place] = hash;
    places[place + 1] = number + 1;
    places[place + 2] = this.#begins[number] as number;
    places[place + 3] = this.#begins[number + 1] as number;
    if (2 * STRIDE * this.#size > places.length) this.#makeRoom();
    return number;
  }

  /** The bytes of a word, a character each. */
  keyOf(number: number): string {
    return this.#pool.toString("latin1", this.#begins[number], this.#begins[number + 1]);
  }

  /** Forgets the words, and keeps the room for as many. */
  clear(): void {
    this.#places.fill(0);
    this.#size = 0;
  }

  #stands(place: number, text: Uint8Array, from: number, to: number): boolean {
    const pool = this.#pool;
    let at = this.#places[place + 2] as number;
    if ((this.#places[place + 3] as number) - at !== to - from) return false;
    for (let other = from; other < to; other++) if (text[other] !== pool[at++]) return false;
    return true;
  }

  #add(text: Uint8Array, from: number, to: number): number {
    const begin = this.length;
    if (begin + to - from > this.#pool.length) {
      const larger = Buffer.alloc(2 * (begin + to - from));
      larger.set(this.#pool);
      this.#pool = larger;
    }
    for (let place = from, at = begin; place < to; place++) this.#pool[at++] = text[place] as number;
    const number = this.#size++;
    if (this.#size === this.#begins.length) {
      const larger = new Int32Array(2 * this.#begins.length);
      larger.set(this.#begins);
      this.#begins = larger;
    }
    this.#begins[this.#size] = begin + to - from;
    return number;
  }

  #makeRoom(): void {
    const before = this.#places;
    const places = new Int32Array(2 * before.length);
    const last = places.length - STRIDE;
    for (let from = 0; from < before.length; from += STRIDE) {
      if (before[from + 1] === 0) continue;
      let place = (STRIDE * mixed(before[from] as number)) & last;
      while (places[place + 1] !== 0) place = (place + STRIDE) & last;
      places.set(before.subarray(from, from + STRIDE), place);
    }
    this.#places = places;
  }
}

/** The hash of no word yet. */
export const NO_HASH = SEED;

export function addToHash(hash: number, byte: number): number {
  return (Math.imul(hash, FACTOR) + byte) | 0;
}

/** Spreads hashes of words alike over the table. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}
