import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { RankingProfile } from "../../evidence/corpus.ts";
import type { Analyser } from "../../search/analyser.ts";
import { bodyLength, firstStageLength, type PassageTerms, passageTerms } from "../../search/candidate-index.ts";
import { FIRST_STAGE } from "../../search/first-stage.ts";
import { PostingWriter } from "../../search/postings.ts";
import { fromTermLines, toTermLines } from "../../search/term-lines.ts";
import type { PostingTable } from "./posting-table.ts";

/** What of a passage is searched. */
export interface SearchablePassage {
  readonly number: number;
  readonly hash: string;
  readonly title: string;
  readonly subjects: readonly string[];
  readonly text: string;
}

/** A merge of the whole index is worth it when one passage in so many is new. */
const WORTH_MERGING = 10;

interface Totals {
  passages: number;
  title: number;
  subjects: number;
  body: number;
}

/** By how much the number of passages with a stem changes, and where the stem stands in those that are new. */
interface Change {
  by: number;
  /** The passage that was counted last, and how often it holds the stem. */
  counted: number;
  frequency: number;
  readonly postings: PostingWriter;
}

/**
 * Keeps postings, stored terms and statistics in step. Postings and changes of statistics are gathered and written by `flush`, which the caller
 * does in the same transaction.
 */
export class SearchTables {
  readonly #database: DatabaseSync;
  readonly #analyser: Analyser;
  readonly #postings: PostingTable;
  readonly #statements = new Map<string, StatementSync>();
  readonly #changes = new Map<RankingProfile, Map<string, Change>>();
  #counted = 0;
  readonly #totals = new Map<RankingProfile, Totals>();

  constructor(database: DatabaseSync, analyser: Analyser, postings: PostingTable) {
    this.#database = database;
    this.#analyser = analyser;
    this.#postings = postings;
  }

  add(profile: RankingProfile, { number, hash, ...fields }: SearchablePassage): void {
    const terms = passageTerms(fields, this.#analyser);
    const added = this.#prepare("INSERT INTO searched (passage, profile, hash, lines) VALUES (?, ?, ?, ?)").run(
      number,
      profile,
      hash,
      toTermLines(terms),
    );
    const length = firstStageLength(terms);
    for (const { postings, frequency } of this.#count(profile, terms, 1))
      postings.add({ slot: Number(added.lastInsertRowid), frequency, length });
  }

  /** Does nothing for a passage that is not searched. Its postings stay until they are merged: no passage is behind them any more. */
  remove(number: number): void {
    const row = this.#prepare("DELETE FROM searched WHERE passage = ? RETURNING profile, lines").get(number);
    if (row === undefined) return;
    // Written by `add`, which takes nothing but a profile.
    this.#count(String(row.profile) as RankingProfile, fromTermLines(String(row.lines)), -1);
  }

  /** Writes what was gathered. */
  flush(): void {
    const change = this.#prepare(
      "INSERT INTO frequency (profile, stem, passages) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET passages = passages + excluded.passages",
    );
    for (const [profile, stems] of this.#changes) {
      for (const [stem, { by }] of stems) if (by !== 0) change.run(profile, stem, by);
      const lists = [...stems].flatMap(([stem, { postings }]) => (postings.isEmpty ? [] : [[stem, postings] as const]));
      if (lists.length > 0) this.#postings.write(profile, lists);
    }
    const total = this.#prepare(
      `INSERT INTO totals (profile, passages, title, subjects, body, generation) VALUES (?, ?, ?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET passages = passages + excluded.passages, title = title + excluded.title,
       subjects = subjects + excluded.subjects, body = body + excluded.body, generation = generation + 1`,
    );
    for (const [profile, by] of this.#totals) total.run(profile, by.passages, by.title, by.subjects, by.body);
    this.discard();
  }

  /** Takes everything out of search. */
  clear(): void {
    this.#postings.clear();
    this.#database.exec(
      `DELETE FROM searched; DELETE FROM sqlite_sequence WHERE name = 'searched'; DELETE FROM frequency;
       UPDATE totals SET passages = 0, title = 0, subjects = 0, body = 0, generation = generation + 1;`,
    );
  }

  /** Merges the index into one piece, when so much was written since the store was opened that it is worth reading all of it. */
  optimise(): void {
    for (const { profile, passages } of this.#prepare("SELECT profile, passages FROM totals").all()) {
      if (this.#counted * WORTH_MERGING < Number(passages)) continue;
      const { last } = this.#prepare("SELECT max(slot) AS last FROM searched").get() ?? {};
      const live = new Uint8Array(Number(last ?? 0) + 1);
      for (const { slot } of this.#prepare("SELECT slot FROM searched WHERE profile = ?").iterate(profile ?? null))
        live[Number(slot)] = 1;
      this.#postings.mergeAll(String(profile) as RankingProfile, (slot) => live[slot] === 1);
    }
  }

  /** Forgets what was gathered, after a transaction that failed. */
  discard(): void {
    this.#changes.clear();
    this.#totals.clear();
  }

  /** Counts a passage in or out, and gives what changed for each of its stems. */
  #count(profile: RankingProfile, { title, subjects, sentences }: PassageTerms, by: 1 | -1): readonly Change[] {
    const changes = this.#changes.get(profile) ?? new Map<string, Change>();
    this.#changes.set(profile, changes);
    const counted = ++this.#counted;
    const held: Change[] = [];
    const countField = (stems: readonly string[], weight: number): void => {
      for (const stem of stems) {
        let change = changes.get(stem);
        if (change === undefined) {
          change = { by: 0, counted: 0, frequency: 0, postings: new PostingWriter() };
          changes.set(stem, change);
        }
        if (change.counted !== counted) {
          change.by += by;
          change.counted = counted;
          change.frequency = 0;
          held.push(change);
        }
        change.frequency += weight;
      }
    };
    countField(title, FIRST_STAGE.title);
    countField(subjects, FIRST_STAGE.subjects);
    for (const stems of sentences) countField(stems, 1);
    const totals = this.#totals.get(profile) ?? { passages: 0, title: 0, subjects: 0, body: 0 };
    this.#totals.set(profile, totals);
    totals.passages += by;
    totals.title += by * title.length;
    totals.subjects += by * subjects.length;
    totals.body += by * bodyLength(sentences);
    return held;
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}
