import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { RankingProfile } from "../../evidence/corpus.ts";
import type { Analyser } from "../../search/analyser.ts";
import { type FieldLengths, GatheredPostings } from "../../search/gather-postings.ts";
import { RANKING_SETTINGS } from "../../search/ranking-settings.ts";
import { FEWEST_PASSAGES, MeaningTable } from "./meaning-table.ts";
import type { PostingTable } from "./posting-table.ts";

/** Raised with every change of how the index is kept. */
const FORM = "postings-2";

/** What an index was made with: under another, what it holds fits no question. */
export function indexForm(analyser: Analyser): string {
  return `${FORM} ${analyser.fingerprint}`;
}

/** What of a passage is searched. */
export interface SearchablePassage {
  readonly number: number;
  readonly hash: string;
  /** Its terms, as `toTermLines` writes them, in UTF-8. */
  readonly lines: Uint8Array;
}

/** A merge of the whole index is worth it when one passage in so many is new. */
const WORTH_MERGING = 10;
/** And learning is, when one in so many came or went. */
const WORTH_LEARNING = 10;

function learnsMeaning(profile: RankingProfile): boolean {
  return RANKING_SETTINGS[profile].meaningShare > 0;
}

interface Totals {
  passages: number;
  title: number;
  subjects: number;
  body: number;
  /** Passages that came, and those that went. */
  changes: number;
}

/**
 * Keeps postings, stored terms and statistics in step. Postings and changes of statistics are gathered and written by `flush`, which the caller
 * does in the same transaction.
 */
export class SearchTables {
  readonly #database: DatabaseSync;
  readonly #postings: PostingTable;
  readonly #meaning: MeaningTable;
  readonly #statements = new Map<string, StatementSync>();
  readonly #changes = new Map<RankingProfile, GatheredPostings>();
  #counted = 0;
  readonly #totals = new Map<RankingProfile, Totals>();

  constructor(database: DatabaseSync, postings: PostingTable) {
    this.#database = database;
    this.#postings = postings;
    this.#meaning = new MeaningTable(database);
  }

  add(profile: RankingProfile, { number, hash, lines }: SearchablePassage): void {
    const added = this.#prepare(
      "INSERT INTO searched (passage, profile, hash, lines) VALUES (?, ?, ?, CAST(? AS TEXT))",
    ).run(number, profile, hash, lines);
    this.#count(profile, 1, this.#gathered(profile).add(Number(added.lastInsertRowid), lines));
  }

  /** Does nothing for a passage that is not searched. Its postings stay until they are merged: no passage is behind them any more. */
  remove(number: number): void {
    const row = this.#prepare(
      "DELETE FROM searched WHERE passage = ? RETURNING profile, CAST(lines AS BLOB) AS lines",
    ).get(number);
    if (row === undefined) return;
    // Written by `add`, which takes nothing but a profile, and read as bytes.
    const profile = String(row.profile) as RankingProfile;
    this.#count(profile, -1, this.#gathered(profile).remove(row.lines as Uint8Array));
  }

  /** Writes what was gathered. */
  flush(): void {
    for (const [profile, gathered] of this.#changes)
      if (!gathered.isEmpty()) this.#postings.write(profile, gathered.changes());
    const total = this.#prepare(
      `INSERT INTO totals (profile, passages, title, subjects, body, generation) VALUES (?, ?, ?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET passages = passages + excluded.passages, title = title + excluded.title,
       subjects = subjects + excluded.subjects, body = body + excluded.body, generation = generation + 1`,
    );
    for (const [profile, by] of this.#totals) {
      total.run(profile, by.passages, by.title, by.subjects, by.body);
      if (learnsMeaning(profile)) this.#meaning.addChanges(profile, by.changes);
    }
    this.discard();
  }

  /** Takes everything out of search. */
  clear(): void {
    this.#postings.clear();
    this.#meaning.clear();
    this.#database.exec(
      `DELETE FROM searched; DELETE FROM sqlite_sequence WHERE name = 'searched';
       UPDATE totals SET passages = 0, title = 0, subjects = 0, body = 0, generation = generation + 1;`,
    );
  }

  /** Merges the index into one piece, when so much was written since the store was opened, and in so many pieces, that it is worth reading all of it. */
  optimise(): void {
    for (const { profile, passages } of this.#prepare("SELECT profile, passages FROM totals").all()) {
      if (this.#counted * WORTH_MERGING < Number(passages)) continue;
      this.#postings.mergeAll(String(profile) as RankingProfile, () => this.#slots(profile ?? null));
    }
  }

  /**
   * Learns what stems mean, where ranking asks for it: when nothing was learned yet, or so much was written since that it is worth learning
   * anew. A stem that came since has no meaning until then, and is found by its letters as ever.
   */
  learn(): void {
    for (const row of this.#prepare("SELECT profile, passages FROM totals").all()) {
      // Written by `flush`, from a profile.
      const profile = String(row.profile) as RankingProfile;
      const passages = Number(row.passages);
      if (!learnsMeaning(profile) || passages < FEWEST_PASSAGES) continue;
      if (this.#meaning.has(profile) && this.#meaning.changesSince(profile) * WORTH_LEARNING < passages) continue;
      this.#meaning.learn(profile);
      this.#prepare("UPDATE totals SET generation = generation + 1 WHERE profile = ?").run(profile);
    }
  }

  /** Which slots of a profile have a passage. */
  #slots(profile: SQLOutputValue): (slot: number) => boolean {
    const { last } = this.#prepare("SELECT max(slot) AS last FROM searched").get() ?? {};
    const live = new Uint8Array(Number(last ?? 0) + 1);
    for (const { slot } of this.#prepare("SELECT slot FROM searched WHERE profile = ?").iterate(profile))
      live[Number(slot)] = 1;
    return (slot) => live[slot] === 1;
  }

  /** Forgets what was gathered, after a transaction that failed. */
  discard(): void {
    for (const gathered of this.#changes.values()) gathered.clear();
    this.#totals.clear();
  }

  #gathered(profile: RankingProfile): GatheredPostings {
    const gathered = this.#changes.get(profile) ?? new GatheredPostings();
    this.#changes.set(profile, gathered);
    return gathered;
  }

  /** Counts a passage in or out. */
  #count(profile: RankingProfile, by: 1 | -1, lengths: FieldLengths): void {
    this.#counted++;
    const totals = this.#totals.get(profile) ?? { passages: 0, title: 0, subjects: 0, body: 0, changes: 0 };
    this.#totals.set(profile, totals);
    totals.changes++;
    totals.passages += by;
    totals.title += by * lengths.title;
    totals.subjects += by * lengths.subjects;
    totals.body += by * lengths.body;
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}
