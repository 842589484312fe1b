import { type Certificate, certify } from "../pathway/verify/certificate.ts";
import { checkPublishable } from "../pathway/verify/check-publishable.ts";
import { reportFindings } from "../pathway/verify/report-findings.ts";
import { verifyPathway } from "../pathway/verify/verify-pathway.ts";
import { type Command, EXIT } from "./command.ts";
import { evaluateDiagnostics } from "./evaluate-command.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";
import { roughly } from "./roughly.ts";

/** `wellspring verify`: proves a pathway, and shows the smallest patient wherever it cannot. */
export const verifyCommand: Command = {
  name: "verify",
  usage: "verify <pathway> [--json]",
  summary: "prove a pathway and print its certificate; exit status 1 unless everything is proven",
  async run(args, effects) {
    const read = readArguments(args, { json: { type: "boolean" } });
    if (!read.ok) return reportUsage(verifyCommand, read.message, effects);
    const [id, ...rest] = read.positionals;
    if (id === undefined || rest.length > 0) return reportUsage(verifyCommand, "name a pathway", effects);
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
    const verified = verifyPathway(pathway);
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
