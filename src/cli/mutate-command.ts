import { answerDiagnostics } from "../answer/answer-diagnostics.ts";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import type { Topic } from "../library/model/topic.ts";
import type { ExpectedPatient } from "../pathway/examples/expected-patient.ts";
import { parseFindings } from "../pathway/findings/parse-findings.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { judgeMutants } from "../pathway/mutate/judge-mutants.ts";
import { listMutants } from "../pathway/mutate/list-mutants.ts";
import { presentMutants, renderMutants } from "../pathway/mutate/render-mutants.ts";
import { type Command, EXIT } from "./command.ts";
import { evaluateDiagnostics } from "./evaluate-command.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** `wellspring mutate`: puts small faults into a pathway and lists those that neither an example nor a proof notices. */
export const mutateCommand: Command = {
  name: "mutate",
  usage: "mutate <pathway> [--profile <id>] [--json]",
  summary: "put small faults into a pathway and list those that no example and no proof notices; exit status 1 if any",
  async run(args, effects) {
    const read = readArguments(args, { json: { type: "boolean" }, profile: { type: "string" } });
    if (!read.ok) return reportUsage(mutateCommand, read.message, effects);
    const [id, ...rest] = read.positionals;
    if (id === undefined || rest.length > 0) return reportUsage(mutateCommand, "name a pathway", effects);
    const opened = await effects.openLibrary();
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const { files, wellspring } = opened.value;
    const topics = [...wellspring.library.topics.values()];
    const topic = topics.find(({ pathway }) => pathway?.id === id);
    const text = files.find(({ path }) => path === topic?.pathway?.stages[0]?.span.file)?.text;
    if (topic?.pathway === undefined || text === undefined) {
      const known = topics.flatMap(({ pathway }) => pathway?.id ?? []).join(", ") || "none";
      return reportFailure([evaluateDiagnostics.report("pathway-not-found", { pathway: id, known })], effects);
    }
    const { pathway } = topic;
    const profile = read.text("profile");
    const known = pathway.profiles.map((one) => one.id);
    if (profile !== undefined && !known.includes(profile))
      return reportFailure(
        [answerDiagnostics.report("profile-not-found", { profile, known: known.join(", ") })],
        effects,
      );
    const examples = expectedPatients(topic, pathway, profile);
    if (!examples.ok) return reportFailure(examples.diagnostics, effects, files);
    const profiles = profile === undefined ? known : [profile];
    const judged = judgeMutants(pathway, listMutants(pathway, text), examples.value, profiles);
    if (!judged.ok) return reportFailure(judged.diagnostics, effects, files);
    if (read.has("json")) effects.write(`${JSON.stringify(presentMutants(judged.value), null, 2)}\n`);
    else effects.write(renderMutants(pathway, judged.value));
    return judged.value.some(({ fate }) => fate.kind === "survived") ? EXIT.found : EXIT.ok;
  },
};

/** The topic's examples as statements; with a profile, its own alone. */
function expectedPatients(
  { examples }: Topic,
  pathway: Pathway,
  only: string | undefined,
): Result<readonly ExpectedPatient[]> {
  const diagnostics: Diagnostic[] = [];
  const patients = examples.flatMap(({ id, profile = pathway.defaultProfile, findings, expect }): ExpectedPatient[] => {
    if (only !== undefined && profile !== only) return [];
    const statements = parseFindings(pathway, findings);
    if (statements.ok) return [{ id, profile, statements: statements.value, expect }];
    diagnostics.push(...statements.diagnostics);
    return [];
  });
  return diagnostics.length > 0 ? failed(...diagnostics) : ok(patients);
}
