// node bench/pathway/run.mjs [branch] [whole] [growth]: without words all three. Prints Markdown tables; with --json, rates alone.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { engines, expected, INPUTS, unguarded } from "./branch.mjs";
import { draw, measure, measureRounds, printRate, printRatio } from "./measure.mjs";

const PARTS = { branch, whole, growth };
const json = process.argv.includes("--json");
const asked = process.argv.slice(2).filter((word) => !word.startsWith("-"));

async function branch() {
  const all = engines();
  for (const engine of all) {
    const wrong = await differences(engine);
    if (wrong.length > 0) throw new Error(`${engine.name} is wrong and not timed: ${JSON.stringify(wrong)}`);
  }
  const sequence = draw(INPUTS, 4096);
  const prepared = all.map((engine) => ({ ...engine, inputs: sequence.map(engine.prepare ?? ((input) => input)) }));
  if (json) return printJson(await measureRounds(prepared));
  const rates = await measure(prepared);
  const zen = rates.get("zen-engine");
  const cql = rates.get("cql-execution");
  print("engine", "a second", "times zen-engine", "times cql-execution");
  for (const [name, rate] of rates) row(name, printRate(rate), printRatio(rate / zen), printRatio(rate / cql));

  print(`written with an "else"`, `wrong of ${INPUTS.length}`, '"DVT excluded" with the D-dimer or the score missing');
  for (const engine of unguarded()) {
    const wrong = await differences(engine);
    const excluded = wrong.filter(({ got }) => got === "DVT_EXCLUDED");
    row(engine.name, wrong.length, excluded.length);
  }
  console.log("");
}

async function differences(engine) {
  const wrong = [];
  for (const input of INPUTS) {
    const got = await engine.run(engine.prepare?.(input) ?? input);
    if (got !== expected(input)) wrong.push({ input, got });
  }
  return wrong;
}

async function whole() {
  const { wholePathway } = await import("./whole.mjs");
  const { engines: all, compared, asked: open, atoms, nodes } = wholePathway();
  if (json) return printJson(await measureRounds(all));
  const rates = await measure(all);
  const slowest = [...rates.values()].at(-1);
  console.log(
    `\n${atoms} atoms, ${nodes} nodes; ${compared} patients compared, of whom the interpreter asks ${open} something.\n`,
  );
  print("shipped pathway", "a second", "times the interpreter");
  for (const [name, rate] of rates) row(name, printRate(rate), printRatio(rate / slowest));
  console.log("");
}

const SIZES = [
  [5, 10],
  [10, 50],
  [20, 200],
  [30, 400],
  [40, 800],
  [60, 2000],
];
const SECONDS = 30;

/** Each size in a process of its own, ended after a while: a pathway that is too large must say so, and never hang the bench. */
function growth() {
  const script = fileURLToPath(new URL("growth.mjs", import.meta.url));
  const measured = [];
  print("stages ask", "features", "rules", "nodes", "compile, ms", "verify, ms", "all proven", "evaluations a second");
  for (const [series, label] of [
    ["near", "five side by side"],
    ["far", "any five"],
  ])
    for (const [features, rules] of SIZES) {
      const options = { timeout: SECONDS * 1000, encoding: "utf8" };
      const ran = spawnSync(process.execPath, [script, series, features, rules], options);
      const cells = ran.error?.code === "ETIMEDOUT" ? [`not done in ${SECONDS} s`, "", "", "", ""] : grown(ran);
      row(label, features, rules, ...cells);
      if (ran.status === 0) measured.push({ label, features, rules, ...JSON.parse(ran.stdout) });
    }
  writeFileSync(new URL("growth.json", import.meta.url), `${JSON.stringify(measured, null, 2)}\n`);
  console.log("");
}

function grown({ status, stdout, stderr }) {
  if (status !== 0) throw new Error(stderr);
  const { compile, verify, rate, nodes, proven, refused } = JSON.parse(stdout);
  if (refused !== undefined) return ["refused as too large", Math.round(compile), "", "", ""];
  return [nodes, Math.round(compile), Math.round(verify), proven ? "yes" : "no", printRate(rate)];
}

function printJson(rates) {
  console.log(JSON.stringify(Object.fromEntries(rates)));
}

function print(...heads) {
  console.log("");
  row(...heads);
  row(...heads.map(() => "---"));
}

function row(...cells) {
  console.log(`| ${cells.join(" | ")} |`);
}

for (const [name, part] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) await part();
