import type { NodeId } from "../compile/diagram-store.ts";
import { getPart } from "../facts/pathway-index.ts";
import type { FeatureId } from "../model/feature.ts";
import { printList } from "../print/print-list.ts";
import { printWindows } from "../print/print-window.ts";
import { keyOfEnd } from "./decision-table.ts";
import type { Flow, FlowEdge, FlowNode, Light } from "./flow.ts";
import type { ExitEnd, Overview, OverviewStage } from "./overview.ts";
import type { Taken } from "./patient-way.ts";

/** What stands at the way from one stage to the next. */
export const ONWARD_WORDS = "no rule of this stage applies";

/** The words of an end, from the pathway's own texts. */
export function wordsOfEnd({ diagrams }: Overview, to: ExitEnd): { readonly title: string; readonly detail?: string } {
  const { index } = diagrams;
  if (to.kind === "clash") return { title: "Rules disagree", detail: "rules of this stage give different advice" };
  if (to.kind === "ask") return { title: "Ask first", detail: `${labelsOf(to.known)}: must be stated, not presumed` };
  const { title } = getPart(index.recommendations, to.code);
  if (to.followUp === undefined) return { title };
  const { what, windows, countedFrom } = getPart(index.followUps, to.followUp);
  return { title, detail: `${what}: ${printWindows(windows)} after ${countedFrom}` };

  function labelsOf(known: readonly FeatureId[]): string {
    return printList(known.map((id) => getPart(index.features, id).label));
  }
}

export interface OverviewFlowOptions {
  /** Whether a patient takes an edge; absent when no patient is shown. */
  readonly way?: (region: NodeId) => Taken;
  /** Where a stage's box leads. */
  readonly hrefOf?: (stage: string) => string;
  /** Draw this stage alone. */
  readonly only?: string;
}

/** The overview as boxes and arrows, a band for each stage. */
export function overviewFlow(overview: Overview, options: OverviewFlowOptions = {}): Flow {
  const stages = overview.stages.filter(({ stage }) => options.only === undefined || stage.id === options.only);
  const lightOf = (region: NodeId): Light => {
    if (options.way === undefined) return "plain";
    return ({ taken: "lit", open: "open", "not-taken": "off" } as const)[options.way(region)];
  };
  const { pathway, profile } = overview.diagrams;
  const label = pathway.profiles.find(({ id }) => id === profile)?.label ?? profile;
  return {
    title: pathway.title,
    description: `${stages.length} stages, tried from top to bottom; each leads to advice, or on to the next. Guideline followed: ${label}.`,
    bands: stages.map((one) => bandOf(overview, one, lightOf, options)),
    downward: stages.flatMap(({ stage, onward }): readonly FlowEdge[] => {
      if (onward?.to === undefined || !stages.some((next) => next.stage === onward.to)) return [];
      const [from, to] = [nodeId(stage.id), nodeId(onward.to.id)];
      return [{ id: `${from}-onward`, from, to, label: ONWARD_WORDS, light: lightOf(onward.region) }];
    }),
  };
}

const nodeId = (stage: string) => `stage-${stage}`;

function bandOf(
  overview: Overview,
  { stage, come, exits, onward }: OverviewStage,
  lightOf: (region: NodeId) => Light,
  { hrefOf }: OverviewFlowOptions,
): Flow["bands"][number] {
  const { index } = overview.diagrams;
  const from = nodeId(stage.id);
  const ends = new Map<string, FlowNode>();
  const edges: FlowEdge[] = [];
  const link = hrefOf === undefined ? {} : { href: hrefOf(stage.id) };
  for (const { id, rule, to, region } of exits) {
    const key = to.kind === "ask" ? `ask ${to.known.join(" ")}` : keyOfEnd(to);
    const light = lightOf(region);
    const known = ends.get(key);
    const end = known?.id ?? `${from}-end-${ends.size + 1}`;
    const emergency = to.kind === "advice" && getPart(index.recommendations, to.code).emergency;
    const kind = to.kind === "advice" ? (emergency ? "emergency" : "advice") : to.kind === "ask" ? "ask" : "fault";
    ends.set(key, { id: end, kind, ...wordsOfEnd(overview, to), light: brighter(known?.light, light), ...link });
    const label = to.kind === "ask" ? `${rule.because}; but something of it is only presumed` : rule.because;
    edges.push({ id: `${from}-${id}`, from, to: end, label, light });
  }
  if (onward !== undefined && onward.to === undefined) {
    const light = lightOf(onward.region);
    const id = `${from}-gap`;
    ends.set("gap", { id, kind: "fault", title: "No advice", detail: "no rule covers this", light, ...link });
    edges.push({ id: `${from}-onward`, from, to: id, label: ONWARD_WORDS, light });
  }
  const stageNode: FlowNode = {
    id: from,
    kind: "stage",
    title: stage.label,
    detail: stage.why,
    light: lightOf(come),
    ...link,
  };
  return { nodes: [stageNode, ...ends.values()], edges };
}

const BRIGHTNESS: readonly Light[] = ["plain", "off", "open", "lit"];

function brighter(one: Light | undefined, other: Light): Light {
  return BRIGHTNESS.indexOf(one ?? "plain") > BRIGHTNESS.indexOf(other) ? (one ?? other) : other;
}
