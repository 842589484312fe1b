import type { DatabaseSync } from "node:sqlite";
import type { EvidenceSource } from "../../evidence/corpus.ts";
import type { Analyser } from "../../search/analyser.ts";
import { MarkTable } from "./mark-table.ts";
import { PostingTable } from "./posting-table.ts";
import { toSource } from "./rows.ts";
import { SqliteIndex } from "./sqlite-index.ts";

/** What answering needs of a store. It writes nothing, so it waits for no writer. */
export class EvidenceReader {
  readonly analyser: Analyser;
  readonly index: SqliteIndex;
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync, analyser: Analyser) {
    this.#database = database;
    this.analyser = analyser;
    this.index = new SqliteIndex(database, new PostingTable(database), new MarkTable(database));
  }

  close(): void {
    this.#database.close();
  }

  /** Name, licence and state of a source, without counting what it holds. */
  findSource(id: string): Omit<EvidenceSource, "documents" | "passages"> | undefined {
    const row = this.#database.prepare("SELECT *, 0 AS documents, 0 AS passages FROM source WHERE id = ?").get(id);
    return row === undefined ? undefined : toSource(row);
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
