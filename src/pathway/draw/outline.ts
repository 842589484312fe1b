import type { PathwayIndex } from "../facts/pathway-index.ts";
import { printCondition } from "../print/print-condition.ts";
import type { Light } from "./flow.ts";
import type { Overview } from "./overview.ts";
import { ONWARD_WORDS, type OverviewFlowOptions, wordsOfEnd } from "./overview-flow.ts";
import type { TreeNode } from "./patient-tree.ts";
import { wordsOfFolded, wordsOfOutcome } from "./tree-flow.ts";

/** The drawing as nested text: each line with what lies under it. */
export interface OutlineItem {
  readonly id?: string;
  readonly text: string;
  /** The reason, in the pathway's words. */
  readonly detail?: string;
  readonly light: Light;
  readonly children: readonly OutlineItem[];
}

/** The text twin of the overview: every stage, every exit with its reason and condition, every way onward. */
export function overviewOutline(overview: Overview, { way, only }: OverviewFlowOptions = {}): readonly OutlineItem[] {
  const { index } = overview.diagrams;
  const lightOf = (region: number): Light =>
    way === undefined ? "plain" : ({ taken: "lit", open: "open", "not-taken": "off" } as const)[way(region)];
  return overview.stages
    .filter(({ stage }) => only === undefined || stage.id === only)
    .map(({ stage, come, exits, onward }) => {
      const ways = exits.map(({ rule, to, region }): OutlineItem => {
        const { title, detail } = wordsOfEnd(overview, to);
        const asked = to.kind === "ask" ? "; but something of it is only presumed" : "";
        const when = {
          text: `When: ${printCondition(index, rule.when)}${asked}`,
          light: "plain",
          children: [],
        } as const;
        const text = `${rule.because}${asked} → ${title}${detail === undefined ? "" : ` (${detail})`}`;
        return { text, light: lightOf(region), children: [when] };
      });
      const next = onward?.to === undefined ? "No advice: no rule covers this" : `on to “${onward.to.label}”`;
      const rest: readonly OutlineItem[] =
        onward === undefined
          ? []
          : [{ text: `${ONWARD_WORDS} → ${next}`, light: lightOf(onward.region), children: [] }];
      return { id: stage.id, text: stage.label, detail: stage.why, light: lightOf(come), children: [...ways, ...rest] };
    });
}

/** The text twin of one patient's tree. */
export function treeOutline(index: PathwayIndex, tree: TreeNode): OutlineItem {
  if (tree.kind === "end") return { text: wordsOfOutcome(index, tree.outcome), light: "plain", children: [] };
  if (tree.kind === "folded")
    return { text: tree.feature.ask, detail: wordsOfFolded(index, tree), light: "plain", children: [] };
  return {
    text: tree.feature.ask,
    light: "plain",
    children: tree.branches.map(({ answer, unknown, to }): OutlineItem => {
      const below = treeOutline(index, to);
      const light = unknown ? "open" : "plain";
      return to.kind === "end"
        ? { text: `${answer} → ${below.text}`, light, children: [] }
        : { text: answer, light, children: [below] };
    }),
  };
}

const MARKS: Readonly<Record<Light, string>> = { lit: "▶ ", open: "? ", off: "· ", plain: "" };

/** An outline as indented lines. ▶ marks what is on the patient's way, ? what may be, · what is not. */
export function renderOutline(items: readonly OutlineItem[], depth = 0): string {
  return items
    .map(({ text, detail, light, children }) => {
      const line = `${"  ".repeat(depth)}- ${MARKS[light]}${text}${detail === undefined ? "" : ` (${detail})`}\n`;
      return line + renderOutline(children, depth + 1);
    })
    .join("");
}
