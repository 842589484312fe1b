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

interface Totals {
  passages: number;
  title: number;
  subjects: number;
  body: number;
}

/**
 * Keeps the full-text tables, the stored terms, and the statistics in step. Changes of statistics are gathered and written by `flush`,
 * which the caller does in the same transaction.
 */
export class SearchTables {
  readonly #database: DatabaseSync;
  readonly #analyser: Analyser;
  readonly #statements = new Map<string, StatementSync>();
  readonly #frequencies = new Map<RankingProfile, Map<string, number>>();
  readonly #totals = new Map<RankingProfile, Totals>();

  constructor(database: DatabaseSync, analyser: Analyser) {
    this.#database = database;
    this.#analyser = analyser;
  }

  add(profile: RankingProfile, { number, hash, ...fields }: SearchablePassage): void {
    const terms = passageTerms(fields, this.#analyser);
    const body = terms.sentences.map((sentence) => sentence.join(" ")).join(" ");
    this.#prepare(`INSERT INTO ${SEARCH_TABLES[profile]} (rowid, title, subjects, body) VALUES (?, ?, ?, ?)`).run(
      number,
      terms.title.join(" "),
      terms.subjects.join(" "),
      body,
    );
    this.#prepare("INSERT INTO terms (passage, profile, hash, terms) VALUES (?, ?, ?, ?)").run(
      number,
      profile,
      hash,
      toStored(terms),
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
      for (const [stem, by] of stems) if (by !== 0) change.run(profile, stem, by);
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

  optimise(): void {
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
    const frequencies = this.#frequencies.get(profile) ?? new Map<string, number>();
    this.#totals.set(profile, totals);
    this.#frequencies.set(profile, frequencies);
    const body = terms.sentences.flat();
    totals.passages += by;
    totals.title += by * terms.title.length;
    totals.subjects += by * terms.subjects.length;
    totals.body += by * body.length;
    for (const stem of new Set([...terms.title, ...terms.subjects, ...body]))
      frequencies.set(stem, (frequencies.get(stem) ?? 0) + by);
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
function toStored({ title, subjects, sentences }: PassageTerms): string {
  return [title, subjects, ...sentences].map((stems) => stems.join(" ")).join("\n");
}

/** The terms as `toStored` wrote them. */
export function fromStored(text: string): PassageTerms {
  const [title = [], subjects = [], ...sentences] = text
    .split("\n")
    .map((line) => (line === "" ? [] : line.split(" ")));
  return { title, subjects, sentences };
}
