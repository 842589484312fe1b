import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { RankingProfile } from "../../evidence/corpus.ts";
import { joinPostings, keepLive, type PostingList } from "../../search/postings.ts";

/** So many segments of one level become one of the next. */
const FAN = 8;

/**
 * Postings in segments: each batch that is put into search writes one, sorted by stem, so that nothing that is there is written anew; and some of
 * like size are made into one from time to time (a log-structured merge, O'Neil and others 1996). Within a profile a segment with a
 * greater number has greater slots only, for all segments of a level are merged at once, and what is smaller was merged before.
 * Works inside the transaction of its caller.
 */
export class PostingTable {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #lists: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#insert = database.prepare("INSERT INTO posting (profile, segment, stem, last, bytes) VALUES (?, ?, ?, ?, ?)");
    this.#lists = database.prepare(
      `SELECT posting.bytes FROM segment JOIN posting ON posting.profile = segment.profile AND posting.segment = segment.number
       WHERE segment.profile = ? AND posting.stem = ? ORDER BY segment.number`,
    );
  }

  /** The lists of one stem; their slots follow upon each other. */
  lists(profile: RankingProfile, stem: string): readonly Uint8Array[] {
    // The column holds bytes: it was written from them.
    return this.#lists.all(profile, stem).map(({ bytes }) => bytes as Uint8Array);
  }

  /** Writes what was gathered as one segment, and merges where there are enough of one level. */
  write(profile: RankingProfile, lists: Iterable<readonly [stem: string, list: PostingList]>): void {
    const segment = this.#open(profile, 0);
    for (const [stem, { last, bytes }] of lists) this.#insert.run(profile, segment, stem, last, bytes);
    for (let level = 0; ; level++) {
      const full = this.#segments(profile, "AND level = ?", level);
      if (full.length < FAN) return;
      this.#merge(profile, full, level + 1);
    }
  }

  /** Makes one segment of all, without the postings of passages that have left. A question reads a few as quickly, so a few are left as they are. */
  mergeAll(profile: RankingProfile, isLive: (slot: number) => boolean): void {
    const all = this.#segments(profile, "");
    if (all.length <= FAN) return;
    const top = this.#database.prepare("SELECT max(level) AS level FROM segment WHERE profile = ?").get(profile);
    this.#merge(profile, all, Number(top?.level ?? 0), isLive);
  }

  /** All postings as one list for each stem, without those of passages that have left. */
  all(profile: RankingProfile, isLive: (slot: number) => boolean): Generator<[stem: string, list: PostingList]> {
    return this.#merged(profile, this.#segments(profile, ""), isLive);
  }

  clear(): void {
    this.#database.exec("DELETE FROM posting; DELETE FROM segment;");
  }

  #segments(profile: RankingProfile, where: string, ...values: readonly number[]): readonly number[] {
    return this.#database
      .prepare(`SELECT number FROM segment WHERE profile = ? ${where} ORDER BY number`)
      .all(profile, ...values)
      .map(({ number }) => Number(number));
  }

  #open(profile: RankingProfile, level: number): number {
    const opened = this.#database
      .prepare(
        "INSERT INTO segment (profile, number, level) SELECT ?, coalesce(max(number), 0) + 1, ? FROM segment WHERE profile = ? RETURNING number",
      )
      .get(profile, level, profile);
    return Number(opened?.number);
  }

  #merge(
    profile: RankingProfile,
    segments: readonly number[],
    level: number,
    isLive?: (slot: number) => boolean,
  ): void {
    const into = this.#open(profile, level);
    for (const [stem, { last, bytes }] of this.#merged(profile, segments, isLive))
      this.#insert.run(profile, into, stem, last, bytes);
    const drop = [
      "DELETE FROM posting WHERE profile = ? AND segment = ?",
      "DELETE FROM segment WHERE profile = ? AND number = ?",
    ];
    for (const sql of drop) {
      const statement = this.#database.prepare(sql);
      for (const segment of segments) statement.run(profile, segment);
    }
  }

  *#merged(
    profile: RankingProfile,
    segments: readonly number[],
    isLive?: (slot: number) => boolean,
  ): Generator<[stem: string, list: PostingList]> {
    for (const [stem, lists] of this.#byStem(profile, segments)) {
      const joined = joinPostings(lists);
      const list = isLive === undefined ? joined : keepLive(joined.bytes, isLive);
      if (list.bytes.length > 0) yield [stem, list];
    }
  }

  /** The lists of several segments, stem by stem. Each segment is read in its own order, side by side, so that nothing has to be sorted. */
  *#byStem(profile: RankingProfile, segments: readonly number[]): Generator<[stem: string, lists: PostingList[]]> {
    const sql = "SELECT stem, last, bytes FROM posting WHERE profile = ? AND segment = ? ORDER BY stem";
    const readers = segments.map((segment) => this.#database.prepare(sql).iterate(profile, segment));
    const advance = (reader: (typeof readers)[number] | undefined) => {
      const { done, value } = reader?.next() ?? {};
      return done === false ? value : undefined;
    };
    const heads = readers.map(advance);
    for (;;) {
      let least: string | undefined;
      for (const head of heads)
        if (head !== undefined && (least === undefined || isBefore(String(head.stem), least)))
          least = String(head.stem);
      if (least === undefined) return;
      const lists: PostingList[] = [];
      for (const [at, head] of heads.entries()) {
        if (head?.stem !== least) continue;
        lists.push({ last: Number(head.last), bytes: head.bytes as Uint8Array });
        heads[at] = advance(readers[at]);
      }
      yield [least, lists];
    }
  }
}

/** First half of a pair, and what lies beyond pairs. */
const PAIRS = 0xd800;
const BEYOND = 0xe000;

/** The order in which SQLite sorts text: by code point. JavaScript compares halves of a pair, which stand below some whole characters. */
function isBefore(left: string, right: string): boolean {
  let at = 0;
  while (at < left.length && at < right.length && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  const [a, b] = [left, right].map((text) => {
    const code = at < text.length ? text.charCodeAt(at) : -1;
    return code >= PAIRS && code < BEYOND ? code + BEYOND : code;
  });
  return (a ?? 0) < (b ?? 0);
}
