import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { RankingProfile } from "../../evidence/corpus.ts";
import { PostingCursor, PostingWriter } from "../../search/postings.ts";
import { BlockCursor, BlockWriter, fromKey, type StemEntry, toKey } from "../../search/stem-blocks.ts";

/** So many segments of one level become one of the next. */
const FAN = 8;

const SEGMENT = "SELECT bytes FROM block WHERE profile = ? AND segment = ? ORDER BY first";

/** A byte that no text in UTF-8 has. */
const AFTER_ALL = "\u00ff";

/** What the index holds of a stem. */
export interface FoundStem {
  /** How many passages hold it. */
  readonly passages: number;
  /** Its lists, whose slots follow upon each other. */
  readonly lists: readonly Uint8Array[];
}

/**
 * Stems with their postings in segments: each batch that is put into search writes one, sorted by stem and cut into blocks, so that nothing that is
 * there is written anew; and some of like size are made into one from time to time (a log-structured merge, O'Neil and others 1996).
 * Within a profile a segment with a greater number has greater slots only, for all segments of a level are merged at once, and what is
 * smaller was merged before. Works inside the transaction of its caller.
 */
export class PostingTable {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #blocks: StatementSync;
  readonly #beginning: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#insert = database.prepare("INSERT INTO block (profile, segment, first, bytes) VALUES (?, ?, ?, ?)");
    // Of each segment the one block that may hold a stem.
    this.#blocks = database.prepare(
      `SELECT (SELECT bytes FROM block WHERE block.profile = segment.profile AND block.segment = segment.number AND first <= ?
         ORDER BY first DESC LIMIT 1) AS bytes FROM segment WHERE profile = ? ORDER BY number`,
    );
    // Of each segment the block that may hold the first stem, and those that begin with one.
    this.#beginning = database.prepare(
      `SELECT bytes FROM segment CROSS JOIN block ON block.profile = segment.profile AND block.segment = segment.number
       WHERE segment.profile = ?1 AND first < ?3 AND first >= coalesce((SELECT max(first) FROM block AS before
         WHERE before.profile = ?1 AND before.segment = segment.number AND before.first <= ?2), x'')`,
    );
  }

  find(profile: RankingProfile, stem: string): FoundStem {
    const key = toKey(stem);
    let passages = 0;
    const lists: Uint8Array[] = [];
    for (const row of this.#blocks.all(toBytes(key), profile)) {
      if (row.bytes === null) continue;
      const cursor = new BlockCursor(bytesOf(row));
      if (!cursor.find(key)) continue;
      passages += cursor.by;
      if (cursor.bytes.length > 0) lists.push(cursor.bytes);
    }
    return { passages, lists };
  }

  /** Stems that begin so, with how many passages hold each; those that none does are left out. */
  stemsBeginning(profile: RankingProfile, start: string): readonly (readonly [stem: string, passages: number])[] {
    const begin = toKey(start);
    const passages = new Map<string, number>();
    for (const row of this.#beginning.all(profile, toBytes(begin), toBytes(begin + AFTER_ALL))) {
      const cursor = new BlockCursor(bytesOf(row));
      while (cursor.next())
        if (cursor.key.startsWith(begin)) passages.set(cursor.key, (passages.get(cursor.key) ?? 0) + cursor.by);
        else if (cursor.key > begin) break;
    }
    return [...passages].flatMap(([key, count]) => (count > 0 ? [[fromKey(key), count] as const] : []));
  }

  /** Writes what was gathered, sorted by key, as one segment, and merges where there are enough of one level. */
  write(profile: RankingProfile, entries: Iterable<StemEntry>): void {
    this.#fill(profile, 0, entries);
    for (let level = 0; ; level++) {
      const full = this.#segments(profile, "AND level = ?", level);
      if (full.length < FAN) return;
      this.#merge(profile, full, level + 1);
    }
  }

  /** Makes one segment of all, without the postings of passages that have left. A question reads a few as quickly, so a few are left as they are. */
  mergeAll(profile: RankingProfile, findLive: () => (slot: number) => boolean): void {
    const all = this.#segments(profile, "");
    if (all.length <= FAN) return;
    const top = this.#database.prepare("SELECT max(level) AS level FROM segment WHERE profile = ?").get(profile);
    this.#merge(profile, all, Number(top?.level ?? 0), findLive());
  }

  /** All that is known of each stem, without the postings of passages that have left. */
  *all(profile: RankingProfile, isLive: (slot: number) => boolean): Generator<StemEntry & { readonly stem: string }> {
    for (const entry of this.#merged(profile, this.#segments(profile, ""), isLive))
      yield { ...entry, stem: fromKey(entry.key) };
  }

  clear(): void {
    this.#database.exec("DELETE FROM block; DELETE FROM segment;");
  }

  #segments(profile: RankingProfile, where: string, ...values: readonly number[]): readonly number[] {
    return this.#database
      .prepare(`SELECT number FROM segment WHERE profile = ? ${where} ORDER BY number`)
      .all(profile, ...values)
      .map(({ number }) => Number(number));
  }

  #fill(profile: RankingProfile, level: number, entries: Iterable<StemEntry>): void {
    const opened = this.#database
      .prepare(
        "INSERT INTO segment (profile, number, level) SELECT ?, coalesce(max(number), 0) + 1, ? FROM segment WHERE profile = ? RETURNING number",
      )
      .get(profile, level, profile);
    const segment = Number(opened?.number);
    const writer = new BlockWriter(({ first, bytes }) => this.#insert.run(profile, segment, toBytes(first), bytes));
    for (const entry of entries) writer.add(entry);
    writer.finish();
  }

  #merge(
    profile: RankingProfile,
    segments: readonly number[],
    level: number,
    isLive?: (slot: number) => boolean,
  ): void {
    this.#fill(profile, level, this.#merged(profile, segments, isLive));
    const drop = [
      "DELETE FROM block WHERE profile = ? AND segment = ?",
      "DELETE FROM segment WHERE profile = ? AND number = ?",
    ];
    for (const sql of drop) {
      const statement = this.#database.prepare(sql);
      for (const segment of segments) statement.run(profile, segment);
    }
  }

  /**
   * The entries of several segments as one for each stem; a stem that no passage holds or held is left out. Each segment is read in its own order,
   * side by side, so that nothing has to be sorted. Each entry holds until the next.
   */
  *#merged(
    profile: RankingProfile,
    segments: readonly number[],
    isLive?: (slot: number) => boolean,
  ): Generator<StemEntry> {
    const readers = segments.map((segment) => this.#entries(profile, segment));
    const heads = readers.map((reader) => reader.next().value);
    const writer = new PostingWriter();
    for (;;) {
      let least: string | undefined;
      for (const head of heads) if (head && (least === undefined || head.key < least)) least = head.key;
      if (least === undefined) return;
      let by = 0;
      for (let at = 0; at < heads.length; at++) {
        const head = heads[at];
        if (head?.key !== least) continue;
        by += head.by;
        if (isLive === undefined) writer.append(head);
        else addLive(head.bytes, isLive, writer);
        heads[at] = readers[at]?.next().value;
      }
      const list = writer.finish();
      if (by !== 0 || list.bytes.length > 0) yield { key: least, by, ...list };
    }
  }

  /** The entries of a segment; each holds until the next. */
  *#entries(profile: RankingProfile, segment: number): Generator<StemEntry, undefined> {
    // A statement goes through its rows once at a time.
    for (const row of this.#database.prepare(SEGMENT).iterate(profile, segment)) {
      const cursor = new BlockCursor(bytesOf(row));
      while (cursor.next()) yield cursor;
    }
  }
}

/** The postings of passages that have not left the index. */
function addLive(bytes: Uint8Array, isLive: (slot: number) => boolean, writer: PostingWriter): void {
  const cursor = new PostingCursor(bytes);
  while (cursor.next()) if (isLive(cursor.slot)) writer.add(cursor.slot, cursor.frequency, cursor.length);
}

function toBytes(key: string): Uint8Array {
  return Buffer.from(key, "latin1");
}

/** The column holds bytes: it was written from them. */
function bytesOf(row: Readonly<Record<string, SQLOutputValue>>): Uint8Array {
  return row.bytes as Uint8Array;
}
