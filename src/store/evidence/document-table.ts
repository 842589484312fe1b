import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Passage, RankingProfile } from "../../evidence/corpus.ts";
import type {
  OutdatedDocument,
  PreparedDocument,
  PreparedPassage,
  PreparedTerms,
  TextOrBytes,
} from "../../evidence/evidence-port.ts";
import type { Analyser } from "../../search/analyser.ts";
import type { FoundPassage } from "../../search/candidate-index.ts";
import { LineWriter, linesAt } from "../../search/line-writer.ts";
import type { MarkTable } from "./mark-table.ts";
import { toFoundPassage, toPassage, toRecord } from "./rows.ts";
import type { SearchTables } from "./search-tables.ts";

const PASSAGES = `SELECT passage.*, document.source, document.key, document.version, document.record FROM passage
  JOIN document ON document.number = passage.document JOIN source ON source.id = document.source`;
const SEARCHED = "EXISTS (SELECT 1 FROM searched WHERE searched.passage = passage.number)";

/** What became of a document that was put. */
export interface PutOutcome {
  readonly kind: "added" | "replaced" | "unchanged";
  /** Absent when every passage of the version before stands in this one. */
  readonly outdated?: OutdatedDocument;
}

/** Documents in their versions. Works inside the transaction of its caller. */
export class DocumentTable {
  readonly #database: DatabaseSync;
  readonly #analyser: Analyser;
  readonly #lines: LineWriter;
  readonly #search: SearchTables;
  readonly #marks: MarkTable;
  readonly #latest: StatementSync;
  readonly #insertDocument: StatementSync;
  readonly #insertPassage: StatementSync;

