import type { Analyser } from "./analyser.ts";
import { type PassageTerms, passageTerms } from "./candidate-index.ts";

const SPACE = 0x20;
const LINE_END = 0x0a;
const SEED = 7;
const FACTOR = 31;

/**
 * The terms of a passage as they are stored and ranked: stems between spaces, a line each for title, subjects and every sentence. Stems
 * hold neither spaces nor line ends.
 */
export function toTermLines({ title, subjects, sentences }: PassageTerms): string {
  return [title, subjects, ...sentences].map((stems) => stems.join(" ")).join("\n");
}

/** Makes the lines of the passages of one document out of their texts. */
export function passageLines(
  document: { readonly title: string; readonly subjects: readonly string[] },
  analyser: Analyser,
): (text: string) => string {
  const termsOf = passageTerms(document, analyser);
  return (text) => toTermLines(termsOf(text));
}

/** The first line alone. */
export function titleOf(lines: string): readonly string[] {
  const end = lines.indexOf("\n");
  const line = end === -1 ? lines : lines.slice(0, end);
  return line === "" ? [] : line.split(" ");
}

/** What of a question stands where in one passage. Lists have a place for each stem of the question, and hold until the next passage is counted. */
export interface CountedTerms {
  readonly titleLength: number;
  readonly subjectsLength: number;
  readonly bodyLength: number;
  readonly inTitle: Uint16Array;
  readonly inSubjects: Uint16Array;
  readonly inBody: Uint16Array;
  /** What the stems of one line are worth together, each counted once, in the title or the sentence where that is most. */
  readonly bestLine: number;
}

/**
 * Counts the stems of one question in passages, character by character: cutting two hundred of them into words takes longer than all else
 * that ranking does. The stems lie in a hash table with open addressing; nearly every word of a passage ends at an empty place of it.
 */
export class StemCounter {
  readonly #stems: readonly { readonly stem: string; readonly worth: number }[];
  readonly #hashes: Int32Array;
  /** The stem at a place of the table, from 1; 0 where there is none. */
  readonly #at: Uint16Array;
  readonly #fields: readonly [Uint16Array, Uint16Array, Uint16Array];
  /** The line that a stem was last seen in, from 1. */
  readonly #seen: Int32Array;

  constructor(stems: readonly { readonly stem: string; readonly worth: number }[]) {
    this.#stems = stems;
    this.#fields = [new Uint16Array(stems.length), new Uint16Array(stems.length), new Uint16Array(stems.length)];
    this.#seen = new Int32Array(stems.length);
    const size = 2 ** Math.ceil(Math.log2(8 * (stems.length + 1)));
    this.#hashes = new Int32Array(size);
    this.#at = new Uint16Array(size);
    for (const [at, { stem }] of stems.entries()) {
      const hash = hashOf(stem);
      let place = mixed(hash) & (size - 1);
      while (this.#at[place] !== 0) place = (place + 1) & (size - 1);
      this.#hashes[place] = hash;
      this.#at[place] = at + 1;
    }
  }

  count(lines: string): CountedTerms {
    const fields = this.#fields;
    for (const counts of fields) counts.fill(0);
    const seen = this.#seen.fill(0);
    const lengths: [number, number, number] = [0, 0, 0];
    let [line, held, bestLine] = [0, 0, 0];
    let hash = SEED;
    let start = 0;
    for (let at = 0; at <= lines.length; at++) {
      const code = at < lines.length ? lines.charCodeAt(at) : LINE_END;
      if (code !== SPACE && code !== LINE_END) {
        hash = (Math.imul(hash, FACTOR) + code) | 0;
        continue;
      }
      const field = line > 2 ? 2 : (line as 0 | 1 | 2);
      if (at > start) {
        lengths[field]++;
        const found = this.#find(lines, start, at, hash);
        if (found >= 0) {
          const counts = fields[field];
          counts[found] = (counts[found] ?? 0) + 1;
          if (seen[found] !== line + 1) held += this.#stems[found]?.worth ?? 0;
          seen[found] = line + 1;
        }
      }
      hash = SEED;
      start = at + 1;
      if (code === LINE_END) {
        if (line !== 1 && held > bestLine) bestLine = held;
        held = 0;
        line++;
      }
    }
    const [inTitle, inSubjects, inBody] = fields;
    const [titleLength, subjectsLength, bodyLength] = lengths;
    return { titleLength, subjectsLength, bodyLength, inTitle, inSubjects, inBody, bestLine };
  }

  #find(lines: string, from: number, to: number, hash: number): number {
    const last = this.#at.length - 1;
    for (let place = mixed(hash) & last; this.#at[place] !== 0; place = (place + 1) & last) {
      if (this.#hashes[place] !== hash) continue;
      const found = (this.#at[place] ?? 0) - 1;
      const stem = this.#stems[found]?.stem ?? "";
      if (stem.length === to - from && lines.startsWith(stem, from)) return found;
    }
    return -1;
  }
}

function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, FACTOR) + word.charCodeAt(at)) | 0;
  return hash;
}

/** Spreads hashes of words alike over the table. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}
