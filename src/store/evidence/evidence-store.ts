import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { EvidenceSource, Passage, SourceState } from "../../evidence/corpus.ts";
import type {
  BatchOutcome,
  Checkpoint,
  EvidenceIntent,
  EvidenceSources,
  EvidenceWriter,
  ImportItem,
  NewSource,
  OutdatedDocument,
} from "../../evidence/evidence-port.ts";
import type { PublicationMark } from "../../evidence/publication-mark.ts";
import { Analyser } from "../../search/analyser.ts";
import type { SearchWords } from "../../search/search-words.ts";
import { DocumentTable } from "./document-table.ts";
import { EvidenceReader } from "./evidence-reader.ts";
import { MarkTable } from "./mark-table.ts";
import { DROP_FORMER_SEARCH, inLongTransaction, inTransaction, openDatabase } from "./open-database.ts";
import { PostingTable } from "./posting-table.ts";
import { indexForm, SearchTables } from "./search-tables.ts";

/** Passages put into search, taken out, or deleted, in one transaction. */
const STEP = 2_000;
/** Items stored between two pauses: a pipe takes no more than its own two hundred kilobytes in each. */
const PAUSE_EVERY = 4;

/**
 * Sources, documents in all their versions, passages, and the search over those of released sources: one SQLite file with one writer.
 * Every method is one transaction, or a row of transactions that can be broken off anywhere and is taken up by the next opening.
 */
/** Under which name a property keeps what is about to be decided of a source. */
const INTENT = "intent ";

export class EvidenceStore extends EvidenceReader implements EvidenceWriter, EvidenceSources {
  readonly #database: DatabaseSync;
  readonly #search: SearchTables;
  readonly #documents: DocumentTable;
  readonly #marks: MarkTable;

  /** In a folder, or in memory without one. */
  constructor(folder: string | undefined, words: Pick<SearchWords, "stopWords">) {
    const database = openDatabase(folder);
    super(database, new Analyser(words));
    this.#database = database;
    this.#marks = new MarkTable(database);
    this.#search = new SearchTables(database, new PostingTable(database));
    this.#documents = new DocumentTable(database, this.analyser, this.#search, this.#marks);
    this.#readWithThisAnalyser();
    this.#settle();
  }

  openSource(source: NewSource): EvidenceSource {
    const { changes } = this.#database
      .prepare(
        "INSERT INTO source (id, title, kind, licence, profile, state, imported) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
      )
      .run(
        source.id,
        source.title,
        source.kind,
        JSON.stringify(source.licence),
        source.profile,
        source.released ? "released" : "pending",
        source.imported,
      );
    // What was decided of a source that is gone is no decision on a new one of its name.
    if (Number(changes) > 0) this.forgetIntent(source.id);
    return this.#getSource(source.id);
  }

  checkpoint(source: string, file: string): Checkpoint | undefined {
    const row = this.#database.prepare("SELECT * FROM checkpoint WHERE source = ? AND file = ?").get(source, file);
    if (row === undefined) return undefined;
    const { fingerprint, records, finished } = row;
    return { file, fingerprint: String(fingerprint), records: Number(records), finished: Number(finished) === 1 };
  }

