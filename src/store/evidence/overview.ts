import type { DatabaseSync } from "node:sqlite";
import type { EvidenceSource, PublicationStatus, SourceOverview } from "../../evidence/corpus.ts";
import type { MarkedDocument } from "../../evidence/publication-mark.ts";

/** Adds to sources how fresh they are and what of them is not in good standing. */
export function overviewOf(
  database: DatabaseSync,
  sources: readonly EvidenceSource[],
  marked: Iterable<MarkedDocument>,
): readonly SourceOverview[] {
  const dates = new Map(
    database
      .prepare(
        `SELECT source, min(json_extract(record, '$.date')) AS oldest, max(json_extract(record, '$.date')) AS newest
         FROM document WHERE current = 1 GROUP BY source`,
      )
      .all()
      .map((row) => [String(row.source), row]),
  );
  const counts = new Map<string, Partial<Record<PublicationStatus, number>>>();
  for (const { source, status } of marked) {
    const of = counts.get(source) ?? {};
    of[status] = (of[status] ?? 0) + 1;
    counts.set(source, of);
  }
  return sources.map((source) => {
    const { oldest, newest } = dates.get(source.id) ?? {};
    return {
      ...source,
      ...(typeof oldest === "string" ? { oldest } : {}),
      ...(typeof newest === "string" ? { newest } : {}),
      marked: counts.get(source.id) ?? {},
    };
  });
}
