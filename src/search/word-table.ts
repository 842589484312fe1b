const SEED = 7;
const FACTOR = 31;
const FIRST_SIZE = 1 << 12;

/**
 * Words with a number each, from 0 in the order in which they come, found by their characters where they stand in a text: an import looks up
 * some hundred thousand a second, and cutting each out of its text would take longer than all else. A hash table with open addressing.
 */
export class WordTable {
  #hashes = new Int32Array(FIRST_SIZE);
  /** The word at a place of the table, from 1; 0 where there is none. */
  #at = new Int32Array(FIRST_SIZE);
  #words: string[] = [];

  /** The words by their numbers. */
  get words(): readonly string[] {
    return this.#words;
  }

  /** The number of a word that stands in a text, with the hash that its characters came to by `addToHash`. */
  numberIn(text: string, from: number, to: number, hash: number): number {
    const last = this.#at.length - 1;
    let place = mixed(hash) & last;
    for (let at = this.#at[place] ?? 0; at !== 0; at = this.#at[place] ?? 0) {
      if (this.#hashes[place] === hash && stands(this.#words[at - 1] ?? "", text, from, to)) return at - 1;
      place = (place + 1) & last;
    }
    this.#hashes[place] = hash;
    this.#at[place] = this.#words.push(text.slice(from, to));
    if (2 * this.#words.length > this.#at.length) this.#makeRoom();
    return this.#words.length - 1;
  }

  numberOf(word: string): number {
    return this.numberIn(word, 0, word.length, hashOf(word));
  }

  /** Forgets the words, and keeps the room for as many. */
  clear(): void {
    this.#at.fill(0);
    this.#words = [];
  }

  #makeRoom(): void {
    const [hashes, at] = [this.#hashes, this.#at];
    const last = 2 * at.length - 1;
    this.#hashes = new Int32Array(2 * at.length);
    this.#at = new Int32Array(2 * at.length);
    for (const [before, word] of at.entries()) {
      if (word === 0) continue;
      const hash = hashes[before] ?? 0;
      let place = mixed(hash) & last;
      while (this.#at[place] !== 0) place = (place + 1) & last;
      this.#hashes[place] = hash;
      this.#at[place] = word;
    }
  }
}

/** The hash of no word yet. */
export const NO_HASH = SEED;

export function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, FACTOR) + code) | 0;
}

function stands(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  return true;
}

function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = addToHash(hash, word.charCodeAt(at));
  return hash;
}

/** Spreads hashes of words alike over the table. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}