  storeBatch(source: string, items: Iterable<ImportItem>, checkpoint?: Checkpoint): BatchOutcome {
    return this.#write(() => {
      const batch = this.#openBatch(source);
      for (const item of items) batch.put(item);
      if (checkpoint !== undefined) this.#keepCheckpoint(source, checkpoint);
      return batch.outcome;
    });
  }

  async storeWithPauses(
    source: string,
    items: Iterable<ImportItem>,
    checkpoint: Checkpoint | undefined,
    pause: () => Promise<void>,
  ): Promise<BatchOutcome> {
    try {
      return await inLongTransaction(this.#database, async () => {
        const batch = this.#openBatch(source);
        let stored = 0;
        for (const item of items) {
          batch.put(item);
          if (++stored % PAUSE_EVERY === 0) await pause();
        }
        if (checkpoint !== undefined) this.#keepCheckpoint(source, checkpoint);
        this.#search.flush();
        return batch.outcome;
      });
    } finally {
      this.#search.discard();
    }
  }

  /** Inside a transaction: puts items into a source, and counts what became of them. */
  #openBatch(source: string): { readonly outcome: BatchOutcome; put(item: ImportItem): void } {
    const known = this.findSource(source);
    if (known === undefined) throw new Error(`there is no source ${source}`);
    const profile = known.state === "released" ? known.profile : undefined;
    const outcome = { added: 0, replaced: 0, unchanged: 0, deleted: 0, outdated: [] as OutdatedDocument[] };
    const put = (item: ImportItem): void => {
      if (item.kind === "deletion") {
        outcome.deleted += this.#documents.retire(source, item.key) ? 1 : 0;
        return;
      }
      const { kind, outdated } = this.#documents.put(source, item, profile);
      outcome[kind]++;
      if (outdated !== undefined) outcome.outdated.push(outdated);
    };
    return { outcome, put };
  }

  applyMarks(list: string, marks: readonly PublicationMark[]): void {
    this.#write(() => this.#marks.replace(list, marks));
  }

  setState(source: string, state: SourceState): boolean {
    const changed = this.#write(() => {
      this.#unsettle();
      return this.#database.prepare("UPDATE source SET state = ? WHERE id = ?").run(state, source).changes;
    });
    this.#settle();
    return Number(changed) > 0;
  }

  digestOf(source: string): string | undefined {
    if (this.#database.prepare("SELECT 1 FROM source WHERE id = ?").get(source) === undefined) return undefined;
    const digest = createHash("sha256");
    const documents = this.#database.prepare(
      "SELECT key, hash FROM document WHERE source = ? AND current = 1 ORDER BY key",
    );
    for (const { key, hash } of documents.iterate(source)) digest.update(`${JSON.stringify([key, hash])}\n`);
    return `sha256-${digest.digest("hex")}`;
  }

  intents(): readonly EvidenceIntent[] {
    const rows = this.#database.prepare("SELECT name, value FROM property WHERE name LIKE 'intent %'").all();
    return rows.map(({ name, value }) => ({ source: String(name).slice(INTENT.length), after: Number(value) }));
  }

  intend({ source, after }: EvidenceIntent): void {
    this.#database
      .prepare("INSERT OR REPLACE INTO property (name, value) VALUES (?, ?)")
      .run(INTENT + source, String(after));
  }

  forgetIntent(source: string): void {
    this.#database.prepare("DELETE FROM property WHERE name = ?").run(INTENT + source);
  }

  removeSource(source: string): boolean {
    if (!this.setState(source, "quarantined")) return false;
    while (this.#write(() => this.#documents.deleteSome(source, STEP)) > 0);
    this.#write(() => {
      this.#database.prepare("DELETE FROM checkpoint WHERE source = ?").run(source);
      this.#database.prepare("DELETE FROM source WHERE id = ?").run(source);
    });
    return true;
  }

  /** Passages of one version of a document, the current one when none is named, whatever the state of its source. */
  getDocumentPassages(source: string, key: string, version?: number): readonly Passage[] {
    return this.#documents.passages(source, key, version);
  }

  /** Passages of the current version of a document with what is shown beside them, whatever the state of its source. */
  getFoundPassages(source: string, key: string): ReturnType<DocumentTable["foundPassages"]> {
    return this.#documents.foundPassages(source, key);
  }

  /** Makes reads quicker after much was written. */
  optimise(): void {
    this.#write(() => {
      this.#search.optimise();
      this.#search.learn();
    });
  }

  #getSource(id: string): EvidenceSource {
    const source = this.sources().find((one) => one.id === id);
    if (source === undefined) throw new Error(`there is no source ${id}`);
    return source;
  }

  #keepCheckpoint(source: string, { file, fingerprint, records, finished }: Checkpoint): void {
    this.#database
      .prepare(
        `INSERT INTO checkpoint (source, file, fingerprint, records, finished) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET fingerprint = excluded.fingerprint, records = excluded.records, finished = excluded.finished`,
      )
      .run(source, file, fingerprint, records, finished ? 1 : 0);
  }

  /**
   * Brings search in step with the states of sources: what a broken-off release or quarantine left is taken up here. Looks at every passage,
   * so it does nothing where nothing was begun.
   */
  #settle(): void {
    const isSettled = this.#database.prepare("SELECT 1 FROM property WHERE name = 'unsettled'").get() === undefined;
    if (isSettled) return;
    do {
      while (this.#write(() => this.#documents.hideSome(STEP)) > 0);
      while (this.#write(() => this.#documents.showSome(STEP)) > 0);
    } while (!this.#write(() => this.#endSettling()));
  }

  /** Learns from what is searched now, and says that all is settled; both or neither. Not if another process has meanwhile begun what is not done. */
  #endSettling(): boolean {
    if (this.#documents.hideSome(STEP) + this.#documents.showSome(STEP) > 0) return false;
    this.#search.learn();
    this.#database.exec("DELETE FROM property WHERE name = 'unsettled'");
    return true;
  }

  #unsettle(): void {
    this.#database.exec("INSERT OR REPLACE INTO property (name, value) VALUES ('unsettled', '')");
  }

  /** What was put into search by another analyser, with other stop words, or in another form, fits no question: it is made anew. */
  #readWithThisAnalyser(): void {
    const version = indexForm(this.analyser);
    const known = this.#database.prepare("SELECT value FROM property WHERE name = 'analyser'").get()?.value;
    if (known === version) return;
    this.#write(() => {
      this.#search.clear();
      this.#unsettle();
      this.#database.exec(DROP_FORMER_SEARCH);
      this.#database.prepare("INSERT OR REPLACE INTO property (name, value) VALUES ('analyser', ?)").run(version);
    });
  }

  #write<T>(work: () => T): T {
    try {
      return inTransaction(this.#database, () => {
        const result = work();
        this.#search.flush();
        return result;
      });
    } finally {
      this.#search.discard();
    }
  }
}
