import { withoutUnseen } from "./invisible-characters.ts";
import { toSkeleton } from "./look-alikes.ts";
import { GAP_MARK, wordsOfPart } from "./trust-rules.ts";

/** Letters that stand alone, so many in a row, may spell a word. */
const MOST_APART = 8;
/** Of a phrase the words of so many places are looked for, the longest: ordinary text is least likely to hold them. */
const LOOKED_FOR = 3;
/** Marks of words, by the last bits of their hashes: most words of a text have none. */
const PLACES = 1 << 14;
const SEED = 7;
const FACTOR = 31;
const ZERO = 0x30;
const NINE = 0x39;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const TO_SMALL = SMALL_A - CAPITAL_A;
const SPACE = 0x20;
const BEYOND_ASCII = 0x7f;

/** One place of one phrase: the phrase by its number, the place as a bit. */
interface Part {
  readonly phrase: number;
  readonly bit: number;
}

/**
 * A first look at texts: most hold nothing of what is searched for, and one pass over their characters shows it.
 * INVARIANT: a text that it calls innocent holds no phrase, no row of single letters, no unseen character and no letter beyond ASCII.
 */
export class InnocentText {
  readonly #marked = new Uint8Array(PLACES);
  readonly #parts = new Map<number, Part[]>();
  /** Of each phrase the places that a text must hold, and those that the text at hand has held so far. */
  readonly #whole: Uint8Array;
  readonly #held: Uint8Array;
  readonly #harmless = new Map<number, boolean>();

  constructor(phrases: readonly string[]) {
    this.#whole = new Uint8Array(phrases.length);
    this.#held = new Uint8Array(phrases.length);
    for (const [phrase, text] of phrases.entries())
      for (const [at, words] of tellingParts(text).entries()) {
        const bit = 1 << at;
        this.#whole[phrase] = (this.#whole[phrase] ?? 0) | bit;
        for (const word of words) this.#mark(hashOf(word), { phrase, bit });
      }
  }

  #mark(hash: number, part: Part): void {
    this.#marked[hash & (PLACES - 1)] = 1;
    const known = this.#parts.get(hash);
    if (known === undefined) this.#parts.set(hash, [part]);
    else known.push(part);
  }

  /** True when nothing is in it; false when it has to be looked at. */
  isInnocent(text: string): boolean {
    this.#held.fill(0);
    let hash = SEED;
    let length = 0;
    let apart = 0;
    for (let at = 0; at <= text.length; at++) {
      let code = at === text.length ? SPACE : text.charCodeAt(at);
      if (code >= CAPITAL_A && code <= CAPITAL_Z) code += TO_SMALL;
      if ((code >= SMALL_A && code <= SMALL_Z) || (code >= ZERO && code <= NINE)) {
        hash = addToHash(hash, code);
        length++;
        continue;
      }
      if ((code < SPACE || code >= BEYOND_ASCII) && !this.#isHarmless(code)) return false;
      if (length === 0) continue;
      if (this.#marked[hash & (PLACES - 1)] === 1 && this.#completes(hash)) return false;
      apart = length === 1 ? apart + 1 : 0;
      if (apart > MOST_APART) return false;
      hash = SEED;
      length = 0;
    }
    return true;
  }

  /** Whether with this word a phrase has all that it needs, wherever it stands. */
  #completes(hash: number): boolean {
    for (const { phrase, bit } of this.#parts.get(hash) ?? []) {
      const held = (this.#held[phrase] ?? 0) | bit;
      this.#held[phrase] = held;
      if (held === this.#whole[phrase]) return true;
    }
    return false;
  }

  /** Whether a character only stands between words: it is seen, and no letter or digit however it is read. */
  #isHarmless(code: number): boolean {
    const known = this.#harmless.get(code);
    if (known !== undefined) return known;
    const character = String.fromCharCode(code);
    const isHarmless =
      withoutUnseen(character).text === character &&
      !/[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character + toSkeleton(character));
    this.#harmless.set(code, isHarmless);
    return isHarmless;
  }
}

/** Words of the places of a phrase, the longest first, judged by the shortest word that may stand there. */
function tellingParts(phrase: string): readonly (readonly string[])[] {
  const shortest = (words: readonly string[]) => Math.min(...words.map(({ length }) => length));
  return phrase
    .split(/\s+/)
    .filter((part) => part !== GAP_MARK)
    .map(wordsOfPart)
    .filter((words) => shortest(words) > 0)
    .sort((one, other) => shortest(other) - shortest(one))
    .slice(0, LOOKED_FOR);
}

function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = addToHash(hash, word.charCodeAt(at));
  return hash;
}

function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, FACTOR) + code) | 0;
}
