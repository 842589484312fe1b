import type { Wellspring } from "../answer/wellspring.ts";
import type { Topic } from "../library/model/topic.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";
import { evaluateRetrieval } from "./evaluate-retrieval.ts";
import { evaluateAbstention } from "./measure/evaluate-abstention.ts";
import { evaluateEvidence } from "./measure/evaluate-evidence.ts";
import { evaluateQuotes } from "./measure/evaluate-quotes.ts";
import { evaluateSecondReader } from "./measure/second-reader/evaluate-second-reader.ts";
import { judgeQuestion, renderQuestionOutcomes } from "./questions/judge-question.ts";
import { type ReadArguments, readArguments } from "./read-arguments.ts";
import { readQuestions, readVignettes } from "./read-vignettes.ts";
import { reportFailure, reportUsage } from "./report.ts";
import { judgeVignette, SOURCES } from "./vignettes/judge-vignette.ts";
import { renderOutcomes } from "./vignettes/render-outcomes.ts";

/** What is measured on folders of documents, questions and judgements. */
const MEASURES: ReadonlyMap<string, (args: readonly string[], effects: CliEffects) => Promise<number>> = new Map([
  ["retrieval", evaluateRetrieval],
  ["evidence", evaluateEvidence],
  ["quotes", evaluateQuotes],
  ["abstain", evaluateAbstention],
  ["second-reader", evaluateSecondReader],
]);

/** `wellspring eval`: how far the answers agree with what clinicians expect of example patients and questions. */
export const evalCommand: Command = {
  name: "eval",
  usage:
    "eval vignettes <file> [--from structured|text] [--topic <slug>] [--profile <id>] [--json], or eval questions <file> [--json], or eval retrieval|evidence|quotes <folder> [--json], or eval abstain <folder> <folder>… [--json], or eval second-reader <file> <file>… [--json]",
  summary: "compare answers with expected ones; exit status 0 only when all agree",
  async run(args, effects) {
    const measure = MEASURES.get(args[0] ?? "");
    if (measure !== undefined) return measure(args.slice(1), effects);
    const read = readArguments(args, {
      from: { type: "string" },
      topic: { type: "string" },
      profile: { type: "string" },
      json: { type: "boolean" },
    });
    if (!read.ok) return reportUsage(evalCommand, read.message, effects);
    const [what, path, ...rest] = read.positionals;
    if (path === undefined || rest.length > 0)
      return reportUsage(evalCommand, "name what to evaluate and a file", effects);
    if (what === "vignettes") return evalVignettes(path, read, effects);
    if (what === "questions") return evalQuestions(path, read, effects);
    return reportUsage(evalCommand, "evaluate vignettes or questions", effects);
  },
};

type Options = Extract<ReadArguments, { ok: true }>;

async function evalVignettes(path: string, read: Options, effects: CliEffects): Promise<number> {
  const from = SOURCES.find((source) => source === (read.text("from") ?? "structured"));
  if (from === undefined) return reportUsage(evalCommand, `--from is one of ${SOURCES.join(", ")}`, effects);
  const file = await readVignettes(path, effects);
  if (!file.ok) return reportFailure(file.diagnostics, effects);
  const opened = await effects.openLibrary();
  if (!opened.ok) return reportFailure(opened.diagnostics, effects);
  const { wellspring } = opened.value;
  const slug = read.text("topic");
  const topic = findTopic(wellspring, slug);
  const pathway = topic?.pathway;
  if (topic === undefined || pathway === undefined)
    return reportUsage(evalCommand, `there is no topic ${slug ?? ""} with a pathway`, effects);
  const profile = read.text("profile");
  const asked = { wellspring, topic, pathway, from, file: file.value, ...(profile === undefined ? {} : { profile }) };
  const outcomes = file.value.vignettes.map((vignette) => judgeVignette(vignette, asked));
  effects.write(read.has("json") ? `${JSON.stringify(outcomes, null, 2)}\n` : renderOutcomes(outcomes, from));
  return statusOf(outcomes);
}

async function evalQuestions(path: string, read: Options, effects: CliEffects): Promise<number> {
  const file = await readQuestions(path, effects);
  if (!file.ok) return reportFailure(file.diagnostics, effects);
  const opened = await effects.openLibrary();
  if (!opened.ok) return reportFailure(opened.diagnostics, effects);
  const outcomes = file.value.questions.map((question) => judgeQuestion(question, opened.value.wellspring));
  effects.write(read.has("json") ? `${JSON.stringify(outcomes, null, 2)}\n` : renderQuestionOutcomes(outcomes));
  return statusOf(outcomes);
}

function statusOf(outcomes: readonly { readonly differences: readonly string[] }[]): number {
  return outcomes.every(({ differences }) => differences.length === 0) ? EXIT.ok : EXIT.found;
}

function findTopic({ library }: Wellspring, slug: string | undefined): Topic | undefined {
  const topics = [...library.topics.values()].filter(({ pathway }) => pathway !== undefined);
  return slug === undefined ? topics[0] : topics.find((topic) => topic.slug === slug);
}
