import type { DatabaseSync } from "node:sqlite";
import type { RankingProfile } from "../../evidence/corpus.ts";
import { learnTermVectors } from "../../search/meaning/learn-term-vectors.ts";
import { TermVectors } from "../../search/meaning/term-vectors.ts";

/** Passages that are learned from at most: some seconds of work, whatever the size of the corpus. Drawn by hash, which is as good as by lot. */
const MOST_PASSAGES = 40_000;
/** Of fewer passages stems keep company by chance: of 300 what is learned orders pages no better, and of 100 worse. */
export const FEWEST_PASSAGES = 600;
/** Under which name, with the profile, a property keeps how much has changed since. */
const CHANGES = "unlearned ";

/** What the stems of each profile mean, learned from its passages and kept beside them. */
export class MeaningTable {
  readonly #database: DatabaseSync;
  readonly #known = new Map<RankingProfile, { readonly generation: number; readonly vectors: TermVectors }>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  find(profile: RankingProfile): TermVectors | undefined {
    const generation = this.#database
      .prepare("SELECT generation FROM meaning WHERE profile = ?")
      .get(profile)?.generation;
    if (generation === undefined) return undefined;
    const known = this.#known.get(profile);
    if (known?.generation === generation) return known.vectors;
    const row = this.#database.prepare("SELECT * FROM meaning WHERE profile = ?").get(profile);
    if (row === undefined) return undefined;
    const vectors = toTermVectors(row);
    this.#known.set(profile, { generation: Number(row.generation), vectors });
    return vectors;
  }

  has(profile: RankingProfile): boolean {
    return this.#database.prepare("SELECT 1 FROM meaning WHERE profile = ?").get(profile) !== undefined;
  }

  /** How many passages came or went since it was learned last, by whatever process. */
  changesSince(profile: RankingProfile): number {
    const kept = this.#database.prepare("SELECT value FROM property WHERE name = ?").get(CHANGES + profile);
    return Number(kept?.value ?? 0);
  }

  addChanges(profile: RankingProfile, passages: number): void {
    this.#database
      .prepare(
        "INSERT INTO property (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = CAST(value + excluded.value AS TEXT)",
      )
      .run(CHANGES + profile, String(passages));
  }

  /** Learns anew from what is searched now. The caller raises the generation of what is searched. */
  learn(profile: RankingProfile): void {
    const { stems, bytes } = learnTermVectors(this.#sample(profile));
    this.#database
      .prepare(
        `INSERT INTO meaning (profile, generation, stems, vectors) VALUES (?, 1, ?, ?)
         ON CONFLICT DO UPDATE SET generation = generation + 1, stems = excluded.stems, vectors = excluded.vectors`,
      )
      .run(profile, stems.join(" "), new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
    this.#database.prepare("DELETE FROM property WHERE name = ?").run(CHANGES + profile);
  }

  /** In the order of hashes, so that it does not matter in which order they were imported. */
  *#sample(profile: RankingProfile): Generator<string> {
    const drawn = this.#database.prepare("SELECT slot FROM searched WHERE profile = ? ORDER BY hash, slot LIMIT ?");
    const one = this.#database.prepare("SELECT lines FROM searched WHERE slot = ?");
    for (const { slot } of drawn.all(profile, MOST_PASSAGES)) yield String(one.get(slot ?? null)?.lines ?? "");
  }

  clear(): void {
    this.#database.exec(`DELETE FROM meaning; DELETE FROM property WHERE name LIKE '${CHANGES}%'`);
  }
}

/** Vectors as they are kept: stems between spaces, which none of them holds, and the bytes of all. */
export function toTermVectors({ stems, vectors }: Readonly<Record<string, unknown>>): TermVectors {
  // The column holds bytes: it was written from them.
  const bytes = vectors as Uint8Array;
  const all = String(stems);
  return new TermVectors(all === "" ? [] : all.split(" "), new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
}
