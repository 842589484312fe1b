// node bench/pathway/growth.mjs <near|far> <features> <rules>: makes such a pathway, and prints its times as JSON.
// near: each stage asks five features that lie side by side, as guidelines do. far: any five, with no order at all.
import { closedArity } from "../../src/pathway/compile/atom.ts";
import { compilePathway } from "../../src/pathway/compile/compile-pathway.ts";
import { evaluateCompiled } from "../../src/pathway/compile/evaluate-compiled.ts";
import { parsePathway } from "../../src/pathway/parse/parse-pathway.ts";
import { isProven, verifyPathway } from "../../src/pathway/verify/verify-pathway.ts";
import { draw, measure, median } from "./measure.mjs";

const CODES = ["A", "B", "C", "D"];
/** The median of these is told: the first of a process is mostly its warming up. */
const VERIFICATIONS = 7;
let written = 1;
const [series, features, rules] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];

const { pathway, diagnostics } = parsePathway("growth.yaml", write());
if (pathway === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
const [made, compile] = timed(() => compilePathway(pathway, "only"));
if (!made.ok) {
  console.log(JSON.stringify({ rules: written, compile, refused: made.diagnostics[0].message }));
} else {
  const { atoms, diagram } = made.value;
  let verified;
  const times = Array.from({ length: VERIFICATIONS }, () => {
    const [done, time] = timed(() => verifyPathway(pathway));
    verified = done;
    return time;
  });
  const verify = median(times);
  const states = Array.from({ length: 4096 }, (_, seed) =>
    Uint8Array.from(atoms, (atom, at) => draw([...Array(closedArity(atom)).keys()], 1, seed * 97 + at * 13 + 1)[0]),
  );
  const inputs = states;
  const codes = made.value.outcomes.map((outcome) => (outcome.kind === "advice" ? outcome.code : outcome.kind));
  const engine = { name: "it", inputs, run: (own) => codes[evaluateCompiled(diagram, own)] };
  const rate = (await measure([engine], { rounds: 5, milliseconds: 60 })).get("it");
  const nodes = diagram.levels.length;
  console.log(
    JSON.stringify({
      rules: written,
      compile,
      verify,
      rate,
      nodes,
      verified: verified.ok,
      proven: verified.ok && isProven(verified.value),
    }),
  );
}

function timed(work) {
  const begun = performance.now();
  const made = work();
  return [made, performance.now() - begun];
}

/** A pathway in which no rules of one stage overlap and every patient gets advice from the last stage at least. */
function write() {
  const kinds = Array.from({ length: features }, (_, at) =>
    at % 5 === 3 ? "choice" : at % 5 === 4 ? "number" : "truth",
  );
  const shared = (id) => `id: ${id}, label: ${id}, plain: ${id}, ask: ${id}, group: G, cost: history`;
  const features_ = kinds.map((kind, at) => {
    if (kind === "truth") return `  - { ${shared(`f${at}`)}, type: truth }`;
    if (kind === "choice") return `  - { ${shared(`f${at}`)}, type: choice, choices: { x: X, y: Y, z: Z } }`;
    return `  - { ${shared(`f${at}`)}, type: wholeNumber, range: [0, 100] }`;
  });
  const parts = (at) => {
    if (kinds[at] === "truth") return [`f${at}`, `not f${at}`];
    if (kinds[at] === "choice") return ["x", "y", "z"].map((code) => `f${at} = '${code}'`);
    return [`f${at} < 20`, `(f${at} >= 20 and f${at} < 50)`, `(f${at} >= 50 and f${at} < 80)`, `f${at} >= 80`];
  };
  const near = series === "near";
  const width = 5;
  const windows = features - width + 1;
  const stages = [];
  for (let left = rules - 1; left > 0; ) {
    const stage = stages.length;
    const asked = near
      ? Array.from({ length: width }, (_, at) => stage + at)
      : distinct([...kinds.keys()], width, stage);
    const cells = asked.reduce((all, at) => all.flatMap((cell) => parts(at).map((part) => [...cell, part])), [[]]);
    // Never all cells of a stage: no stage would be reached after it.
    const most = near ? Math.ceil(left / (windows - stage)) : Math.min(10, left);
    const chosen = distinct(cells, Math.min(most, Math.floor(cells.length / 2)), stage);
    left = near && stage + 1 === windows ? 0 : left - chosen.length;
    written += chosen.length;
    const lines = chosen.map((cell, at) => ruleOf(`s${stage}r${at}`, cell.join(" and "), CODES[(stage + at) % 4]));
    stages.push(stageOf(`s${stage}`, lines));
  }
  const codes = [...CODES, "ASK", "SETTLE"].map(
    (code) => `  - { code: ${code}, title: t, action: a, plain: p, next: [{ on: a, step: b }] }`,
  );
  return `id: growth
title: Growth
version: "1"
profiles: [{ id: only, label: Only }]
defaultProfile: only
parameters: []
features:
${features_.join("\n")}
scores: []
definitions: []
followUps: []
recommendations:
${codes.join("\n")}
outcomes: { needs: ASK, contradiction: SETTLE }
stages:
${stages.join("\n")}
${stageOf("rest", [ruleOf("rest", "f0 or not f0", "A")])}
alsoDo: []
warnings: []
inconsistencies: []
properties: []
`;
}

/** So many different ones, drawn with a seed. */
function distinct(from, count, seed) {
  return [...new Set(draw(from, 40 * count, seed * 7919 + 1))].slice(0, count);
}

function stageOf(id, lines) {
  return `  - id: ${id}\n    label: s\n    why: w\n    rules:\n${lines.join("\n")}`;
}

function ruleOf(id, when, advise) {
  return `      - { id: ${id}, when: "${when}", advise: ${advise}, because: b, cite: ["[house-rule]"] }`;
}
