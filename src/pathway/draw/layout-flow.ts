import { Graph, layout } from "@dagrejs/dagre";
import type { Flow, FlowEdge, FlowNode } from "./flow.ts";
import { type TextBlock, wrapText } from "./wrap-text.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box with its centre, in pixels of the drawing. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Box {
  readonly node: FlowNode;
  readonly title: TextBlock;
  readonly detail: TextBlock;
}

export interface PlacedEdge {
  readonly edge: FlowEdge;
  readonly points: readonly Point[];
  readonly label: Box & { readonly text: TextBlock };
}

/** A flow with a place for everything. */
export interface Drawing {
  readonly flow: Flow;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const NODE_CHARACTERS = 30;
const LABEL_CHARACTERS = 30;
const NODE_WIDTH = 264;
const PADDING = 12;
const LABEL_PADDING = 4;
const LABEL_ROOM = 236;
const MARGIN = 16;
const BETWEEN_BANDS = 52;

/**
 * Gives every box and label of a flow a place: each band from left to right by layers (Sugiyama, as `dagre` does it), the
 * bands one below the other. The same flow gives the same drawing.
 */
export function layoutFlow(flow: Flow): Drawing {
  const nodes: PlacedNode[] = [];
  const edges: PlacedEdge[] = [];
  let top = MARGIN;
  let width = 0;
  for (const band of flow.bands) {
    const placed = layoutBand(band, flow.bands.length > 1 ? LABEL_ROOM : 0);
    nodes.push(...placed.nodes.map((node) => ({ ...node, y: node.y + top })));
    edges.push(...placed.edges.map((edge) => moveDown(edge, top)));
    top += placed.height + BETWEEN_BANDS;
    width = Math.max(width, placed.width);
  }
  const byId = new Map(nodes.map((node) => [node.node.id, node]));
  for (const edge of flow.downward) edges.push(downward(edge, byId));
  return { flow, width: width + MARGIN, height: top - BETWEEN_BANDS + MARGIN, nodes, edges };
}

function layoutBand({ nodes, edges }: Flow["bands"][number], least: number) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", align: "UL", nodesep: 18, edgesep: 14, ranksep: 56, marginx: MARGIN, marginy: 0 });
  const sized = nodes.map(sizeOf);
  for (const { node, width, height } of sized) graph.setNode(node.id, { width, height });
  const labels = edges.map((edge) => ({ edge, text: wrapText(edge.label, LABEL_CHARACTERS) }));
  const room = Math.max(least, ...labels.map(({ text }) => text.width + 2 * LABEL_PADDING));
  for (const { edge, text } of labels)
    graph.setEdge(
      edge.from,
      edge.to,
      // The same room for each label, so that the boxes of all bands stand in columns.
      { width: room, height: text.height + 2 * LABEL_PADDING, labelpos: "c" },
      edge.id,
    );
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const placed = sized.map((one): PlacedNode => {
    const { x = 0, y = 0 } = graph.node(one.node.id);
    return { ...one, x, y };
  });
  const byId = new Map(placed.map((node) => [node.node.id, node]));
  return {
    width,
    height,
    nodes: placed,
    edges: labels.map(({ edge, text }): PlacedEdge => {
      const { x = 0, y = 0, height = 0 } = graph.edge(edge.from, edge.to, edge.id);
      const label = { x, y, width: text.width + 2 * LABEL_PADDING, height, text };
      return { edge, points: throughLabel(byId, edge, label), label };
    }),
  };
}

/** From the right side of one box through the label to the left side of the next: every arrow spans one layer. */
function throughLabel(byId: ReadonlyMap<string, PlacedNode>, edge: FlowEdge, { x, y, width }: Box): readonly Point[] {
  const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
  if (from === undefined || to === undefined) throw new Error("an edge leads from a node drawn to another");
  return [
    { x: from.x + from.width / 2, y: from.y },
    { x: x - width / 2, y },
    { x: x + width / 2, y },
    { x: to.x - to.width / 2, y: to.y },
  ];
}

/** A box and the lines in it, before it has its place. */
export function sizeOf(node: FlowNode): Omit<PlacedNode, "x" | "y"> {
  const title = wrapText(node.title, NODE_CHARACTERS);
  const detail = wrapText(node.detail ?? "", NODE_CHARACTERS + 4);
  return { node, title, detail, width: NODE_WIDTH, height: title.height + detail.height + 2 * PADDING };
}

function moveDown({ edge, points, label }: PlacedEdge, by: number): PlacedEdge {
  return { edge, points: points.map(({ x, y }) => ({ x, y: y + by })), label: { ...label, y: label.y + by } };
}

/** Straight from the first box of a band to that of the next: nothing else stands in their column. */
function downward(edge: FlowEdge, byId: ReadonlyMap<string, PlacedNode>): PlacedEdge {
  const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
  if (from === undefined || to === undefined) throw new Error("an edge leads from a node drawn to another");
  const text = wrapText(edge.label, LABEL_CHARACTERS);
  const start = { x: from.x, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y - to.height / 2 };
  const height = text.height + 2 * LABEL_PADDING;
  const label = { x: start.x, y: (start.y + end.y) / 2, width: text.width + 2 * LABEL_PADDING, height, text };
  return { edge, points: [start, end], label };
}
