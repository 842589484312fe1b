const SEED = 7;
const FACTOR = 31;
const FIRST_SIZE = 1 << 12;
/** Words are kept for as long; a corpus of millions has about as many that occur more than once. */
const MOST_WORDS = 400_000;
const ZERO = 0x30;
const NINE = 0x39;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/**
 * Words with the terms they become, found by their characters where they stand in a text: an import looks up some hundred thousand a second,
 * and cutting each out of its text would take longer than all else. A hash table with open addressing.
 */
export class TermTable {
  readonly #make: (word: string) => string;
  #hashes = new Int32Array(FIRST_SIZE);
  #words: string[] = [];
  #terms: string[] = [];
  #count = 0;

  constructor(make: (word: string) => string) {
    this.#make = make;
    this.#clear(FIRST_SIZE);
  }

  /** The term of a word. */
  termOf(word: string): string {
    return this.#find(word, 0, word.length, hashOf(word));
  }

  /** Adds the terms of all words of a text that is ASCII in lower case, the empty ones left out. */
  addTerms(text: string, terms: string[]): void {
    let hash = SEED;
    let start = 0;
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      if ((code >= SMALL_A && code <= SMALL_Z) || (code >= ZERO && code <= NINE)) {
        hash = addToHash(hash, code);
        continue;
      }
      if (at > start) {
        const term = this.#find(text, start, at, hash);
        if (term !== "") terms.push(term);
      }
      hash = SEED;
      start = at + 1;
    }
  }

  #find(text: string, from: number, to: number, hash: number): string {
    const last = this.#hashes.length - 1;
    let place = mixed(hash) & last;
    for (let word = this.#words[place]; word !== undefined && word !== ""; word = this.#words[place]) {
      if (this.#hashes[place] === hash && stands(word, text, from, to)) return this.#terms[place] ?? "";
      place = (place + 1) & last;
    }
    const word = text.slice(from, to);
    const term = this.#make(word);
    this.#put(word, term, hash);
    return term;
  }

  #put(word: string, term: string, hash: number): void {
    if (2 * (this.#count + 1) > this.#hashes.length) this.#makeRoom();
    const last = this.#hashes.length - 1;
    let place = mixed(hash) & last;
    while (this.#words[place] !== "") place = (place + 1) & last;
    this.#hashes[place] = hash;
    this.#words[place] = word;
    this.#terms[place] = term;
    this.#count++;
  }

  #makeRoom(): void {
    if (this.#count >= MOST_WORDS) {
      this.#clear(FIRST_SIZE);
      return;
    }
    const [hashes, words, terms] = [this.#hashes, this.#words, this.#terms];
    this.#clear(2 * hashes.length);
    for (const [place, word] of words.entries())
      if (word !== "") this.#put(word, terms[place] ?? "", hashes[place] ?? 0);
  }

  #clear(size: number): void {
    this.#hashes = new Int32Array(size);
    this.#words = new Array<string>(size).fill("");
    this.#terms = new Array<string>(size).fill("");
    this.#count = 0;
  }
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

function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, FACTOR) + code) | 0;
}

/** Spreads hashes of words alike over the table. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}
