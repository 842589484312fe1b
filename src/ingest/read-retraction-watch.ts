import { parse } from "csv-parse";
import { z } from "zod";
import type { PublicationStatus } from "../evidence/corpus.ts";
import { isWorse, type MarkList, markValue, type PublicationMark } from "../evidence/publication-mark.ts";
import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import { openText } from "./open-text.ts";

export const retractionDiagnostics = defineDiagnostics({
  "retraction-list-unreadable": {
    severity: "error",
    message: ({ path }: { path: string; reason: string }) => `\`${path}\` is no list in the format of Retraction Watch`,
    help: ({ reason }: { path: string; reason: string }) =>
      `give the CSV file as Crossref publishes it, plain or gzip; nothing of this one was taken (${reason})`,
  },
});

/** Longer records are none: the file lost a quotation mark. */
const LONGEST_RECORD = 1_000_000;

/** Columns that are used, as the file names them. */
const record = z.object({
  RetractionDate: z.string(),
  OriginalPaperDOI: z.string(),
  OriginalPaperPubMedID: z.string(),
  RetractionNature: z.string(),
  Reason: z.string(),
});

const NATURES: readonly (readonly [RegExp, PublicationStatus])[] = [
  [/^reinstatement/i, "current"],
  [/^correction/i, "corrected"],
  [/^expression of concern/i, "concern"],
  [/^retraction/i, "retracted"],
];

/**
 * Reads the Retraction Watch data set (https://doi.org/10.13003/c23rw1d9) as it streams by. Of several records on one publication
 * the worst counts, unless a later one reinstates it. A record of a nature that is not known is an error, never passed over.
 */
export async function readRetractionWatch(path: string): Promise<Result<MarkList>> {
  const histories = new Map<string, PublicationMark[]>();
  let records = 0;
  let unidentified = 0;
  try {
    const rows = parse({ columns: true, bom: true, max_record_size: LONGEST_RECORD, skip_empty_lines: true });
    const feeding = feed(openText(path), rows);
    for await (const row of rows as AsyncIterable<unknown>) {
      records++;
      const marks = toMarks(record.parse(row), records);
      if (marks.length === 0) unidentified++;
      for (const mark of marks) {
        const key = `${mark.by} ${mark.value}`;
        histories.set(key, [...(histories.get(key) ?? []), mark]);
      }
    }
    await feeding;
    if (records === 0) throw new Error("it holds no record");
  } catch (error) {
    const reason = error instanceof z.ZodError ? `column ${String(error.issues[0]?.path[0])}` : reasonOf(error);
    return failed(retractionDiagnostics.report("retraction-list-unreadable", { path, reason }));
  }
  return ok({ marks: [...histories.values()].flatMap(settle), records, unidentified });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : "unreadable";
}

async function feed(chunks: AsyncIterable<string>, rows: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const chunk of chunks)
      if (!rows.write(chunk)) await new Promise<void>((resolve) => rows.once("drain", resolve));
    rows.end();
  } catch (error) {
    // Whoever reads the rows is told; there is nobody else to tell.
    rows.destroy(error instanceof Error ? error : new Error("unreadable"));
  }
}

function toMarks(row: z.output<typeof record>, number: number): readonly PublicationMark[] {
  const status = NATURES.find(([nature]) => nature.test(row.RetractionNature.trim()))?.[1];
  if (status === undefined) throw new Error(`record ${number} has the nature "${row.RetractionNature.slice(0, 40)}"`);
  const date = toDay(row.RetractionDate);
  const reasons = row.Reason.split(";").map((reason) => reason.replace(/^\s*\+/, "").trim());
  const said = reasons.filter((reason) => reason !== "").join("; ");
  const reason = [`Retraction Watch: ${row.RetractionNature.trim().toLowerCase()}`, date, said]
    .filter(Boolean)
    .join(", ");
  const given = [["pmid", row.OriginalPaperPubMedID] as const, ["doi", row.OriginalPaperDOI] as const];
  return given.flatMap(([by, identifier]) => {
    const value = markValue(by, identifier);
    return value === undefined ? [] : [{ by, value, status, reason, ...(date === undefined ? {} : { date }) }];
  });
}

/** `2/28/2019 0:00` as an ISO day. */
function toDay(written: string): string | undefined {
  const [, month, day, year] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(written) ?? [];
  if (month === undefined || day === undefined || year === undefined) return undefined;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function settle(history: readonly PublicationMark[]): readonly PublicationMark[] {
  const inOrder = [...history].sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
  let standing: PublicationMark | undefined;
  for (const mark of inOrder)
    if (standing === undefined || mark.status === "current" || isWorse(mark.status, standing.status)) standing = mark;
  return standing === undefined ? [] : [standing];
}
