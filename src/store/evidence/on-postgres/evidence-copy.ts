import type { RankingProfile } from "../../../evidence/corpus.ts";
import {
  type Candidate,
  type CandidateIndex,
  type CorpusStatistics,
  type FoundPassage,
  meanFirstStageLength,
  type WeighedStem,
} from "../../../search/candidate-index.ts";
import { FirstStage } from "../../../search/first-stage.ts";
import { idfOf } from "../../../search/score-candidates.ts";
import type { SubjectDictionary } from "../../../search/subject-dictionary.ts";

/** Statements on the server, with `$1` for a value. */
export type Ask = (
  statement: string,
  ...values: readonly unknown[]
) => Promise<readonly Readonly<Record<string, unknown>>[]>;

const LISTS = "SELECT stem, bytes FROM evidence_posting WHERE profile = $1 AND stem = ANY($2)";

/** Rows in the order in which they were asked for. */
const CANDIDATES = `SELECT hash, lines FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (slot, at)
  JOIN evidence_passage USING (slot) ORDER BY at`;

/** A text that stands twice under one heading of a document has one hash and two slots: the first is shown. */
const FOUND = `SELECT DISTINCT ON (at) found FROM unnest($1::text[]) WITH ORDINALITY AS wanted (hash, at)
  JOIN evidence_passage USING (hash) ORDER BY at, slot`;

/** What of a copy lies in memory. */
interface CopyMemory {
  readonly id: string;
  readonly statistics: Readonly<Partial<Record<RankingProfile, CorpusStatistics>>>;
  readonly subjects: SubjectDictionary;
}

const NOTHING: CorpusStatistics = {
  passages: 0,
  meanTitleLength: 0,
  meanSubjectsLength: 0,
  meanBodyLength: 0,
  documentFrequency: () => 0,
  stemsBeginning: () => [],
  findTermVectors: () => undefined,
};

/** The first stage of search over one copy on a PostgreSQL server, which looks up rows by key and ranks nothing. */
export class EvidenceCopy implements CandidateIndex {
  readonly id: string;
  readonly subjects: SubjectDictionary;
  readonly #statistics: CopyMemory["statistics"];
  readonly #ask: Ask;
  readonly #firstStage = new FirstStage();

  constructor({ id, statistics, subjects }: CopyMemory, ask: Ask) {
    this.id = id;
    this.subjects = subjects;
    this.#statistics = statistics;
    this.#ask = ask;
  }

  statistics(profile: RankingProfile): CorpusStatistics {
    return this.#statistics[profile] ?? NOTHING;
  }

  async findCandidates(
    profile: RankingProfile,
    stems: readonly WeighedStem[],
    limit: number,
  ): Promise<readonly Candidate[]> {
    const statistics = this.statistics(profile);
    const rows = await this.#ask(
      LISTS,
      profile,
      stems.map(({ stem }) => stem),
    );
    // The column holds bytes: it was written from them.
    const lists = new Map(rows.map(({ stem, bytes }) => [String(stem), bytes as Uint8Array]));
    const postings = stems.map(({ stem, weight }) => {
      const list = lists.get(stem);
      return { weight: weight * idfOf(statistics, stem), lists: list === undefined ? [] : [list] };
    });
    // Every posting of a copy has its passage, so no slot has to be looked up to be counted.
    const slots = this.#firstStage.best(postings, meanFirstStageLength(statistics), limit, (best) => best);
    const found = await this.#ask(CANDIDATES, slots);
    return found.map(({ hash, lines }) => ({ hash: String(hash), lines: String(lines) }));
  }

  getPassages(hashes: readonly string[]): Promise<readonly FoundPassage[]> {
    return passagesOf(hashes, this.#ask);
  }
}

/** Passages as the copy holds them at this moment, whichever copy that is. */
export async function passagesOf(hashes: readonly string[], ask: Ask): Promise<readonly FoundPassage[]> {
  const rows = await ask(FOUND, hashes);
  // Written by the copier from a passage that was found.
  return rows.map(({ found }) => JSON.parse(String(found)) as FoundPassage);
}
