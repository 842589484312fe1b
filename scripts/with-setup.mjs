// node scripts/with-setup.mjs <start|test|check|eval> [arguments]: makes sure that everything is there, builds, then runs.
import { launch } from "./launch.mjs";
import { ensureChromium, ensureNode, ensurePackages, giveUp, run } from "./set-up.mjs";

const [task, ...rest] = process.argv.slice(2);

/** What `check` runs, cheapest first. */
const CHECKS = [
  ["lock file", "node", ["scripts/lock-complete.mjs"]],
  ["format and lint", "biome", ["ci", "."]],
  ["types", "tsc", ["--noEmit"]],
  ["unused code", "knip", []],
  ["architecture and unit tests", "vitest", ["run", "--project", "unit"]],
];

const TASKS = {
  start: (node) => launch(node, ["serve", ...rest]),
  eval: (node) => launch(node, ["eval", ...rest]),
  test: () => run("vitest", ["run", ...rest], { CHROMIUM_PATH: ensureChromium() }),
  check: () => CHECKS.map(timed).reduce((worst, status) => Math.max(worst, status), 0),
};

if (!(task in TASKS)) giveUp(`Usage: node scripts/with-setup.mjs <${Object.keys(TASKS).join("|")}> [arguments]`);
ensurePackages();
const node = ensureNode();
const { build } = await import("./build.mjs");
await build();
const status = TASKS[task](node);
if (status !== undefined) process.exitCode = status;

function timed([name, command, args]) {
  const begun = performance.now();
  const status = run(command, args);
  console.log(`${status === 0 ? "passed" : "FAILED"}  ${name}  ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  return status;
}
