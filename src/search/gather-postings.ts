import { FIRST_STAGE } from "./first-stage.ts";
import { PostingWriter } from "./postings.ts";
import type { StemEntry } from "./stem-blocks.ts";
import { WordTable, WordText } from "./word-table.ts";

const SPACE = 0x20;
const LINE_END = 0x0a;
const FIRST_SIZE = 1 << 14;
/** Stems are kept from one transaction to the next up to so many, and so many bytes: most of the next one's are the same. */
const MOST_STEMS = 200_000;
const MOST_BYTES = 1 << 22;
/** The slot of a passage that was taken out. */
const NO_SLOT = -1;
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
 * (`toTermLines`), and what is gathered lies in plain arrays in the order it comes; `changes` orders it by stem. Stems keep their numbers, and their
 * order, from one transaction to the next.
 */
export class GatheredPostings {
  readonly #stems = new WordTable();
  readonly #text = new WordText();
  /** The key of each stem that has its place in the order. */
  readonly #keys: string[] = [];
  /** Numbers of stems, sorted by key. */
  #order: readonly number[] = [];
  /** By the number of a stem, the last entry for it, from 1. */
  #lastOf = new Int32Array(FIRST_SIZE);
  /** Of each passage its slot, and its length for the first stage. */
  readonly #slots: number[] = [];
  readonly #lengths: number[] = [];
  /** An entry for each stem in each passage: the stem, and the passage with the frequency in its last byte. */
  #entries = 0;
  #stemOf = new Uint32Array(FIRST_SIZE);
  #found = new Uint32Array(FIRST_SIZE);

  /** Puts a passage in. Slots come in their order. */
  add(slot: number, lines: Uint8Array): FieldLengths {
    const lengths = this.#count(lines, this.#slots.push(slot) - 1);
    const { title, subjects, body } = lengths;
    this.#lengths.push(FIRST_STAGE.title * title + FIRST_STAGE.subjects * subjects + body);
    return lengths;
  }

  /** Takes a passage out: its stems are counted, its postings lie elsewhere. */
  remove(lines: Uint8Array): FieldLengths {
    this.#lengths.push(0);
    return this.#count(lines, this.#slots.push(NO_SLOT) - 1);
  }

  #count(lines: Uint8Array, passage: number): FieldLengths {
    const before = this.#entries;
    const lengths: [number, number, number] = [0, 0, 0];
    let field: 0 | 1 | 2 = 0;
    const text = this.#text;
    text.makeRoom(lines.length + 1);
    const { bytes } = text;
    bytes.set(lines);
    bytes[lines.length] = LINE_END;
    let start = 0;
    for (let at = 0; at <= lines.length; at++) {
      const code = bytes[at] as number;
      if (code !== SPACE && code !== LINE_END) continue;
      if (at > start) {
        lengths[field]++;
        this.#hold(this.#stems.numberIn(text, start, at), WEIGHTS[field], passage, before);
      }
      start = at + 1;
      if (code === LINE_END) field = field === 0 ? 1 : 2;
    }
    const [title, subjects, body] = lengths;
    return { title, subjects, body };
  }

  /** Counts a stem in a passage, whose entries come after the first so many. */
  #hold(stem: number, weight: number, passage: number, before: number): void {
    if (stem >= this.#lastOf.length) {
      const larger = new Int32Array(2 * this.#lastOf.length);
      larger.set(this.#lastOf);
      this.#lastOf = larger;
    }
    let entry = (this.#lastOf[stem] as number) - 1;
    if (entry < before) {
      entry = this.#open(stem, passage);
      this.#lastOf[stem] = entry + 1;
    }
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
    return this.#entries === 0;
  }

  /** What one transaction changes for each stem, sorted by key. Each entry holds until the next. */
  *changes(): Generator<StemEntry> {
    this.#sortStems();
    const [begins, found] = this.#byStem();
    const writer = new PostingWriter();
    for (const stem of this.#order) {
      const begin = begins[stem] as number;
      const end = begins[stem + 1] as number;
      // What this transaction does not hold is there from one before.
      if (begin === end) continue;
      const by = this.#write(found, begin, end, writer);
      yield { key: this.#keys[stem] as string, by, ...writer.finish() };
    }
  }

  /** Puts the stems that are new into their places among the others. */
  #sortStems(): void {
    const keys = this.#keys;
    const known = keys.length;
    for (let stem = known; stem < this.#stems.size; stem++) keys.push(this.#stems.keyOf(stem));
    const isBefore = (one: number, other: number) => (keys[one] as string) < (keys[other] as string);
    const added = Array.from({ length: keys.length - known }, (_, at) => known + at);
    added.sort((one, other) => (isBefore(one, other) ? -1 : 1));
    const before = this.#order;
    const order: number[] = [];
    let next = 0;
    for (const stem of added) {
      while (next < before.length && isBefore(before[next] as number, stem)) order.push(before[next++] as number);
      order.push(stem);
    }
    while (next < before.length) order.push(before[next++] as number);
    this.#order = order;
  }

  /** By how much the number of passages with a stem changes. */
  #write(found: Uint32Array, from: number, to: number, writer: PostingWriter): number {
    let by = 0;
    for (let at = from; at < to; at++) {
      const one = found[at] as number;
      const passage = one >>> OFTEN_BITS;
      const slot = this.#slots[passage] as number;
      by += slot === NO_SLOT ? -1 : 1;
      if (slot !== NO_SLOT) writer.add(slot, one & MOST_OFTEN, this.#lengths[passage] as number);
    }
    return by;
  }

  /** Forgets what was gathered, and keeps the room for as much. */
  clear(): void {
    this.#lastOf.fill(0, 0, this.#stems.size);
    if (this.#stems.size > MOST_STEMS || this.#stems.length > MOST_BYTES) {
      this.#stems.clear();
      this.#keys.length = 0;
      this.#order = [];
    }
    this.#slots.length = 0;
    this.#lengths.length = 0;
    this.#entries = 0;
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
