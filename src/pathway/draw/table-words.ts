import { alternatives } from "../print/print-condition.ts";
import type { StageTable, TableRow } from "./decision-table.ts";
import type { Overview } from "./overview.ts";
import { wordsOfEnd } from "./overview-flow.ts";

/** What a cell says; a dash where the question does not matter. */
export function wordsOfCell({ columns }: StageTable, row: TableRow, at: number): string {
  const cell = row.cells[at];
  const column = columns[at];
  if (cell === undefined || column === undefined) return "–";
  const labels = (places: readonly number[]) =>
    alternatives(places.flatMap((place) => column.values[place]?.label ?? []));
  const others = column.values.flatMap((_, place) => (column.possible[place] && !cell.includes(place) ? [place] : []));
  return others.length * 2 < cell.length ? `Not: ${labels(others)}` : labels(cell);
}

/** What a row comes to, and why. */
export function wordsOfRow(
  overview: Overview,
  { stage }: StageTable,
  { to, rules }: TableRow,
): { readonly title: string; readonly detail?: string; readonly because: readonly string[] } {
  const because = [...new Set(rules.map((rule) => rule.because))];
  if (to.kind !== "onward") return { ...wordsOfEnd(overview, to), because };
  const at = overview.stages.findIndex((one) => one.stage === stage);
  const next = overview.stages[at + 1]?.stage;
  return { title: next === undefined ? "No advice: no rule covers this" : `On to “${next.label}”`, because };
}

/** The tables as text, a Markdown table for each stage. */
export function renderTables(overview: Overview, tables: readonly StageTable[]): string {
  return tables.map((table) => renderTable(overview, table)).join("\n");
}

function renderTable(overview: Overview, table: StageTable): string {
  const inCell = (text: string) => text.replaceAll("|", "\\|");
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(" | ")} |\n`;
  const head = [...table.columns.map(({ label }) => label), "Advice", "Because"];
  const rows = table.rows.map((row) => {
    const { title, detail, because } = wordsOfRow(overview, table, row);
    const advice = detail === undefined ? title : `${title} (${detail})`;
    return line([...table.columns.map((_, at) => wordsOfCell(table, row, at)), advice, because.join("; ")]);
  });
  const meanings = table.columns.flatMap(({ label, meaning }) =>
    meaning === undefined ? [] : [`- ${label}: ${meaning}\n`],
  );
  const notes = meanings.length === 0 ? "" : `\n${meanings.join("")}`;
  const { label, why } = table.stage;
  const rule = line(head.map(() => "---"));
  return `## ${label}\n\n${why}. Exactly one row applies (hit policy: unique).\n\n${line(head)}${rule}${rows.join("")}${notes}`;
}
