import { describe, expect, test } from "vitest";
import { legDvt } from "../../../test/support/leg-dvt.ts";
import { parseFindings } from "../findings/parse-findings.ts";
import { drawPathway, drawPatient } from "./draw-pathway.ts";
import type { Flow } from "./flow.ts";
import { layoutFlowDown } from "./layout-down.ts";
import { type Box, layoutFlow } from "./layout-flow.ts";
import { overviewFlow } from "./overview-flow.ts";
import { renderSvg } from "./render-svg.ts";
import { treeFlow } from "./tree-flow.ts";

function flowsOf(profile: string): readonly (readonly [string, Flow])[] {
  const picture = drawPathway(legDvt, profile);
  const statements = parseFindings(legDvt, { deepVeinTenderness: true, calfSwelling: true, age: 58 });
  if (!picture.ok || !statements.ok) throw new Error("the shipped pathway can be drawn");
  const patient = drawPatient(legDvt, statements.value, profile);
  if (!patient.ok) throw new Error("the shipped pathway can be drawn for a patient");
  const { overview } = picture.value;
  return [
    ["overview", overviewFlow(overview)],
    ["overview for one patient", overviewFlow(overview, { way: patient.value.way })],
    ["tree of one patient", treeFlow(overview.diagrams.index, patient.value.tree)],
  ];
}

const LAYOUTS = { "from left to right": layoutFlow, downwards: layoutFlowDown };
const CASES = legDvt.profiles.flatMap(({ id: profile }) =>
  flowsOf(profile).flatMap(([name, flow]) =>
    Object.entries(LAYOUTS).map(([direction, layout]) => ({ profile, name, direction, layout, flow })),
  ),
);

function overlap(one: Box, other: Box): boolean {
  return (
    Math.abs(one.x - other.x) * 2 < one.width + other.width - 1 &&
    Math.abs(one.y - other.y) * 2 < one.height + other.height - 1
  );
}

function overlaps(boxes: readonly (Box & { readonly name: string })[]): readonly string[] {
  return boxes.flatMap((one, at) =>
    boxes.slice(at + 1).flatMap((other) => (overlap(one, other) ? [`${one.name} lies on ${other.name}`] : [])),
  );
}

describe.each(CASES)("the $name by $profile, $direction", ({ flow, layout }) => {
  const drawing = layout(flow);

  test("has a place for every box and arrow, and none lies on another", () => {
    const nodes = flow.bands.flatMap((band) => band.nodes);
    const edges = [...flow.bands.flatMap((band) => band.edges), ...flow.downward];
    expect(drawing.nodes.map(({ node }) => node)).toEqual(nodes);
    expect(drawing.edges.map(({ edge }) => edge)).toEqual(edges);
    const boxes = [
      ...drawing.nodes.map((placed) => ({ ...placed, name: placed.node.id })),
      ...drawing.edges.map(({ edge, label }) => ({ ...label, name: `label of ${edge.id}` })),
    ];
    expect(overlaps(boxes)).toEqual([]);
  });

  test("labels every arrow, and keeps all inside its bounds", () => {
    for (const { label, edge } of drawing.edges)
      expect([edge.id, label.text.lines.join(" ")]).not.toEqual([edge.id, ""]);
    for (const { x, y, width, height } of [...drawing.nodes, ...drawing.edges.map(({ label }) => label)]) {
      expect(x - width / 2).toBeGreaterThanOrEqual(0);
      expect(y - height / 2).toBeGreaterThanOrEqual(0);
      expect(x + width / 2).toBeLessThanOrEqual(drawing.width);
      expect(y + height / 2).toBeLessThanOrEqual(drawing.height);
    }
  });

  test("is the same drawing each time, with ids that are used once and no inline style", () => {
    const svg = renderSvg(drawing, { idPrefix: "a" });
    expect(renderSvg(layout(flow), { idPrefix: "a" })).toBe(svg);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(svg).not.toMatch(/ style=|<style|<script/);
  });
});

test("downwards, a stage and where it leads are no wider than a phone, and what is led to lies below", () => {
  for (const { name, flow } of CASES) {
    const { width, nodes, edges } = layoutFlowDown(flow);
    if (name !== "tree of one patient") expect(width).toBeLessThanOrEqual(318);
    const topOf = new Map(nodes.map(({ node, y }) => [node.id, y]));
    for (const { edge } of edges) expect(topOf.get(edge.to)).toBeGreaterThan(topOf.get(edge.from) ?? Infinity);
  }
});

test("text of a pathway cannot become markup", () => {
  const node = { id: "n", kind: "stage", title: '<script>"&', light: "plain", href: '"><b>' } as const;
  const svg = renderSvg(
    layoutFlow({ title: "<i>", description: "", bands: [{ nodes: [node], edges: [] }], downward: [] }),
    {
      idPrefix: "a",
    },
  );
  expect(svg).not.toMatch(/<script|<b>|<i>/);
});
