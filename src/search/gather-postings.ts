import { FIRST_STAGE } from "./first-stage.ts";
import { PostingWriter } from "./postings.ts";
import type { StemEntry } from "./stem-blocks.ts";
import { addToHash, NO_HASH, WordTable } from "./word-table.ts";

const SPACE = 0x20;
const LINE_END = 0x0a;
const FIRST_SIZE = 1 << 14;
/** What is kept of a stem, and where in it what stands. */
const STRIDE = 4;
const SEEN = 1;
const ENTRY = 2;
/** A posting holds no greater frequency. */
const OFTEN_BITS = 8;
const MOST_OFTEN = 0xff;
/** Weights of the lines of a passage: title, subjects, and then its sentences. */
const WEIGHTS = [FIRST_STAGE.title, FIRST_STAGE.subjects, 1] as const;

/** Terms in the fields of one passage. */
export interface FieldLengths {
  readonly title: number;
  readonly subjects: number;
  readonly body: number;
}

/**
 * Gathers the stems of passages that are put into an index or taken out of it. Stems are counted by number where they stand in the lines
 * (`toTermLines`), and what is gathered lies in plain arrays in the order it comes; `changes` orders it by stem.
 */
export class GatheredPostings {
  readonly #stems = new WordTable();
  /** By the number of a stem, side by side: its change, the passage it was last seen in (from 1), and where this passage's entry for it stands. */
  #ofStem = new Int32Array(STRIDE * FIRST_SIZE);
  /** Of each passage that was put in: its slot, and its length for the first stage. */
  readonly #slots: number[] = [];
  readonly #lengths: number[] = [];
  /** An entry for each stem in each passage that was put in: the stem, and the passage with the frequency in its last byte. */
  #entries = 0;
  #stemOf = new Uint32Array(FIRST_SIZE);
  #found = new Uint32Array(FIRST_SIZE);
  #passages = 0;

  /** Puts a passage in. Slots come in their order. */
  add(slot: number, lines: Uint8Array): FieldLengths {
    const passage = this.#slots.push(slot) - 1;
    const lengths = this.#count(lines, 1, passage);
    const { title, subjects, body } = lengths;
    this.#lengths.push(FIRST_STAGE.title * title + FIRST_STAGE.subjects * subjects + body);
    return lengths;
  }

  /** Takes a passage out: its stems are counted, its postings lie elsewhere. */
  remove(lines: Uint8Array): FieldLengths {
    return this.#count(lines, -1, -1);
  }

  #count(lines: Uint8Array, by: 1 | -1, passage: number): FieldLengths {
    this.#passages++;
    const lengths: [number, number, number] = [0, 0, 0];
    let field: 0 | 1 | 2 = 0;
    let hash = NO_HASH;
    let start = 0;
    for (let at = 0; at <= lines.length; at++) {
      const code = at < lines.length ? (lines[at] as number) : LINE_END;
      if (code !== SPACE && code !== LINE_END) {
        hash = addToHash(hash, code);
        continue;
      }
      if (at > start) {
        lengths[field]++;
        this.#hold(this.#stems.numberIn(lines, start, at, hash), WEIGHTS[field], by, passage);
      }
      hash = NO_HASH;
      start = at + 1;
      if (code === LINE_END) field = field === 0 ? 1 : 2;
    }
    const [title, subjects, body] = lengths;
    return { title, subjects, body };
  }

  #hold(stem: number, weight: number, by: 1 | -1, passage: number): void {
    const at = STRIDE * stem;
    if (at >= this.#ofStem.length) {
      const larger = new Int32Array(2 * this.#ofStem.length);
      larger.set(this.#ofStem);
      this.#ofStem = larger;
    }
    const ofStem = this.#ofStem;
    if (ofStem[at + SEEN] !== this.#passages) {
      ofStem[at + SEEN] = this.#passages;
      ofStem[at] = (ofStem[at] as number) + by;
      if (passage >= 0) ofStem[at + ENTRY] = this.#open(stem, passage);
    }
    if (passage < 0) return;
    const entry = ofStem[at + ENTRY] as number;
    const found = this.#found[entry] as number;
    this.#found[entry] = (found & MOST_OFTEN) + weight > MOST_OFTEN ? found | MOST_OFTEN : found + weight;
  }

  #open(stem: number, passage: number): number {
    const entry = this.#entries++;
    if (entry >= this.#stemOf.length) {
      this.#stemOf = roomier(this.#stemOf);
      this.#found = roomier(this.#found);
    }
    this.#stemOf[entry] = stem;
    this.#found[entry] = passage * (MOST_OFTEN + 1);
    return entry;
  }

  isEmpty(): boolean {
    return this.#stems.size === 0;
  }

  /** What one transaction changes for each stem, sorted by key. Each entry holds until the next. */
  *changes(): Generator<StemEntry> {
    const numbers = new Map<string, number>();
    for (let stem = 0; stem < this.#stems.size; stem++) numbers.set(this.#stems.keyOf(stem), stem);
    const [begins, found] = this.#byStem();
    const writer = new PostingWriter();
    for (const key of [...numbers.keys()].sort()) {
      const stem = numbers.get(key) ?? 0;
      this.#write(found, begins[stem] ?? 0, begins[stem + 1] ?? 0, writer);
      yield { key, by: this.#ofStem[STRIDE * stem] ?? 0, ...writer.finish() };
    }
  }

  #write(found: Uint32Array, from: number, to: number, writer: PostingWriter): void {
    for (let at = from; at < to; at++) {
      const one = found[at] as number;
      const passage = one >>> OFTEN_BITS;
      writer.add(this.#slots[passage] as number, one & MOST_OFTEN, this.#lengths[passage] as number);
    }
  }

  /** Forgets what was gathered, and keeps the room for as much. */
  clear(): void {
    this.#ofStem.fill(0, 0, STRIDE * this.#stems.size);
    this.#stems.clear();
    this.#slots.length = 0;
    this.#lengths.length = 0;
    this.#entries = 0;
    this.#passages = 0;
  }

  /** What was found sorted by stem, that of one stem in the order in which it came (a counting sort), and where each stem's begins. */
  #byStem(): readonly [begins: Int32Array, found: Uint32Array] {
    const begins = new Int32Array(this.#stems.size + 2);
    for (let entry = 0; entry < this.#entries; entry++) {
      const after = (this.#stemOf[entry] as number) + 2;
      begins[after] = (begins[after] as number) + 1;
    }
    for (let stem = 2; stem < begins.length; stem++)
      begins[stem] = (begins[stem] as number) + (begins[stem - 1] as number);
    const found = new Uint32Array(this.#entries);
    for (let entry = 0; entry < this.#entries; entry++) {
      const after = (this.#stemOf[entry] as number) + 1;
      const at = begins[after] as number;
      begins[after] = at + 1;
      found[at] = this.#found[entry] as number;
    }
    return [begins, found];
  }
}

function roomier(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}
