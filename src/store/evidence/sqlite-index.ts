import type { DatabaseSync } from "node:sqlite";
import type { RankingProfile } from "../../evidence/corpus.ts";
import {
  type Candidate,
  type CandidateIndex,
  type CorpusStatistics,
  FIRST_STAGE,
  type FoundPassage,
  type WeighedStem,
} from "../../search/candidate-index.ts";
import type { MarkTable } from "./mark-table.ts";
import { SEARCH_TABLES } from "./open-database.ts";
import { toFoundPassage } from "./rows.ts";
import { fromStored } from "./search-tables.ts";

/** Frequencies kept in memory; a stem beyond them is looked up again. */
const MOST_FREQUENCIES = 200_000;

interface Cached {
  readonly generation: number;
  readonly statistics: CorpusStatistics;
}

/** The first stage of search over SQLite's FTS5. */
export class SqliteIndex implements CandidateIndex {
  readonly #database: DatabaseSync;
  readonly #marks: MarkTable;
  readonly #cached = new Map<RankingProfile, Cached>();

  constructor(database: DatabaseSync, marks: MarkTable) {
    this.#database = database;
    this.#marks = marks;
  }

  /** Changes whenever what is searched does. */
  generation(): number {
    return Number(this.#database.prepare("SELECT sum(generation) AS generation FROM totals").get()?.generation ?? 0);
  }

  statistics(profile: RankingProfile): CorpusStatistics {
    const row = this.#database.prepare("SELECT * FROM totals WHERE profile = ?").get(profile);
    const generation = Number(row?.generation ?? 0);
    const known = this.#cached.get(profile);
    if (known?.generation === generation) return known.statistics;
    const passages = Number(row?.passages ?? 0);
    const mean = (field: string) => (passages === 0 ? 0 : Number(row?.[field]) / passages);
    const statistics = {
      passages,
      meanTitleLength: mean("title"),
      meanSubjectsLength: mean("subjects"),
      meanBodyLength: mean("body"),
      ...this.#frequencies(profile),
    };
    this.#cached.set(profile, { generation, statistics });
    return statistics;
  }

  #frequencies(profile: RankingProfile): Pick<CorpusStatistics, "documentFrequency" | "stemsBeginning"> {
    const frequency = this.#database.prepare("SELECT passages FROM frequency WHERE profile = ? AND stem = ?");
    const beginning = this.#database.prepare(
      "SELECT stem FROM frequency WHERE profile = ? AND stem >= ? AND stem < ? AND passages > 0",
    );
    const known = new Map<string, number>();
    return {
      documentFrequency(stem) {
        const found = known.get(stem);
        if (found !== undefined) return found;
        const passages = Number(frequency.get(profile, stem)?.passages ?? 0);
        if (known.size >= MOST_FREQUENCIES) known.clear();
        known.set(stem, passages);
        return passages;
      },
      stemsBeginning: (start) => beginning.all(profile, start, `${start}\u{10ffff}`).map((row) => String(row.stem)),
    };
  }

  findCandidates(profile: RankingProfile, stems: readonly WeighedStem[], limit: number): readonly Candidate[] {
    const table = SEARCH_TABLES[profile];
    // A stem said twice counts twice in FTS5's own sum: that is how it learns of weights.
    const match = stems.flatMap(({ stem, weight }) =>
      Array<string>(Math.min(3, Math.max(1, Math.round(weight)))).fill(`"${stem}"`),
    );
    return this.#database
      .prepare(
        `SELECT terms.hash, terms.terms FROM (
           SELECT rowid, bm25(${table}, ${FIRST_STAGE.title}, ${FIRST_STAGE.subjects}, 1) AS rank_of FROM ${table}
           WHERE ${table} MATCH ? ORDER BY rank_of LIMIT ?
         ) AS first JOIN terms ON terms.passage = first.rowid ORDER BY first.rank_of, terms.hash`,
      )
      .all(match.join(" OR "), limit)
      .map((row) => ({ hash: String(row.hash), terms: fromStored(String(row.terms)) }));
  }

  /** Passages of sources that are released at this moment; one whose source was just quarantined is not shown. */
  getPassages(hashes: readonly string[]): readonly FoundPassage[] {
    const get = this.#database.prepare(
      `SELECT passage.*, document.source, document.key, document.version, document.record FROM passage
       JOIN document ON document.number = passage.document JOIN source ON source.id = document.source
       WHERE passage.hash = ? AND document.current = 1 AND source.state = 'released'`,
    );
    return hashes.flatMap((hash) => {
      const row = get.get(hash);
      return row === undefined ? [] : [toFoundPassage(row, (record) => this.#marks.withStanding(record))];
    });
  }
}
