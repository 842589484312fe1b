import { type Diagnostic, defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import type { LibraryFile } from "../library/model/library.ts";
import { comparePathways } from "../pathway/compare/compare-pathways.ts";
import { presentComparison, renderComparison } from "../pathway/compare/render-comparison.ts";
import { compileSide, type Side } from "../pathway/compare/side.ts";
import { tallyCohort } from "../pathway/compare/tally-cohort.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";
import { parseRequest } from "./evaluate-command.ts";
import { type Opened, openPathway } from "./open-pathway.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

export const compareDiagnostics = defineDiagnostics({
  "cohort-unreadable": {
    severity: "error",
    message: ({ path, place, reason }: { path: string; place: number; reason: string }) =>
      `patient ${place} of \`${path}\` cannot be read: ${reason}`,
    help: "send one object of findings on each line, or one array of them",
  },
});

/** `wellspring compare`: which patients get other advice, and which advice. */
export const compareCommand: Command = {
  name: "compare",
  usage: "compare <a> <b> [--profile <id>] [--cohort <file|->] [--json]",
  summary:
    "show every patient whose advice differs; a and b are each a pathway, pathway:profile, or the path of a pathway.yaml or of its folder; exit status 1 if any does",
  async run(args, effects) {
    const options = { json: { type: "boolean" }, profile: { type: "string" }, cohort: { type: "string" } } as const;
    const read = readArguments(args, options);
    if (!read.ok) return reportUsage(compareCommand, read.message, effects);
    const [a, b, ...rest] = read.positionals;
    if (a === undefined || b === undefined || rest.length > 0)
      return reportUsage(compareCommand, "name two pathways, profiles or files", effects);
    const left = await openSide(a, read.text("profile"), effects);
    if (!left.ok) return refuse(left.diagnostics, effects, left.files);
    const right = await openSide(b, read.text("profile"), effects);
    if (!right.ok) return refuse(right.diagnostics, effects, right.files);
    const compared = comparePathways(left.value, right.value);
    if (!compared.ok) return refuse(compared.diagnostics, effects);
    const path = read.text("cohort");
    const cohort = path === undefined ? undefined : await readCohort(path, effects);
    if (path !== undefined && cohort?.ok === false) return refuse(cohort.diagnostics, effects);
    const tally = cohort?.ok ? tallyCohort(compared.value, cohort.value) : undefined;
    if (tally?.ok === false) {
      const reason = tally.diagnostics.map(({ message }) => message).join("; ");
      const place = (tally.place ?? 0) + 1;
      return refuse([compareDiagnostics.report("cohort-unreadable", { path: path ?? "", place, reason })], effects);
    }
    if (read.has("json"))
      effects.write(`${JSON.stringify(presentComparison(compared.value, tally?.value), null, 2)}\n`);
    else effects.write(renderComparison(compared.value, [nameOf(a, left.value), nameOf(b, right.value)], tally?.value));
    return compared.value.changes.length === 0 ? EXIT.ok : EXIT.found;
  },
};

/** Exit status 1 says that something differs, so what could not be compared is 2, as with `diff`. */
function refuse(
  diagnostics: readonly Diagnostic[],
  effects: CliEffects,
  files: readonly LibraryFile[] | undefined = [],
): number {
  reportFailure(diagnostics, effects, files);
  return EXIT.usage;
}

function nameOf(given: string, { diagrams }: Side): string {
  return given.endsWith(`:${diagrams.profile}`) ? given : `${given}:${diagrams.profile}`;
}

async function openSide(given: string, profile: string | undefined, effects: CliEffects): Promise<Opened<Side>> {
  const opened = await openPathway(given, profile, effects);
  return opened.ok ? compileSide(opened.value.pathway, opened.value.profile) : opened;
}

type Findings = Readonly<Record<string, unknown>>;

/** JSON lines, or one JSON array. */
async function readCohort(path: string, effects: CliEffects): Promise<Result<readonly Findings[]>> {
  const text = await effects.readText(path);
  if (!text.ok) return text;
  const list = text.value.trimStart().startsWith("[") ? splitArray(text.value) : undefined;
  const lines = list ?? text.value.split(/\r?\n/).filter((line) => line.trim() !== "");
  const cohort: Findings[] = [];
  for (const [at, line] of lines.entries()) {
    const request = parseRequest(path, line);
    if (request.ok) {
      cohort.push(request.value.findings);
      continue;
    }
    const reason = request.diagnostics.map(({ message }) => message).join("; ");
    return failed(compareDiagnostics.report("cohort-unreadable", { path, place: at + 1, reason }));
  }
  return ok(cohort);
}

/** The members of an array as texts of their own; undefined when it is none. */
function splitArray(text: string): readonly string[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.map((one) => JSON.stringify(one)) : undefined;
  } catch {
    return undefined;
  }
}
