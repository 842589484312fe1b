import type { ImportReport } from "../evidence/import-report.ts";

/** What an import has done, for people. */
export function renderImport(report: ImportReport): string {
  const { added, replaced, unchanged, deleted, refused, filesUnchanged, filesPassedOver, refusals, failures } = report;
  const { changed, changes, outdated, outdatings } = report;
  const lines = [
    `${added} added, ${replaced} replaced, ${unchanged} unchanged, ${deleted} taken back, ${refused} refused`,
    ...(filesUnchanged > 0 ? [`${filesUnchanged} files were read before and have not changed`] : []),
    ...(filesPassedOver > 0 ? [`${filesPassedOver} files of other kinds were passed over`] : []),
    ...refusals.map(({ file, place, reason }) => `refused: ${file}, ${place}: ${reason}`),
    ...(refused > refusals.length ? [`refused: ${refused - refusals.length} more`] : []),
    ...changes.map(({ file, place, reason }) => `taken with changes: ${file}, ${place}: ${reason}`),
    ...(changed > changes.length ? [`taken with changes: ${changed - changes.length} more`] : []),
    ...outdatings.map(({ file, place, reason }) => `quotes may no longer hold: ${file}, ${place}: ${reason}`),
    ...(outdated > outdatings.length ? [`quotes may no longer hold: ${outdated - outdatings.length} more`] : []),
    ...failures.map(({ file, reason }) => `not read to its end: ${file}: ${reason}`),
  ];
  return `${lines.join("\n")}\n`;
}
