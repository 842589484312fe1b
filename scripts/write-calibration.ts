// Draws docs/images/abstention-calibration.svg from library/quoting-weights.json. Run it with `node scripts/write-calibration.ts`.
import { readFile, writeFile } from "node:fs/promises";
import { parseQuotingWeights } from "../src/answer/quotes/quoting-weights.ts";

const file = new URL("../library/quoting-weights.json", import.meta.url);
const weights = parseQuotingWeights("quoting-weights.json", await readFile(file, "utf8"));
if (!weights.ok) throw new Error(JSON.stringify(weights.diagnostics));
const { calibration, threshold } = weights.value.answerable;

const SIDE = 300;
const EDGE = 50;
const x = (share: number) => EDGE + share * SIDE;
const y = (share: number) => EDGE + SIDE - share * SIDE;
const points = calibration
  .filter(({ questions }) => questions > 0)
  .map(({ from, to, answerable, questions }) => ({ at: (from + to) / 2, answerable, questions }));
const most = Math.max(...points.map(({ questions }) => questions));
const ticks = [0, 0.25, 0.5, 0.75, 1];

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE + 2 * EDGE} ${SIDE + 2 * EDGE}" role="img" font-family="sans-serif" font-size="12">
<title>Of the questions given a probability, the share that was answered; dashed, the threshold of ${threshold}</title>
<rect width="100%" height="100%" fill="#fff"/>
<path d="M${x(0)} ${y(0)}H${x(1)}V${y(1)}H${x(0)}Z" fill="none" stroke="#667"/>
<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#aab"/>
<path d="M${x(threshold)} ${y(0)}V${y(1)}" stroke="#a30" stroke-dasharray="4 4"/>
${ticks.map((tick) => `<text x="${x(tick)}" y="${y(0) + 16}" text-anchor="middle">${tick}</text><text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`).join("\n")}
<text x="${x(0.5)}" y="${y(0) + 36}" text-anchor="middle">foretold, out of fold</text>
<text transform="translate(${x(0) - 36} ${y(0.5)}) rotate(-90)" text-anchor="middle">answered</text>
<path d="${points.map(({ at, answerable }, index) => `${index === 0 ? "M" : "L"}${x(at)} ${y(answerable)}`).join("")}" fill="none" stroke="#046"/>
${points.map(({ at, answerable, questions }) => `<circle cx="${x(at)}" cy="${y(answerable)}" r="${(2 + 6 * Math.sqrt(questions / most)).toFixed(1)}" fill="#046"><title>${questions} questions</title></circle>`).join("\n")}
</svg>
`;
await writeFile(new URL("../docs/images/abstention-calibration.svg", import.meta.url), svg);
