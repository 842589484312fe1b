import type { Flow, FlowEdge } from "./flow.ts";
import { type Box, type Drawing, type PlacedEdge, type PlacedNode, sizeOf } from "./layout-flow.ts";
import { wrapText } from "./wrap-text.ts";

/** A stage and where it leads fit into a window of 360 pixels without scrolling. */
const MARGIN = 14;
const INDENT = 24;
const BETWEEN = 16;
const BETWEEN_BANDS = 26;
/** Where the line that leaves a box downwards begins, from its left side: before the boxes that it leads to. */
const TRUNK = 11;
const LABEL_CHARACTERS = 33;
const LABEL_PADDING = 4;
/** So that the ground under a label leaves the side of its box alone. */
const UNDER_LABEL = 3;

/**
 * Gives every box a row of its own, what follows from a box indented below it, as in the contents of a book: for windows that are narrower than
 * a box with its arrow and the next box. Every arrow runs down before the boxes it passes, and bears its label above the box that it ends at.
 */
export function layoutFlowDown(flow: Flow): Drawing {
  const nodes = new Map<string, PlacedNode>();
  const edges = new Map<string, PlacedEdge>();
  const intoBand = new Map(flow.downward.map((edge) => [edge.to, edge]));
  let top = MARGIN;
  for (const band of flow.bands) {
    const place = (id: string, depth: number, into: readonly FlowEdge[]): void => {
      const node = band.nodes.find((one) => one.id === id);
      if (node === undefined || nodes.has(id)) return;
      const left = MARGIN + depth * INDENT;
      const labels = into.map((edge) => {
        const label = labelOf(edge, edge.to === id && depth === 0 ? left + TRUNK + LABEL_PADDING : left, top);
        top += label.height;
        return { edge, label };
      });
      if (labels.length > 0) top += UNDER_LABEL;
      const sized = sizeOf(node);
      const box = { ...sized, x: left + sized.width / 2, y: top + sized.height / 2 };
      nodes.set(id, box);
      top += box.height + BETWEEN;
      for (const { edge, label } of labels)
        edges.set(edge.id, { edge, label, points: wayTo(box, nodes.get(edge.from)) });
      for (const next of new Set(band.edges.filter(({ from }) => from === id).map(({ to }) => to)))
        place(
          next,
          depth + 1,
          band.edges.filter(({ to }) => to === next),
        );
    };
    const led = new Set(band.edges.map(({ to }) => to));
    for (const { id } of band.nodes) {
      const above = intoBand.get(id);
      if (!led.has(id)) place(id, 0, above === undefined ? [] : [above]);
    }
    top += BETWEEN_BANDS - BETWEEN;
  }
  const placed = (id: string) => getPlaced(nodes, id);
  const drawn = (edge: FlowEdge) => getPlaced(edges, edge.id);
  const boxes: readonly Box[] = [...nodes.values(), ...[...edges.values()].map(({ label }) => label)];
  return {
    flow,
    width: Math.max(0, ...boxes.map(({ x, width }) => x + width / 2)) + MARGIN,
    height: top - BETWEEN_BANDS + MARGIN,
    nodes: flow.bands.flatMap((band) => band.nodes.map(({ id }) => placed(id))),
    edges: [...flow.bands.flatMap((band) => band.edges), ...flow.downward].map(drawn),
  };
}

function labelOf(edge: FlowEdge, left: number, top: number): PlacedEdge["label"] {
  const text = wrapText(edge.label, LABEL_CHARACTERS);
  const [width, height] = [text.width + 2 * LABEL_PADDING, text.height + LABEL_PADDING];
  return { x: left + width / 2, y: top + height / 2, width, height, text };
}

/** Straight down to a box in the same column; else down, and to the left side of the box. */
function wayTo(box: PlacedNode, from: PlacedNode | undefined): PlacedEdge["points"] {
  if (from === undefined) throw new Error("an edge leads from a node drawn before");
  const x = from.x - from.width / 2 + TRUNK;
  const start = { x, y: from.y + from.height / 2 };
  const left = box.x - box.width / 2;
  if (left < x) return [start, { x, y: box.y - box.height / 2 }];
  return [start, { x, y: box.y }, { x: left, y: box.y }];
}

function getPlaced<T>(places: ReadonlyMap<string, T>, id: string): T {
  const found = places.get(id);
  if (found === undefined) throw new Error(`\`${id}\` is led to from no first box of its band`);
  return found;
}
