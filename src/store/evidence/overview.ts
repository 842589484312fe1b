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
  const outdated = new Map(
    database
      .prepare(
        `SELECT document.source, count(*) AS passages FROM document JOIN passage ON passage.document = document.number
         WHERE document.current = 0 AND passage.text <> '' AND NOT EXISTS (
           SELECT 1 FROM passage AS same JOIN document AS newer ON newer.number = same.document
           WHERE substr(same.hash, 8, 10) = substr(passage.hash, 8, 10) AND same.hash = passage.hash AND newer.current = 1
         ) GROUP BY document.source`,
      )
      .all()
      .map((row) => [String(row.source), Number(row.passages)]),
  );
  return sources.map((source) => {
    const { oldest, newest } = dates.get(source.id) ?? {};
    return {
      ...source,
      ...(typeof oldest === "string" ? { oldest } : {}),
      ...(typeof newest === "string" ? { newest } : {}),
      marked: counts.get(source.id) ?? {},
      outdated: outdated.get(source.id) ?? 0,
    };
  });
}
