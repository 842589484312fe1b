import type { PathwayPicture } from "./draw-pathway.ts";
import { overviewOutline, treeOutline } from "./outline.ts";
import { type OverviewFlowOptions, overviewFlow } from "./overview-flow.ts";
import type { TreeNode } from "./patient-tree.ts";
import { wordsOfCell, wordsOfRow } from "./table-words.ts";

/** A picture for programs: boxes and arrows, the outline, the tables, and what is still open for the patient. */
export function presentPicture(
  { overview, tables }: PathwayPicture,
  options: OverviewFlowOptions,
  tree: TreeNode | undefined,
): unknown {
  const { pathway, profile, index } = overview.diagrams;
  return {
    pathway: pathway.id,
    version: pathway.version,
    profile,
    chart: overviewFlow(overview, options),
    outline: overviewOutline(overview, options),
    tables: tables.map((table) => ({
      stage: table.stage.id,
      hitPolicy: table.hitPolicy,
      columns: table.columns.map(({ label, meaning }) => ({ label, ...(meaning === undefined ? {} : { meaning }) })),
      rows: table.rows.map((row) => ({
        cells: table.columns.map((_, at) => wordsOfCell(table, row, at)),
        ...wordsOfRow(overview, table, row),
        rules: row.rules.map(({ id }) => id),
        ...(options.way === undefined ? {} : { patient: options.way(row.region) }),
      })),
    })),
    ...(tree === undefined ? {} : { open: treeOutline(index, tree) }),
  };
}
