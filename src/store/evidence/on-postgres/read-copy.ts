import type { RankingProfile } from "../../../evidence/corpus.ts";
import type { Analyser } from "../../../search/analyser.ts";
import type { CorpusStatistics } from "../../../search/candidate-index.ts";
import { SubjectDictionary } from "../../../search/subject-dictionary.ts";
import { toTermVectors } from "../meaning-table.ts";
import { toMeans } from "../rows.ts";
import { type Ask, EvidenceCopy } from "./evidence-copy.ts";

/** Rows of one statement: while they are read, what a server gives is held twice. */
const PAGE = 50_000;

/** Reads what of a copy has to lie in memory: the frequency and the meaning of every stem, and the names of every subject. */
export async function readCopy(id: string, ask: Ask, analyser: Analyser): Promise<EvidenceCopy> {
  const [row] = await ask("SELECT totals FROM evidence_copy WHERE id = $1", id);
  // What stands in a copy was written by the copier, in the shapes that are read here.
  const totals = JSON.parse(String(row?.totals ?? "[]")) as readonly Readonly<Record<string, number | string>>[];
  const statistics: Partial<Record<RankingProfile, CorpusStatistics>> = {};
  for (const of of totals) {
    const profile = String(of.profile) as RankingProfile;
    const [learned] = await ask("SELECT stems, vectors FROM evidence_meaning WHERE profile = $1", profile);
    const vectors = learned === undefined ? undefined : toTermVectors(learned);
    const frequencies = await readFrequencies(profile, ask);
    statistics[profile] = { ...toMeans(of), ...frequencies, findTermVectors: () => vectors };
  }
  const subjects = new SubjectDictionary(await readSubjects(ask), analyser);
  return new EvidenceCopy({ id, statistics, subjects }, ask);
}

async function readFrequencies(
  profile: RankingProfile,
  ask: Ask,
): Promise<Pick<CorpusStatistics, "documentFrequency" | "stemsBeginning">> {
  const known = new Map<string, number>();
  for (let last = ""; ; ) {
    const rows = await ask(
      "SELECT stem, passages FROM evidence_posting WHERE profile = $1 AND stem > $2 ORDER BY stem LIMIT $3",
      profile,
      last,
      PAGE,
    );
    for (const { stem, passages } of rows) known.set(String(stem), Number(passages));
    if (rows.length < PAGE) break;
    last = String(rows.at(-1)?.stem);
  }
  let sorted: readonly string[] | undefined;
  return {
    documentFrequency: (stem) => known.get(stem) ?? 0,
    stemsBeginning(start) {
      sorted ??= [...known.keys()].sort();
      const from = firstNotBefore(sorted, start);
      let to = from;
      while (sorted[to]?.startsWith(start)) to++;
      return sorted.slice(from, to);
    },
  };
}

/** Where the first word stands that is not before another, in words that are sorted. */
function firstNotBefore(sorted: readonly string[], word: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? "") < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

async function readSubjects(ask: Ask): Promise<readonly (readonly string[])[]> {
  const groups: (readonly string[])[] = [];
  for (;;) {
    const rows = await ask(
      "SELECT names FROM evidence_subject WHERE number >= $1 ORDER BY number LIMIT $2",
      groups.length,
      PAGE,
    );
    for (const { names } of rows) groups.push(JSON.parse(String(names)) as readonly string[]);
    if (rows.length < PAGE) return groups;
  }
}
