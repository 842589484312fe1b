import { type CompileSettings, DEFAULT_SETTINGS } from "../pathway/compile/build-diagrams.ts";
import { type Certificate, certify } from "../pathway/verify/certificate.ts";
import { checkPublishable } from "../pathway/verify/check-publishable.ts";
import { reportFindings } from "../pathway/verify/report-findings.ts";
import { verifyPathway } from "../pathway/verify/verify-pathway.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";
import { evaluateDiagnostics } from "./evaluate-command.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";
import { roughly } from "./roughly.ts";

/** `wellspring verify`: proves a pathway, and shows the smallest patient wherever it cannot. */
export const verifyCommand: Command = {
  name: "verify",
  usage: "verify <pathway> [--time-limit <seconds>] [--max-nodes <number>] [--json]",
  summary:
    "prove a pathway and print its certificate; exit status 1 unless everything is proven; a diagram that outgrows the limits is refused with its size",
  async run(args, effects) {
    const options = { json: "boolean", "time-limit": "string", "max-nodes": "string" } as const;
    const read = readArguments(
      args,
      Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
    );
    if (!read.ok) return reportUsage(verifyCommand, read.message, effects);
    const [id, ...rest] = read.positionals;
    if (id === undefined || rest.length > 0) return reportUsage(verifyCommand, "name a pathway", effects);
    const settings = readSettings(read.text("max-nodes"), read.text("time-limit"), effects);
    if (typeof settings === "string") return reportUsage(verifyCommand, settings, effects);
    const opened = await effects.openLibrary();
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const { files, wellspring } = opened.value;
    const topics = [...wellspring.library.topics.values()];
    const pathway = topics.find((topic) => topic.pathway?.id === id)?.pathway;
    const text = files.find(({ path }) => path === pathway?.stages[0]?.span.file)?.text;
    if (pathway === undefined || text === undefined) {
      const known = topics.flatMap((topic) => topic.pathway?.id ?? []).join(", ") || "none";
      return reportFailure([evaluateDiagnostics.report("pathway-not-found", { pathway: id, known })], effects);
    }
    const verified = verifyPathway(pathway, settings);
    if (!verified.ok) return reportFailure(verified.diagnostics, effects, files);
    const faults = reportFindings(verified.value);
    const certificate = certify(text, verified.value);
    if (read.has("json")) effects.write(`${JSON.stringify(certificate)}\n`);
    else effects.write(renderCertificate(certificate));
    if (faults.length > 0) return reportFailure(faults, effects, files);
    const refusals = checkPublishable(pathway, text, certificate);
    return refusals.length === 0 ? EXIT.ok : reportFailure(refusals, effects, files);
  },
};

/** The bounds of the call; in words, what of it is not understood. The time counts from here. */
function readSettings(
  nodes: string | undefined,
  seconds: string | undefined,
  { milliseconds }: CliEffects,
): CompileSettings | string {
  const { maxNodes, maxSteps } = DEFAULT_SETTINGS;
  const most = nodes === undefined ? maxNodes : Number(nodes);
  if (!Number.isSafeInteger(most) || most < 1) return "`--max-nodes` takes a whole number from 1 upwards";
  // More room is also more work: the bound on steps grows with it.
  const bounds = { maxNodes: most, maxSteps: Math.max(maxSteps, Math.ceil((maxSteps / maxNodes) * most)) };
  if (seconds === undefined) return bounds;
  const limit = Number(seconds);
  if (!(limit > 0)) return "`--time-limit` takes seconds, more than 0";
  const end = milliseconds() + limit * 1000;
  return { ...bounds, isTimeUp: () => milliseconds() > end };
}

/** A certificate in a few lines. It never says that the guideline is right. */
function renderCertificate({ pathway, version, content, checker, proven, profiles }: Certificate): string {
  const lines = profiles.map(({ profile, atoms, cells, diagram, outcomes, properties }) => {
    const held = properties.filter(({ verdict }) => verdict === "proven").length;
    const size = `${atoms.length} atoms, ${roughly(cells)} cells, ${diagram.levels.length} nodes`;
    return `  ${profile}: ${held} of ${properties.length} properties proven (${size}, ${outcomes.length} outcomes)`;
  });
  const head = `${pathway} ${version}: ${proven ? "proven" : "NOT proven"} (checker ${checker}, ${content})`;
  const note = "Proven of the rules as written; no proof makes a guideline right.";
  return `${[head, ...lines, note].join("\n")}\n`;
}
