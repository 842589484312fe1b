import type { DatabaseSync } from "node:sqlite";
import type { EvidenceSource, ImportProgress, SourceOverview } from "../../evidence/corpus.ts";
import type { EvidenceLook } from "../../evidence/evidence-port.ts";
import type { MarkedDocument } from "../../evidence/publication-mark.ts";
import type { Analyser } from "../../search/analyser.ts";
import { MarkTable } from "./mark-table.ts";
import { overviewOf } from "./overview.ts";
import { PostingTable } from "./posting-table.ts";
import { toSource } from "./rows.ts";
import { SqliteIndex } from "./sqlite-index.ts";

const SOURCES = `SELECT source.*,
  (SELECT count(*) FROM document WHERE document.source = source.id AND current = 1) AS documents,
  (SELECT count(*) FROM passage JOIN document ON document.number = passage.document
   WHERE document.source = source.id AND current = 1) AS passages
  FROM source`;

/** What answering, and looking after a store, needs of it. It writes nothing, so it waits for no writer. */
export class EvidenceReader {
  readonly analyser: Analyser;
  readonly index: SqliteIndex;
  readonly #database: DatabaseSync;
  readonly #marks: MarkTable;
  #overview:
    | { readonly key: string; readonly sources: readonly SourceOverview[]; readonly marked: readonly MarkedDocument[] }
    | undefined;

  constructor(database: DatabaseSync, analyser: Analyser) {
    this.#database = database;
    this.analyser = analyser;
    this.#marks = new MarkTable(database);
    this.index = new SqliteIndex(database, new PostingTable(database), this.#marks);
  }

  close(): void {
    this.#database.close();
  }

  /** Name, licence and state of a source, without counting what it holds. */
  findSource(id: string): Omit<EvidenceSource, "documents" | "passages"> | undefined {
    const row = this.#database.prepare("SELECT *, 0 AS documents, 0 AS passages FROM source WHERE id = ?").get(id);
    return row === undefined ? undefined : toSource(row);
  }

  sources(): readonly EvidenceSource[] {
    return this.#database.prepare(`${SOURCES} ORDER BY id`).all().map(toSource);
  }

  /** Sources with their freshness and standing. Looks at every document, so it is kept until something changes. */
  overviews(): readonly SourceOverview[] {
    const sources = this.sources();
    const { marks } = this.#database.prepare("SELECT count(*) AS marks FROM mark").get() ?? {};
    const key = JSON.stringify([this.index.generation(), String(marks), sources]);
    if (this.#overview?.key !== key) {
      const marked = [...this.markedDocuments()];
      this.#overview = { key, sources: overviewOf(this.#database, sources, marked), marked };
    }
    return this.#overview.sources;
  }

  /** The documents that the overviews count as not in good standing. */
  markedInOverviews(): readonly MarkedDocument[] {
    this.overviews();
    return this.#overview?.marked ?? [];
  }

  /** How far the files of each source have been read; also by an import that another process is at. */
  importProgress(): readonly ImportProgress[] {
    const rows = this.#database
      .prepare("SELECT source, file, records, finished FROM checkpoint ORDER BY source, file")
      .all();
    return [...Map.groupBy(rows, ({ source }) => String(source))].map(([source, files]) => ({
      source,
      files: files.length,
      unfinished: files
        .filter(({ finished }) => Number(finished) !== 1)
        .map(({ file, records }) => ({ file: String(file), records: Number(records) })),
    }));
  }

  /** Every current document that is not in good standing, by its own record or by what others say of it. */
  markedDocuments(): Iterable<MarkedDocument> {
    return this.#marks.documents();
  }

  /** All that is seen of the store. Looks at every document where something has changed. */
  look(): EvidenceLook {
    return { sources: this.overviews(), progress: this.importProgress(), marked: this.markedInOverviews() };
  }

  subjectGroups(): Generator<readonly string[]> {
    return subjectGroups(this.#database);
  }
}

/** Names of one subject each, as the documents of released sources give them. */
export function* subjectGroups(database: DatabaseSync): Generator<readonly string[]> {
  const rows = database
    .prepare(
      `SELECT DISTINCT json_extract(record, '$.subjects') AS subjects FROM document JOIN source ON source.id = document.source
       WHERE current = 1 AND state = 'released' AND json_array_length(record, '$.subjects') > 0`,
    )
    .iterate();
  for (const { subjects } of rows) yield JSON.parse(String(subjects)) as readonly string[];
}