  constructor(database: DatabaseSync, analyser: Analyser, search: SearchTables, marks: MarkTable) {
    this.#database = database;
    this.#analyser = analyser;
    this.#lines = new LineWriter(analyser);
    this.#search = search;
    this.#marks = marks;
    // None but the latest version is in use.
    this.#latest = database.prepare(
      "SELECT number, version, hash, current FROM document WHERE source = ? AND key = ? ORDER BY version DESC LIMIT 1",
    );
    this.#insertDocument = database.prepare(
      "INSERT INTO document (source, key, version, hash, current, record) VALUES (?, ?, ?, ?, 1, CAST(? AS TEXT))",
    );
    this.#insertPassage = database.prepare(
      `INSERT INTO passage (document, ordinal, hash, headings, text, starts, ends, role, grade)
       VALUES (?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?)`,
    );
  }

  /** Stores a document, as a new version when it has changed, and makes it found under the profile, if one is given. */
  put(source: string, prepared: PreparedDocument, profile: RankingProfile | undefined): PutOutcome {
    const { key, hash, record, passages, marks = [], terms } = prepared;
    const latest = this.#latest.get(source, key);
    const known = latest?.current === 1 ? latest : undefined;
    if (known?.hash === hash) return { kind: "unchanged" };
    if (known !== undefined) this.#retireNumber(Number(known.number), source, key);
    if (marks.length > 0) this.#marks.replace(originOf(source, key), marks);
    const version = Number(latest?.version ?? 0) + 1;
    const inserted = this.#insertDocument.run(source, key, version, hash, record);
    const document = Number(inserted.lastInsertRowid);
    const numbers = passages.map((passage, ordinal) => this.#putPassage(document, ordinal, passage));
    if (profile !== undefined) {
      const read = terms?.analyser === this.#analyser.fingerprint ? terms : this.#readTerms(prepared);
      for (const [at, { hash: passage }] of passages.entries())
        this.#search.add(profile, { number: numbers[at] ?? 0, hash: passage, lines: linesAt(read, at) });
    }
    if (known === undefined) return { kind: "added" };
    const outdated = this.#outdatedBy(key, Number(known.number), passages);
    return { kind: "replaced", ...(outdated === undefined ? {} : { outdated }) };
  }

  #readTerms({ record, passages }: PreparedDocument): PreparedTerms {
    return this.#lines.prepare(
      toRecord({ record: toText(record) }),
      passages.map(({ text }) => ({ text: toText(text) })),
    );
  }

  /** Passages of an earlier version are known by their hash: the same words under the same headings still hold. */
  #outdatedBy(key: string, before: number, now: readonly PreparedPassage[]): OutdatedDocument | undefined {
    const standing = new Set(now.map(({ hash }) => hash));
    const hashes = this.#database.prepare("SELECT hash FROM passage WHERE document = ? AND text <> ''").all(before);
    const lost = hashes.filter(({ hash }) => !standing.has(String(hash))).length;
    return lost === 0 ? undefined : { key, passages: hashes.length, lost };
  }

  #putPassage(document: number, ordinal: number, passage: PreparedPassage): number {
    const { hash, headings, text, start, end, role, grade } = passage;
    const inserted = this.#insertPassage.run(
      document,
      ordinal,
      hash,
      headings,
      text,
      start,
      end,
      role ?? null,
      grade ?? null,
    );
    return Number(inserted.lastInsertRowid);
  }

  /** Takes a document out of use; its versions stay addressable. False when there is none in use. */
  retire(source: string, key: string): boolean {
    const known = this.#latest.get(source, key);
    if (known?.current !== 1) return false;
    this.#retireNumber(Number(known.number), source, key);
    return true;
  }

  #retireNumber(document: number, source: string, key: string): void {
    this.#marks.replace(originOf(source, key), []);
    this.#database.prepare("UPDATE document SET current = 0 WHERE number = ?").run(document);
    for (const row of this.#database.prepare("SELECT number FROM passage WHERE document = ?").all(document))
      this.#search.remove(Number(row.number));
  }

  /** Takes some passages out of search that should not be there, and returns how many. */
  hideSome(limit: number): number {
    const rows = this.#database
      .prepare(
        `SELECT passage.number FROM searched JOIN passage ON passage.number = searched.passage
         JOIN document ON document.number = passage.document JOIN source ON source.id = document.source
         WHERE source.state <> 'released' OR document.current = 0 LIMIT ?`,
      )
      .all(limit);
    for (const row of rows) this.#search.remove(Number(row.number));
    return rows.length;
  }

  /** Puts some passages into search that should be there, and returns how many. */
  showSome(limit: number): number {
    const rows = this.#database
      .prepare(
        `SELECT passage.number, passage.hash, passage.text, document.record, source.profile FROM source
         JOIN document ON document.source = source.id JOIN passage ON passage.document = document.number
         WHERE source.state = 'released' AND document.current = 1 AND NOT ${SEARCHED} LIMIT ?`,
      )
      .all(limit);
    for (const row of rows) {
      const { lines } = this.#lines.prepare(toRecord(row), [{ text: String(row.text) }]);
      // The column holds a profile: it was written from one.
      this.#search.add(String(row.profile) as RankingProfile, {
        number: Number(row.number),
        hash: String(row.hash),
        lines,
      });
    }
    return rows.length;
  }

  /** Deletes some documents of a source for good, and returns how many. */
  deleteSome(source: string, limit: number): number {
    const rows = this.#database.prepare("SELECT number, key FROM document WHERE source = ? LIMIT ?").all(source, limit);
    for (const row of rows) {
      const number = Number(row.number);
      this.#retireNumber(number, source, String(row.key));
      this.#database.prepare("DELETE FROM passage WHERE document = ?").run(number);
      this.#database.prepare("DELETE FROM document WHERE number = ?").run(number);
    }
    return rows.length;
  }

  passages(source: string, key: string, version: number | undefined): readonly Passage[] {
    const which = version === undefined ? "document.current = 1" : "document.version = ?";
    return this.#database
      .prepare(`${PASSAGES} WHERE document.source = ? AND document.key = ? AND ${which} ORDER BY ordinal`)
      .all(source, key, ...(version === undefined ? [] : [version]))
      .map(toPassage);
  }

  /** The passages of the current version with what is shown beside them. */
  foundPassages(source: string, key: string): readonly (FoundPassage & { readonly subjects: readonly string[] })[] {
    return this.#database
      .prepare(`${PASSAGES} WHERE document.source = ? AND document.key = ? AND document.current = 1 ORDER BY ordinal`)
      .all(source, key)
      .map((row) => ({ ...toFoundPassage(row, (record) => record), subjects: toRecord(row).subjects }));
  }
}

/** Under which the marks of a document are kept. No list has a name with a space in it. */
function originOf(source: string, key: string): string {
  return `${source} ${key}`;
}

function toText(text: TextOrBytes): string {
  return typeof text === "string" ? text : Buffer.from(text.buffer, text.byteOffset, text.length).toString();
}
