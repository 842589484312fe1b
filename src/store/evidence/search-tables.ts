import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { RankingProfile } from "../../evidence/corpus.ts";
import type { Analyser } from "../../search/analyser.ts";
import { type PassageTerms, passageTerms } from "../../search/candidate-index.ts";
import { SEARCH_TABLES } from "./open-database.ts";

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

/** By how much the number of passages with a stem changes, and the passage that was counted last: one that holds a stem twice counts once. */
interface Change {
  by: number;
  counted: number;
}

/**
 * Keeps the full-text tables, the stored terms, and the statistics in step. Changes of statistics are gathered and written by `flush`,
 * which the caller does in the same transaction.
 */
export class SearchTables {
  readonly #database: DatabaseSync;
  readonly #analyser: Analyser;
  readonly #statements = new Map<string, StatementSync>();
  readonly #frequencies = new Map<RankingProfile, Map<string, Change>>();
  #counted = 0;
  readonly #totals = new Map<RankingProfile, Totals>();

  constructor(database: DatabaseSync, analyser: Analyser) {
    this.#database = database;
    this.#analyser = analyser;
  }

  add(profile: RankingProfile, { number, hash, ...fields }: SearchablePassage): void {
    const terms = passageTerms(fields, this.#analyser);
    const [title, subjects, ...sentences] = toLines(terms);
    this.#prepare(`INSERT INTO ${SEARCH_TABLES[profile]} (rowid, title, subjects, body) VALUES (?, ?, ?, ?)`).run(
      number,
      title,
      subjects,
      sentences.join(" "),
    );
    this.#prepare("INSERT INTO terms (passage, profile, hash, terms) VALUES (?, ?, ?, ?)").run(
      number,
      profile,
      hash,
      [title, subjects, ...sentences].join("\n"),
    );
    this.#count(profile, terms, 1);
  }

  /** Does nothing for a passage that is not searched. */
  remove(number: number): void {
    const row = this.#prepare("DELETE FROM terms WHERE passage = ? RETURNING profile, terms").get(number);
    if (row === undefined) return;
    // Written by `add`, which takes nothing but a profile.
    const profile = String(row.profile) as RankingProfile;
    this.#prepare(`DELETE FROM ${SEARCH_TABLES[profile]} WHERE rowid = ?`).run(number);
    this.#count(profile, fromStored(String(row.terms)), -1);
  }

  /** Writes the gathered changes of statistics. */
  flush(): void {
    const change = this.#prepare(
      "INSERT INTO frequency (profile, stem, passages) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET passages = passages + excluded.passages",
    );
    for (const [profile, stems] of this.#frequencies)
      for (const [stem, { by }] of stems) if (by !== 0) change.run(profile, stem, by);
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
    for (const table of Object.values(SEARCH_TABLES))
      this.#database.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
    this.#database.exec(
      "DELETE FROM terms; DELETE FROM frequency; UPDATE totals SET passages = 0, title = 0, subjects = 0, body = 0, generation = generation + 1;",
    );
  }

  /** Merges the index into one piece, when so much was written since the store was opened that it is worth reading all of it. */
  optimise(): void {
    const { passages } = this.#prepare("SELECT sum(passages) AS passages FROM totals").get() ?? {};
    if (this.#counted * WORTH_MERGING < Number(passages ?? 0)) return;
    for (const table of Object.values(SEARCH_TABLES))
      this.#database.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
  }

  /** Forgets gathered changes, after a transaction that failed. */
  discard(): void {
    this.#frequencies.clear();
    this.#totals.clear();
  }

  #count(profile: RankingProfile, terms: PassageTerms, by: 1 | -1): void {
    const totals = this.#totals.get(profile) ?? { passages: 0, title: 0, subjects: 0, body: 0 };
    const frequencies = this.#frequencies.get(profile) ?? new Map<string, Change>();
    this.#totals.set(profile, totals);
    this.#frequencies.set(profile, frequencies);
    const counted = ++this.#counted;
    let body = 0;
    for (const stems of [terms.title, terms.subjects, ...terms.sentences]) {
      body += stems.length;
      for (const stem of stems) {
        const change = frequencies.get(stem);
        if (change === undefined) frequencies.set(stem, { by, counted });
        else if (change.counted !== counted) {
          change.by += by;
          change.counted = counted;
        }
      }
    }
    totals.passages += by;
    totals.title += by * terms.title.length;
    totals.subjects += by * terms.subjects.length;
    totals.body += by * (body - terms.title.length - terms.subjects.length);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

/** Stems hold neither spaces nor line breaks: a line each for title, subjects and every sentence. */
function toLines({
  title,
  subjects,
  sentences,
}: PassageTerms): [title: string, subjects: string, ...sentences: string[]] {
  return [title.join(" "), subjects.join(" "), ...sentences.map((stems) => stems.join(" "))];
}

/** The terms of lines as `toLines` made them. */
export function fromStored(text: string): PassageTerms {
  const [title = [], subjects = [], ...sentences] = text
    .split("\n")
    .map((line) => (line === "" ? [] : line.split(" ")));
  return { title, subjects, sentences };
}
