import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { DocumentRecord, PublicationStatus } from "../../evidence/corpus.ts";
import {
  isWorse,
  type MarkedBy,
  type MarkedDocument,
  markValues,
  type PublicationMark,
} from "../../evidence/publication-mark.ts";
import { toRecord } from "./rows.ts";

/** Who says so: marks of a list are replaced as a whole by its next reading, those of a document go with it. */
export type MarkOrigin = string;

/** What lists and notices say of publications, by identifier: also of those that are imported later. */
export class MarkTable {
  readonly #database: DatabaseSync;
  readonly #find: StatementSync;
  readonly #insert: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#find = database.prepare("SELECT status, reason FROM mark WHERE kind = ? AND value = ?");
    this.#insert = database.prepare(
      "INSERT OR REPLACE INTO mark (origin, kind, value, status, reason) VALUES (?, ?, ?, ?, ?)",
    );
  }

  /** Puts the marks of one origin in the place of those it had. */
  replace(origin: MarkOrigin, marks: readonly PublicationMark[]): void {
    this.#database.prepare("DELETE FROM mark WHERE origin = ?").run(origin);
    for (const { by, value, status, reason } of marks) this.#insert.run(origin, by, value, status, reason);
  }

  /** The document's own record with the worst that is said of it. A reinstatement takes nothing back that its own record says. */
  withStanding<Doc extends DocumentRecord>(document: Doc): Doc {
    let worst: { readonly status: PublicationStatus; readonly statusReason?: string } = document;
    for (const [by, value] of markValues(document.identifiers))
      for (const { status, reason } of this.#marksOn(by, value))
        if (isWorse(status, worst.status)) worst = { status, statusReason: reason };
    return worst === document ? document : { ...document, ...worst };
  }

  #marksOn(by: MarkedBy, value: string): readonly { readonly status: PublicationStatus; readonly reason: string }[] {
    // Written by `replace`, which takes nothing but a status.
    return this.#find
      .all(by, value)
      .map((row) => ({ status: String(row.status) as PublicationStatus, reason: String(row.reason) }));
  }

  /** Every current document that is not in good standing, with who says so. */
  *documents(): Generator<MarkedDocument> {
    const rows = this.#database.prepare("SELECT source, key, record FROM document WHERE current = 1").iterate();
    for (const row of rows) {
      const { title, status, statusReason } = this.withStanding(toRecord(row));
      if (status === "current") continue;
      yield { source: String(row.source), key: String(row.key), title, status, reason: statusReason ?? status };
    }
  }
}
