import type { SQLOutputValue } from "node:sqlite";
import type { DocumentRecord, EvidenceSource, Passage } from "../../evidence/corpus.ts";
import type { CorpusStatistics, FoundPassage } from "../../search/candidate-index.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Rows are written by this room alone, in the shapes it reads back: the casts here lean on that. */
export function toRecord(row: Row): DocumentRecord {
  return JSON.parse(String(row.record)) as DocumentRecord;
}

export function toPassage(row: Row): Passage {
  return {
    hash: String(row.hash),
    source: String(row.source),
    document: String(row.key),
    version: Number(row.version),
    ordinal: Number(row.ordinal),
    headings: JSON.parse(String(row.headings)) as readonly string[],
    text: String(row.text),
    start: Number(row.starts),
    end: Number(row.ends),
    ...(row.role === null ? {} : { role: String(row.role) as NonNullable<Passage["role"]> }),
    ...(row.grade === null ? {} : { grade: String(row.grade) }),
  };
}

/** `standing` adds to the document's record what others say of it. */
export function toFoundPassage(row: Row, standing: (record: DocumentRecord) => DocumentRecord): FoundPassage {
  const { title, type, status, statusReason, date, url, issuer } = standing(toRecord(row));
  return {
    passage: toPassage(row),
    title,
    type,
    status,
    ...(statusReason === undefined ? {} : { statusReason }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(issuer === undefined ? {} : { issuer }),
  };
}

/** Mean lengths, from sums over all passages of a profile; without a row there are none. */
export function toMeans(
  row: Row | undefined,
): Pick<CorpusStatistics, "passages" | "meanTitleLength" | "meanSubjectsLength" | "meanBodyLength"> {
  const passages = Number(row?.passages ?? 0);
  const mean = (field: string) => (passages === 0 ? 0 : Number(row?.[field]) / passages);
  return {
    passages,
    meanTitleLength: mean("title"),
    meanSubjectsLength: mean("subjects"),
    meanBodyLength: mean("body"),
  };
}

export function toSource(row: Row): EvidenceSource {
  return {
    id: String(row.id),
    title: String(row.title),
    kind: String(row.kind),
    licence: JSON.parse(String(row.licence)) as EvidenceSource["licence"],
    profile: String(row.profile) as EvidenceSource["profile"],
    state: String(row.state) as EvidenceSource["state"],
    imported: String(row.imported),
    documents: Number(row.documents),
    passages: Number(row.passages),
  };
}
