import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { RankingProfile } from "../../evidence/corpus.ts";
import {
  type Candidate,
  type CandidateIndex,
  type CorpusStatistics,
  type FoundPassage,
  meanFirstStageLength,
  type WeighedStem,
} from "../../search/candidate-index.ts";
import { FirstStage } from "../../search/first-stage.ts";
import type { TermVectors } from "../../search/meaning/term-vectors.ts";
import { idfOf } from "../../search/score-candidates.ts";
import type { MarkTable } from "./mark-table.ts";
import { MeaningTable } from "./meaning-table.ts";
import { PART_BITS } from "./open-database.ts";
import type { PostingTable } from "./posting-table.ts";
import { toFoundPassage, toMeans } from "./rows.ts";

/** Frequencies kept in memory; a stem beyond them is looked up again. */
const MOST_FREQUENCIES = 200_000;

interface Cached {
  readonly generation: number;
  readonly statistics: CorpusStatistics;
}

/** The first stage of search over postings in SQLite. */
export class SqliteIndex implements CandidateIndex {
  readonly #postings: PostingTable;
  readonly #marks: MarkTable;
  readonly #meaning: MeaningTable;
  readonly #firstStage = new FirstStage();
  readonly #cached = new Map<RankingProfile, Cached>();
  readonly #generation: StatementSync;
  readonly #totals: StatementSync;
  readonly #searched: StatementSync;
  readonly #passage: StatementSync;

  constructor(database: DatabaseSync, postings: PostingTable, marks: MarkTable) {
    this.#postings = postings;
    this.#marks = marks;
    this.#meaning = new MeaningTable(database);
    this.#generation = database.prepare("SELECT sum(generation) AS generation FROM totals");
    this.#totals = database.prepare("SELECT * FROM totals WHERE profile = ?");
    // All rows in one call, in the order of the slots: two hundred calls take longer than ranking.
    this.#searched = database.prepare(
      "SELECT hash, lines FROM json_each(?) AS wanted CROSS JOIN searched ON searched.slot = wanted.value",
    );
    this.#passage = database.prepare(
      `WITH RECURSIVE part (number) AS
         (SELECT 0 UNION ALL SELECT number + 1 FROM part WHERE number < (SELECT max(number) >> ${PART_BITS} FROM passage))
       SELECT passage.*, document.source, document.key, document.version, document.record FROM part
       CROSS JOIN passage ON passage.number >> ${PART_BITS} = part.number AND substr(passage.hash, 8, 10) = substr(?1, 8, 10)
       JOIN document ON document.number = passage.document JOIN source ON source.id = document.source
       WHERE passage.hash = ?1 AND document.current = 1 AND source.state = 'released'`,
    );
  }

  /** Changes whenever what is searched does. */
  generation(): number {
    return Number(this.#generation.get()?.generation ?? 0);
  }

  statistics(profile: RankingProfile): CorpusStatistics {
    const row = this.#totals.get(profile);
    const generation = Number(row?.generation ?? 0);
    const known = this.#cached.get(profile);
    if (known?.generation === generation) return known.statistics;
    let vectors: { readonly found: TermVectors | undefined } | undefined;
    const findTermVectors = () => {
      vectors ??= { found: this.#meaning.find(profile) };
      return vectors.found;
    };
    const statistics = { ...toMeans(row), ...this.#frequencies(profile), findTermVectors };
    this.#cached.set(profile, { generation, statistics });
    return statistics;
  }

  #frequencies(profile: RankingProfile): Pick<CorpusStatistics, "documentFrequency" | "stemsBeginning"> {
    const known = new Map<string, number>();
    const keep = (stem: string, passages: number): void => {
      if (known.size >= MOST_FREQUENCIES) known.clear();
      known.set(stem, passages);
    };
    return {
      documentFrequency: (stem) => {
        const found = known.get(stem);
        if (found !== undefined) return found;
        const { passages } = this.#postings.find(profile, stem);
        keep(stem, passages);
        return passages;
      },
      // Who asks for them asks next how frequent they are.
      stemsBeginning: (start) =>
        this.#postings.stemsBeginning(profile, start).map(([stem, passages]) => {
          keep(stem, passages);
          return stem;
        }),
    };
  }

  findCandidates(profile: RankingProfile, stems: readonly WeighedStem[], limit: number): readonly Candidate[] {
    const statistics = this.statistics(profile);
    const postings = stems.map(({ stem, weight }) => ({
      weight: weight * idfOf(statistics, stem),
      lists: this.#postings.find(profile, stem).lists,
    }));
    return this.#firstStage.best(postings, meanFirstStageLength(statistics), limit, (slots) =>
      this.#searched
        .all(JSON.stringify(slots))
        .map(({ hash, lines }) => ({ hash: String(hash), lines: String(lines) })),
    );
  }

  /** Passages of sources that are released at this moment; one whose source was just quarantined is not shown. */
  getPassages(hashes: readonly string[]): readonly FoundPassage[] {
    return hashes.flatMap((hash) => {
      const row = this.#passage.get(hash);
      return row === undefined ? [] : [toFoundPassage(row, (record) => this.#marks.withStanding(record))];
    });
  }
}
