// node scripts/with-setup.mjs <start|test|check|eval|oracle> [arguments]: makes sure that everything is there, builds, then runs.
import { launch } from "./launch.mjs";
import { ensureChromium, ensureNode, ensurePackages, giveUp, run } from "./set-up.mjs";

const [task, ...rest] = process.argv.slice(2);

const UNIT_TESTS = "architecture and unit tests";

/** What `check` runs, cheapest first. */
const CHECKS = [
  ["lock file", "node", ["scripts/lock-complete.mjs"]],
  ["lock file of the bench", "node", ["scripts/lock-complete.mjs", "bench/pathway/package-lock.json"]],
  ["format and lint", "biome", ["ci", "."]],
  ["types", "tsc", ["--noEmit"]],
  ["unused code", "knip", []],
  [UNIT_TESTS, "vitest", ["run", "--project", "unit"]],
];

/** The pathways as CQL in a foreign engine, a million patients and more. */
const ORACLE = ["run", "--project", "slow", "test/cql-export.slow.test.ts", "--disableConsoleIntercept"];

const TASKS = {
  start: (node) => launch(node, ["serve", ...rest]),
  eval: (node) => launch(node, ["eval", ...(rest.length > 0 ? rest : ["vignettes", "test/fixtures/vignettes.json"])]),
  test: runAllTests,
  oracle: () => run("vitest", [...ORACLE, ...rest], { CQL_ORACLE: "full" }),
  check: () => CHECKS.map(timed).reduce((worst, status) => Math.max(worst, status), 0),
};

if (!(task in TASKS)) giveUp(`Usage: node scripts/with-setup.mjs <${Object.keys(TASKS).join("|")}> [arguments]`);
ensurePackages();
const node = ensureNode();
const { build } = await import("./build.mjs");
await build();
const status = TASKS[task](node);
if (status !== undefined) process.exitCode = status;

/** Everything: what `check` asks first, then every test. A run that names files runs just these. */
function runAllTests() {
  const environment = { CHROMIUM_PATH: ensureChromium() };
  const asked = rest.length > 0 ? [] : CHECKS.filter(([name]) => name !== UNIT_TESTS);
  const worst = asked.map(timed).reduce((status, next) => Math.max(status, next), 0);
  return Math.max(worst, run("vitest", ["run", ...rest], environment));
}

function timed([name, command, args]) {
  const begun = performance.now();
  const status = run(command, args);
  console.log(`${status === 0 ? "passed" : "FAILED"}  ${name}  ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  return status;
}
