import { FIRST_STAGE } from "./first-stage.ts";
import { PostingWriter } from "./postings.ts";
import type { StemEntry } from "./stem-blocks.ts";
import { addToHash, NO_HASH, WordTable } from "./word-table.ts";

const SPACE = 0x20;
const LINE_END = 0x0a;
const FIRST_SIZE = 1 << 12;
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
  /** By the number of a stem: its change, the passage it was last seen in (from 1), and where this passage's entry for it stands. */
  #by = new Int32Array(FIRST_SIZE);
  #seen = new Int32Array(FIRST_SIZE);
  #entry = new Int32Array(FIRST_SIZE);
  /** Of each passage that was put in: its slot, and its length for the first stage. */
  readonly #slots: number[] = [];
  readonly #lengths: number[] = [];
  /** An entry for each stem in each passage that was put in. */
  #entries = 0;
  #stemOf = new Int32Array(FIRST_SIZE);
  #passageOf = new Int32Array(FIRST_SIZE);
  #frequency = new Int32Array(FIRST_SIZE);
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
    if (stem >= this.#by.length) {
      this.#by = roomier(this.#by);
      this.#seen = roomier(this.#seen);
      this.#entry = roomier(this.#entry);
    }
    if (this.#seen[stem] !== this.#passages) {
      this.#seen[stem] = this.#passages;
      this.#by[stem] = (this.#by[stem] ?? 0) + by;
      if (passage >= 0) this.#entry[stem] = this.#open(stem, passage);
    }
    if (passage < 0) return;
    const entry = this.#entry[stem] ?? 0;
    this.#frequency[entry] = (this.#frequency[entry] ?? 0) + weight;
  }

  #open(stem: number, passage: number): number {
    const entry = this.#entries++;
    if (entry >= this.#stemOf.length) {
      this.#stemOf = roomier(this.#stemOf);
      this.#passageOf = roomier(this.#passageOf);
      this.#frequency = roomier(this.#frequency);
    }
    this.#stemOf[entry] = stem;
    this.#passageOf[entry] = passage;
    this.#frequency[entry] = 0;
    return entry;
  }

  isEmpty(): boolean {
    return this.#stems.size === 0;
  }

  /** What one transaction changes for each stem, sorted by key. Each entry holds until the next. */
  *changes(): Generator<StemEntry> {
    const numbers = new Map<string, number>();
    for (let stem = 0; stem < this.#stems.size; stem++)
      numbers.set(Buffer.from(this.#stems.bytesOf(stem)).toString("latin1"), stem);
    const [begins, entries] = this.#byStem();
    const writer = new PostingWriter();
    for (const key of [...numbers.keys()].sort()) {
      const stem = numbers.get(key) ?? 0;
      for (let at = begins[stem] ?? 0; at < (begins[stem + 1] ?? 0); at++) {
        const entry = entries[at] ?? 0;
        const passage = this.#passageOf[entry] ?? 0;
        const frequency = this.#frequency[entry] ?? 0;
        writer.add({ slot: this.#slots[passage] ?? 0, frequency, length: this.#lengths[passage] ?? 0 });
      }
      yield { key, by: this.#by[stem] ?? 0, ...writer.finish() };
    }
  }

  /** Forgets what was gathered, and keeps the room for as much. */
  clear(): void {
    this.#stems.clear();
    this.#by.fill(0);
    this.#seen.fill(0);
    this.#slots.length = 0;
    this.#lengths.length = 0;
    this.#entries = 0;
    this.#passages = 0;
  }

  /** Entries sorted by stem, those of one stem in the order in which they came (a counting sort), and where each stem's begin. */
  #byStem(): readonly [begins: Int32Array, entries: Int32Array] {
    const begins = new Int32Array(this.#stems.size + 1);
    for (let entry = 0; entry < this.#entries; entry++) {
      const after = (this.#stemOf[entry] ?? 0) + 1;
      begins[after] = (begins[after] ?? 0) + 1;
    }
    for (let stem = 1; stem < begins.length; stem++) begins[stem] = (begins[stem] ?? 0) + (begins[stem - 1] ?? 0);
    const next = begins.slice();
    const entries = new Int32Array(this.#entries);
    for (let entry = 0; entry < this.#entries; entry++) {
      const stem = this.#stemOf[entry] ?? 0;
      const at = next[stem] ?? 0;
      next[stem] = at + 1;
      entries[at] = entry;
    }
    return [begins, entries];
  }
}

function roomier(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
