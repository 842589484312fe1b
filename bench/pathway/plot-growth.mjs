// node bench/pathway/plot-growth.mjs: draws docs/growth.svg from bench/pathway/growth.json, as `run.mjs growth` measured it.
import { readFileSync, writeFileSync } from "node:fs";

const WIDTH = 760;
const HEIGHT = 480;
const LEFT = 84;
const RIGHT = 44;
const TOP = 64;
const BOTTOM = 72;
const COLOURS = { "five side by side": "#0b5fa5", "any five": "#b3541e" };

const measured = JSON.parse(readFileSync(new URL("growth.json", import.meta.url), "utf8"));
const points = measured.filter(({ verify }) => verify !== undefined);
const decades = (values) => [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
const [x0, x1] = decades(points.map(({ nodes }) => nodes));
const [y0, y1] = decades(points.map(({ verify }) => verify));
const x = (nodes) => LEFT + ((Math.log10(nodes) - x0) / (x1 - x0)) * (WIDTH - LEFT - RIGHT);
const y = (time) => HEIGHT - BOTTOM - ((Math.log10(time) - y0) / (y1 - y0)) * (HEIGHT - TOP - BOTTOM);
const round = (value) => Math.round(value * 10) / 10;
const power = (exponent) => (10 ** exponent).toLocaleString("en-GB", { maximumFractionDigits: 3 });

const text = (at, down, words, extra = "") => `<text x="${round(at)}" y="${round(down)}" ${extra}>${words}</text>`;
const line = (a, b, c, d, extra) =>
  `<line x1="${round(a)}" y1="${round(b)}" x2="${round(c)}" y2="${round(d)}" ${extra}/>`;

function grid() {
  const marks = [];
  for (let exponent = x0; exponent <= x1; exponent++) {
    const at = x(10 ** exponent);
    marks.push(line(at, TOP, at, HEIGHT - BOTTOM, 'stroke="#d5d9de"'));
    marks.push(text(at, HEIGHT - BOTTOM + 20, power(exponent), 'text-anchor="middle"'));
  }
  for (let exponent = y0; exponent <= y1; exponent++) {
    const down = y(10 ** exponent);
    marks.push(line(LEFT, down, WIDTH - RIGHT, down, 'stroke="#d5d9de"'));
    marks.push(text(LEFT - 10, down + 4, power(exponent), 'text-anchor="end"'));
  }
  return marks;
}

/** Time in proportion to nodes, through the middle of what was measured (the median of time by nodes). */
function reference() {
  const ratios = points.map(({ nodes, verify }) => verify / nodes).sort((one, other) => one - other);
  const ratio = ratios[Math.floor(ratios.length / 2)];
  const from = Math.max(10 ** x0, 10 ** y0 / ratio);
  const to = Math.min(10 ** x1, 10 ** y1 / ratio);
  return line(
    x(from),
    y(from * ratio),
    x(to),
    y(to * ratio),
    'stroke="#555" stroke-dasharray="6 5" stroke-width="1.5"',
  );
}

/** Labels stand above and below in turn, since neighbours come close. */
function dots() {
  return points.flatMap(({ label, nodes, verify, rules }, at) => {
    const [across, down, anchor] = at % 2 === 0 ? [-10, -9, "end"] : [10, 17, "start"];
    return [
      `<circle cx="${round(x(nodes))}" cy="${round(y(verify))}" r="5.5" fill="${COLOURS[label]}"/>`,
      text(
        x(nodes) + across,
        y(verify) + down,
        `${rules} rules`,
        `font-size="12" fill="${COLOURS[label]}" text-anchor="${anchor}"`,
      ),
    ];
  });
}

function legend() {
  const rows = Object.entries(COLOURS).filter(([label]) => points.some((point) => point.label === label));
  const down = (at) => HEIGHT - BOTTOM - 70 + 20 * at;
  return [
    ...rows.flatMap(([label, colour], at) => [
      `<circle cx="${WIDTH - 236}" cy="${down(at) - 4}" r="5.5" fill="${colour}"/>`,
      text(WIDTH - 222, down(at), `stages ask ${label}`),
    ]),
    line(
      WIDTH - 246,
      down(rows.length) - 4,
      WIDTH - 228,
      down(rows.length) - 4,
      'stroke="#555" stroke-dasharray="6 5" stroke-width="1.5"',
    ),
    text(WIDTH - 222, down(rows.length), "time in proportion to nodes"),
  ];
}

const middle = (TOP + HEIGHT - BOTTOM) / 2;
const svg = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" fill="#1c2733" role="img" aria-labelledby="title">`,
  `<title id="title">Time to verify a generated pathway against the nodes of its diagram, both on logarithmic scales</title>`,
  `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
  text(LEFT, 28, "Verifying grows with the diagram", 'font-size="17" font-weight="600"'),
  text(LEFT, 47, "Generated pathways; median of seven verifications each; both scales logarithmic", 'fill="#50606e"'),
  ...grid(),
  reference(),
  ...dots(),
  ...legend(),
  text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 22, "Nodes of the compiled diagram", 'text-anchor="middle"'),
  text(24, middle, "Time to verify, milliseconds", `text-anchor="middle" transform="rotate(-90 24 ${middle})"`),
  "</svg>",
];
writeFileSync(new URL("../../docs/growth.svg", import.meta.url), `${svg.join("\n")}\n`);
