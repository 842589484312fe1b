import type { Light } from "./flow.ts";
import type { Box, Drawing, PlacedEdge, PlacedNode, Point } from "./layout-flow.ts";
import { LINE, type TextBlock } from "./wrap-text.ts";

export interface SvgOptions {
  /** Begins every id, so that several drawings can stand on one page. */
  readonly idPrefix: string;
  /** Carries its own style sheet, to be opened by itself; a page has it in its own. */
  readonly standalone?: boolean;
}

/** How a screen reader and a printed page tell the patient's way from the rest. */
const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  lit: "on this patient's way: ",
  open: "may be on this patient's way: ",
  off: "not on this patient's way: ",
  plain: "",
};

/** A drawing as SVG: classes and presentation attributes only, no inline style, so that it passes a strict content policy. */
export function renderSvg({ flow, width, height, nodes, edges }: Drawing, options: SvgOptions): string {
  const { idPrefix, standalone = false } = options;
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const labelled = `aria-labelledby="${idPrefix}-title ${idPrefix}-desc"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="group" ${labelled} viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" font-family="system-ui, sans-serif" font-size="14">`,
    `<title id="${idPrefix}-title">${escapeXml(flow.title)}</title>`,
    `<desc id="${idPrefix}-desc">${escapeXml(flow.description)}</desc>`,
    standalone ? `<style>${STANDALONE}</style>` : "",
    definitions(idPrefix),
    ...edges.map((edge) => renderEdge(edge, idPrefix)),
    ...nodes.map((node) => renderNode(node, idPrefix)),
    ...edges.map(renderLabel),
    "</svg>",
  ].join("");
}

function definitions(prefix: string): string {
  const marker = (light: string) =>
    `<marker id="${prefix}-arrow-${light}" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="11" markerHeight="11" orient="auto-start-reverse"><path class="arrow ${light}" d="M0 0 10 5 0 10Z"/></marker>`;
  const hatch = `<pattern id="${prefix}-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V8" stroke-width="3"/></pattern>`;
  return `<defs>${["lit", "open", "off", "plain"].map(marker).join("")}${hatch}</defs>`;
}

function renderEdge({ edge, points }: PlacedEdge, prefix: string): string {
  return `<path id="${prefix}-${edge.id}" class="edge ${edge.light}" fill="none" d="${pathOf(points)}" marker-end="url(#${prefix}-arrow-${edge.light})"/>`;
}

/** Level out of a box, along its label and into the next box; a way between two points is straight. */
function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const show = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
  const legs = rest.map((to, at) => {
    const from = points[at] ?? first;
    if (from.y === to.y || from.x === to.x) return `L${show(to)}`;
    const middle = (from.x + to.x) / 2;
    return `C${show({ x: middle, y: from.y })} ${show({ x: middle, y: to.y })} ${show(to)}`;
  });
  return `M${show(first)}${legs.join("")}`;
}

function renderLabel({ edge, label }: PlacedEdge): string {
  return `<g class="edge-label ${edge.light}">${rectangle(label, 'class="label-ground" rx="3"')}${textOf(label.text, label.x, label.y - label.text.height / 2, "middle", "")}</g>`;
}

function renderNode(placed: PlacedNode, prefix: string): string {
  const { node, title, detail, x, y, width, height } = placed;
  const words = `${LIGHT_WORDS[node.light]}${[node.title, node.detail].filter((part) => part !== undefined).join(": ")}`;
  const left = x - width / 2 + 12;
  const top = y - height / 2 + 12;
  const rounded = node.kind === "stage" ? 4 : node.kind === "question" || node.kind === "folded" ? 14 : 10;
  const body = [
    `<title>${escapeXml(words)}</title>`,
    rectangle(placed, `class="box" rx="${rounded}"`),
    node.light === "lit"
      ? rectangle({ x: x - width / 2 + 4, y, width: 8, height }, `fill="url(#${prefix}-hatch)"`)
      : "",
    textOf(title, left, top, "start", "node-title"),
    textOf(detail, left, top + title.height, "start", "node-detail"),
  ].join("");
  const group = `class="node of-${node.kind} ${node.light}" id="${prefix}-${node.id}"`;
  if (node.href === undefined) return `<g ${group}>${body}</g>`;
  return `<a ${group} href="${escapeXml(node.href)}">${body}</a>`;
}

function rectangle({ x, y, width, height }: Box, attributes: string): string {
  return `<rect ${attributes} x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}"/>`;
}

function textOf({ lines }: TextBlock, x: number, top: number, anchor: string, name: string): string {
  if (lines.length === 0) return "";
  const spans = lines.map(
    (line, at) =>
      `<tspan x="${round(x)}" y="${round(top + (at + 1) * LINE - 5)}">${escapeXml(line)}${at < lines.length - 1 ? " " : ""}</tspan>`,
  );
  return `<text text-anchor="${anchor}"${name === "" ? "" : ` class="${name}"`}>${spans.join("")}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The colours of a drawing by itself, light and dark. */
const STANDALONE =
  "svg{background:#fff;color:#1c2426}text{fill:currentColor}.node-title{font-weight:600}.box{fill:#f4f7f7;stroke:#5d6b6e;stroke-width:1.25}.of-stage .box{fill:#e2efef}.of-emergency .box{stroke:#a3231b;stroke-width:2.5}.of-ask .box,.of-folded .box{stroke-dasharray:5 4}.of-fault .box{stroke:#a3231b;stroke-dasharray:2 3}.edge{stroke:#5d6b6e;stroke-width:1.5}.edge.lit{stroke:#0b6165;stroke-width:4}.edge.open{stroke-dasharray:7 5}.edge.off{stroke-width:1;stroke-dasharray:1.5 4}.node.lit .box{stroke:#0b6165;stroke-width:3.5}.arrow{fill:#5d6b6e}.arrow.lit,.hatch{fill:#0b6165;stroke:#0b6165}.label-ground{fill:#fff}.edge-label.lit text{font-weight:600}@media(prefers-color-scheme:dark){svg{background:#10181a;color:#e6eeee}.box{fill:#1a2527;stroke:#93a5a8}.of-stage .box{fill:#123134}.label-ground{fill:#10181a}.edge{stroke:#93a5a8}.arrow{fill:#93a5a8}.edge.lit,.node.lit .box{stroke:#6cc5c9}.arrow.lit,.hatch{fill:#6cc5c9;stroke:#6cc5c9}.of-emergency .box,.of-fault .box{stroke:#ff8f85}}";
