import type { PreparedTerms } from "../evidence/evidence-port.ts";
import { type Analyser, PLAIN } from "./analyser.ts";
import { splitSentences } from "./split-sentences.ts";
import { MARGIN, WordTable, WordText } from "./word-table.ts";

/** Words are kept up to so many, and so many bytes; a corpus of millions has about as many that occur more than once. */
const MOST_WORDS = 400_000;
const MOST_BYTES = 1 << 24;

/** Of a character in UTF-8, for half a pair at most. */
const MOST_BYTES_EACH = 3;

/** Numbers that are kept of a term, and bytes of it that they hold beside its length. */
const STRIDE = 4;
const AT_HAND = MARGIN - 1;
const LENGTH_BITS = 24;

const SPACE = 0x20;
const LINE_END = 0x0a;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const TO_SMALL = 0x20;
const BEYOND_ASCII = 0x80;

/** What a character is to the cutting of words and sentences. What the table does not reach is not plain. */
const NOT_PLAIN = 0;
const BETWEEN = 1;
const OF_WORD = 2;
const WHITE = 3;
const NEW_LINE = 4;
const STOP = 5;
const DASH = 6;
const KINDS = Uint8Array.from({ length: 0x2300 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): number {
  if (!PLAIN.test(character)) return NOT_PLAIN;
  if (/[A-Za-z0-9]/.test(character)) return OF_WORD;
  if (character === "\n") return NEW_LINE;
  if (/\s/.test(character)) return WHITE;
  if (/[.!?;:]/.test(character)) return STOP;
  return character === "-" ? DASH : BETWEEN;
}

interface LineSource {
  readonly title: string;
  readonly subjects: readonly string[];
}

/** The lines of one passage. */
export function linesAt({ lines, ends }: PreparedTerms, passage: number): Uint8Array {
  return lines.subarray(ends[passage - 1] ?? 0, ends[passage] ?? 0);
}

/**
 * Writes the terms of passages as lines (`toTermLines`) in UTF-8. An import makes some million terms a second: plain text is cut, folded, looked up
 * and written byte by byte, in one pass and without a string for any word.
 * INVARIANT: the lines are those of `passageLines`, which is the slow way and taken for all other text.
 */
export class LineWriter {
  readonly #analyser: Analyser;
  readonly #words = new WordTable();
  /** The term of each word: its bytes, as three numbers, the last of which ends with its length, 0 for a stop word. */
  #terms = new Int32Array(STRIDE << 12);
  /** Terms that are too long for that, by the number of their word. */
  readonly #longTerms = new Map<number, Uint8Array>();
  /** Words that have theirs. */
  #made = 0;
  readonly #text = new WordText();
  #lines = new Uint8Array(1 << 12);
  #view = new DataView(this.#lines.buffer);
  #length = 0;
  readonly #encoder = new TextEncoder();

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
  }

  /** What search reads of the passages of a document, whose title and subjects are read once. */
  prepare({ title, subjects }: LineSource, passages: readonly { readonly text: string }[]): PreparedTerms {
    if (this.#words.size > MOST_WORDS || this.#words.length > MOST_BYTES) {
      this.#words.clear();
      this.#longTerms.clear();
      this.#made = 0;
    }
    this.#length = 0;
    this.#writeTerms(title, false);
    this.#put(LINE_END);
    this.#writeTerms(subjects.join(" "), false);
    const first = this.#length;
    const ends = passages.map(({ text }, at) => {
      if (at > 0) this.#putAgain(first);
      this.#writeTerms(text.trim() === "" ? subjects.join(". ") : text, true);
      return this.#length;
    });
    return { analyser: this.#analyser.fingerprint, lines: this.#lines.slice(0, this.#length), ends };
  }

  /** What was put first, once more. */
  #putAgain(length: number): void {
    this.#makeRoom(length);
    this.#lines.copyWithin(this.#length, 0, length);
    this.#length += length;
  }

  /** Either as one line that has begun, or each sentence as a line of its own. */
  #writeTerms(text: string, isCut: boolean): void {
    const before = this.#length;
    if (this.#writePlain(text, isCut)) return;
    this.#length = before;
    const sentences = isCut ? splitSentences(text) : [{ text }];
    for (const sentence of sentences) {
      const terms = this.#analyser.terms(sentence.text).join(" ");
      if (terms === "") continue;
      if (isCut) this.#put(LINE_END);
      this.#putAll(Buffer.from(terms));
    }
  }

  /** False when some of the text is not plain. */
  #writePlain(text: string, isCut: boolean): boolean {
    this.#text.makeRoom(MOST_BYTES_EACH * text.length + 1);
    const { bytes } = this.#text;
    const { written } = this.#encoder.encodeInto(text, bytes);
    bytes[written] = SPACE;
    // What stands before a term: a sentence may have ended since the last one.
    let before = isCut ? LINE_END : 0;
    let gap = BETWEEN;
    let start = 0;
    for (let at = 0; at <= written; at++) {
      let code = bytes[at] as number;
      if (code >= CAPITAL_A && code <= CAPITAL_Z) {
        code += TO_SMALL;
        bytes[at] = code;
      }
      let kind = code < BEYOND_ASCII ? (KINDS[code] as number) : NOT_PLAIN;
      if (kind === OF_WORD) continue;
      const end = at;
      if (kind === NOT_PLAIN) {
        // Of two bytes, or of three; what is longer lies beyond the table.
        const isPair = code < 0xe0;
        code = isPair
          ? ((code & 0x1f) << 6) | ((bytes[at + 1] as number) & 0x3f)
          : ((code & 0x0f) << 12) | (((bytes[at + 1] as number) & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f);
        kind = (bytes[at] as number) < 0xf0 && code < KINDS.length ? (KINDS[code] as number) : NOT_PLAIN;
        if (kind === NOT_PLAIN) return false;
        at += isPair ? 1 : 2;
      }
      if (end > start) {
        if (this.#writeTerm(before, this.#words.numberIn(this.#text, start, end))) before = SPACE;
        gap = BETWEEN;
      }
      start = at + 1;
      // A sentence ends as `splitSentences` has it: at white space after a stop, at a dash between white space, at the end of a line.
      const isWhite = kind === WHITE || kind === NEW_LINE;
      if (isCut && (kind === NEW_LINE || (isWhite && (gap === STOP || gap === DASH)))) before = LINE_END;
      gap = isWhite ? WHITE : kind === DASH && gap !== WHITE ? BETWEEN : kind;
    }
    return true;
  }

  /** Writes the term of a word with what stands before it. False when the word is left out. */
  #writeTerm(before: number, word: number): boolean {
    if (word === this.#made) this.#make(word);
    const at = STRIDE * word;
    const terms = this.#terms;
    const last = terms[at + 2] as number;
    const length = last >>> LENGTH_BITS;
    if (length === 0) return false;
    this.#makeRoom(1 + MARGIN);
    if (before !== 0) this.#lines[this.#length++] = before;
    if (length > AT_HAND) {
      this.#putAll(this.#longTerms.get(word) ?? new Uint8Array());
      return true;
    }
    // What is written beyond the term is written over by what comes next.
    const view = this.#view;
    view.setInt32(this.#length, terms[at] as number, true);
    view.setInt32(this.#length + 4, terms[at + 1] as number, true);
    view.setInt32(this.#length + 8, last, true);
    this.#length += length;
    return true;
  }

  #make(word: number): void {
    // Words of plain text are ASCII.
    const [term = ""] = this.#analyser.terms(this.#words.keyOf(word));
    const bytes = Buffer.from(term);
    if (STRIDE * (word + 1) > this.#terms.length) {
      const larger = new Int32Array(2 * this.#terms.length);
      larger.set(this.#terms);
      this.#terms = larger;
    }
    const atHand = Buffer.alloc(MARGIN);
    atHand[AT_HAND] = Math.min(bytes.length, AT_HAND + 1);
    if (bytes.length > AT_HAND) this.#longTerms.set(word, bytes);
    else atHand.set(bytes);
    for (let number = 0; number < 3; number++) this.#terms[STRIDE * word + number] = atHand.readInt32LE(4 * number);
    this.#made++;
  }

  #putAll(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#lines.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #put(byte: number): void {
    this.#makeRoom(1);
    this.#lines[this.#length++] = byte;
  }

  #makeRoom(length: number): void {
    if (this.#length + length <= this.#lines.length) return;
    const larger = new Uint8Array(2 * (this.#length + length));
    larger.set(this.#lines);
    this.#lines = larger;
    this.#view = new DataView(larger.buffer);
  }
}
