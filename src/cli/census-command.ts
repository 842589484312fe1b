import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { censusDifferences } from "../pathway/census/census-differences.ts";
import { type Census, renderCensus, takeCensus } from "../pathway/census/take-census.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";
import { openPathway } from "./open-pathway.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";
import { roughly } from "./roughly.ts";

export const censusDiagnostics = defineDiagnostics({
  "census-outdated": {
    severity: "error",
    message: ({ path, how }: { path: string; how: string; pathway: string }) =>
      `\`${path}\` is not what the pathway comes to: ${how}`,
    help: ({ pathway }: { path: string; how: string; pathway: string }) =>
      `run \`wellspring census ${pathway} --write\` and have the change reviewed with the pathway`,
  },
});

/** `wellspring census`: what a pathway consists of and can come to, held against what is kept beside it. */
export const censusCommand: Command = {
  name: "census",
  usage: "census <pathway> [--write] [--json]",
  summary:
    "count what a pathway consists of and what it can come to; exit status 1 if census.json beside it says otherwise; with --write it is written",
  async run(args, effects) {
    const read = readArguments(args, { write: { type: "boolean" }, json: { type: "boolean" } });
    if (!read.ok) return reportUsage(censusCommand, read.message, effects);
    const [given, ...rest] = read.positionals;
    if (given === undefined || rest.length > 0) return reportUsage(censusCommand, "name a pathway", effects);
    const opened = await openPathway(given, undefined, effects);
    if (!opened.ok) return reportFailure(opened.diagnostics, effects, opened.files);
    const census = takeCensus(opened.value.pathway);
    if (!census.ok) return reportFailure(census.diagnostics, effects);
    const path = opened.value.path.replace(/[^/\\]+$/, "census.json");
    effects.write(read.has("json") ? renderCensus(census.value) : summarise(census.value));
    if (!read.has("write")) return holdAgainst(path, given, census.value, effects);
    const written = await effects.writeText(path, renderCensus(census.value));
    return written.ok ? EXIT.ok : reportFailure(written.diagnostics, effects);
  },
};

/** Lines that differ go to standard error with the refusal, so that `--json` stays a census. */
async function holdAgainst(path: string, pathway: string, census: Census, effects: CliEffects): Promise<number> {
  const kept = await effects.readText(path);
  const differences = kept.ok ? censusDifferences(kept.value, census) : undefined;
  if (differences !== undefined && differences.gone.length + differences.come.length === 0) return EXIT.ok;
  const { gone = [], come = [] } = differences ?? {};
  const lines = [...gone.map((line) => `- ${line}\n`), ...come.map((line) => `+ ${line}\n`)];
  if (lines.length > 0) effects.writeError(lines.join(""));
  const how = !kept.ok
    ? "it cannot be read"
    : differences === undefined
      ? "it is no JSON"
      : `${lines.length} lines differ`;
  return reportFailure([censusDiagnostics.report("census-outdated", { path, how, pathway })], effects);
}

function summarise({ pathway, features, recommendations, rules, profiles }: Census): string {
  const stages = Object.values(rules);
  const head = `${pathway}: ${features.length} features, ${recommendations.length} recommendations, ${stages.flat().length} rules in ${stages.length} stages`;
  const lines = Object.entries(profiles).flatMap(([profile, { atoms, boundaries, nodes, outcomes }]) => [
    `  ${profile}: ${atoms.length} atoms, ${boundaries.length} cut-offs, ${nodes} nodes; cells of each outcome:`,
    ...Object.entries(outcomes).map(([outcome, cells]) => `    ${outcome}: ${roughly(cells)}`),
  ]);
  return `${[head, ...lines].join("\n")}\n`;
}
