// node bench/pathway/repeat.mjs [runs] [branch|whole]: the branch and the whole pathway in so many processes (9), with medians and spreads.
// A ratio is taken within each round, so that what else the machine does meets both sides; a spread leaves out a tenth at each end.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median, printRate, printRatio } from "./measure.mjs";

const runs = Number(process.argv[2] ?? 9);
const script = fileURLToPath(new URL("run.mjs", import.meta.url));

for (const [part, against] of [
  ["branch", ["zen-engine", "cql-execution"]],
  ["whole", ["Plain interpreter, from statements", "Complete patients: function written by hand, by name"]],
]) {
  if (process.argv[3] !== undefined && process.argv[3] !== part) continue;
  const all = Array.from({ length: runs }, () => ratesOf(part));
  console.log(`\n| ${part}, ${runs} runs | a second | ${against.map((peer) => `times ${peer}`).join(" | ")} |`);
  console.log(`| --- | --- | ${against.map(() => "---").join(" | ")} |`);
  for (const name of Object.keys(all[0])) {
    const ratios = (peer) => all.flatMap((rates) => rates[name].map((rate, round) => rate / rates[peer][round]));
    const cells = [
      spread(
        all.flatMap((rates) => rates[name]),
        printRate,
      ),
      ...against.map((peer) => spread(ratios(peer), printRatio)),
    ];
    console.log(`| ${name} | ${cells.join(" | ")} |`);
  }
}

function ratesOf(part) {
  const ran = spawnSync(process.execPath, [script, part, "--json"], { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

function spread(values, show) {
  const sorted = [...values].sort((one, other) => one - other);
  const tenth = Math.floor(sorted.length / 10);
  return `${show(median(sorted))} (${show(sorted[tenth])} to ${show(sorted.at(-1 - tenth))})`;
}
