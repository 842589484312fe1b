import { hasErrors } from "../kernel/diagnostic.ts";
import { ok, type Result } from "../kernel/result.ts";
import { renderDiagnostics } from "../library/render-diagnostics.ts";
import { lintLibrary } from "../lint/lint-library.ts";
import { type CheckedAgainstRecord, checkAgainstRecord } from "../review/text/check-record.ts";
import { certifyTopics } from "./certify-topics.ts";
import { type CliEffects, type Command, EXIT, type OpenedLibrary } from "./command.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** `wellspring check`: reads a library and lists all that is wrong with it. */
export const checkCommand: Command = {
  name: "check",
  usage: "check [folder] [--record <file>] [--json]",
  summary:
    "read a library and list what is wrong with it; with --record also what a board has not approved as it stands; exit status 1 when there is an error",
  async run(args, effects) {
    const read = readArguments(args, { record: { type: "string" }, json: { type: "boolean" } });
    if (!read.ok) return reportUsage(checkCommand, read.message, effects);
    if (read.positionals.length > 1) return reportUsage(checkCommand, "one folder at a time", effects);
    const opened = await effects.openLibrary(read.positionals[0]);
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const { files, folder, wellspring } = opened.value;
    const certified = certifyTopics(opened.value);
    const file = read.text("record");
    const recorded = file === undefined ? undefined : await readRecord(file, opened.value, effects);
    if (recorded?.ok === false) return reportFailure(recorded.diagnostics, effects);
    const { statuses, diagnostics: againstRecord } = recorded?.value ?? { statuses: [], diagnostics: [] };
    const diagnostics = [
      ...opened.value.diagnostics,
      ...opened.value.checkWords(),
      ...lintLibrary(wellspring.library, files),
      ...certified.flatMap(({ refusals }) => refusals),
      ...againstRecord,
    ];
    if (read.has("json")) effects.write(`${JSON.stringify(diagnostics, null, 2)}\n`);
    else if (diagnostics.length > 0) effects.write(`${renderDiagnostics(diagnostics, files)}\n`);
    const topics = [...wellspring.library.topics.keys()];
    if (!read.has("json")) {
      for (const { pathway, refusals } of certified)
        effects.write(`${pathway}: ${refusals.length === 0 ? "proven, may be published" : "no valid certificate"}\n`);
      for (const { topic, status } of statuses)
        effects.write(`${topic}: ${status.status}${status.edition === null ? "" : `, edition ${status.edition}`}\n`);
      effects.write(`${folder}: ${files.length} files, ${topics.length} topics (${topics.join(", ") || "none"})\n`);
    }
    return hasErrors(diagnostics) ? EXIT.found : EXIT.ok;
  },
};

async function readRecord(
  file: string,
  { wellspring }: OpenedLibrary,
  effects: CliEffects,
): Promise<Result<CheckedAgainstRecord>> {
  const opened = await effects.openRecord(file);
  if (!opened.ok) return opened;
  try {
    return ok(await checkAgainstRecord(wellspring.library.topics, opened.value));
  } finally {
    await opened.value.close();
  }
}
