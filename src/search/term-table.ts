import { addToHash, NO_HASH, WordTable } from "./word-table.ts";

/** Words are kept up to so many; a corpus of millions has about as many that occur more than once. */
const MOST_WORDS = 400_000;
const ZERO = 0x30;
const NINE = 0x39;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/** Words with the terms they become, each made once. */
export class TermTable {
  readonly #make: (word: string) => string;
  readonly #words = new WordTable();
  readonly #terms: string[] = [];

  constructor(make: (word: string) => string) {
    this.#make = make;
  }

  /** The term of a word. */
  termOf(word: string): string {
    return this.#termAt(this.#words.numberOf(word));
  }

  /** Adds the terms of all words of a text in lower case, the empty ones left out. Only letters and digits of ASCII are part of a word. */
  addTerms(text: string, terms: string[]): void {
    let hash = NO_HASH;
    let start = 0;
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      if ((code >= SMALL_A && code <= SMALL_Z) || (code >= ZERO && code <= NINE)) {
        hash = addToHash(hash, code);
        continue;
      }
      if (at > start) {
        const term = this.#termAt(this.#words.numberIn(text, start, at, hash));
        if (term !== "") terms.push(term);
      }
      hash = NO_HASH;
      start = at + 1;
    }
  }

  #termAt(number: number): string {
    const known = this.#terms[number];
    if (known !== undefined) return known;
    const term = this.#make(this.#words.words[number] ?? "");
    if (number < MOST_WORDS) this.#terms.push(term);
    else {
      this.#words.clear();
      this.#terms.length = 0;
    }
    return term;
  }
}
