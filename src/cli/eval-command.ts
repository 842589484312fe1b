import type { Answer } from "../answer/answer-shape.ts";
import type { Wellspring } from "../answer/wellspring.ts";
import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import type { Topic } from "../library/model/topic.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";
import { evaluateRetrieval } from "./evaluate-retrieval.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";
import { compareVignette } from "./vignettes/compare-vignette.ts";
import { structuredFindings } from "./vignettes/structured-findings.ts";
import { type Vignette, vignettesShape } from "./vignettes/vignette-shape.ts";

export const evalDiagnostics = defineDiagnostics({
  "vignettes-unreadable": {
    severity: "error",
    message: ({ path, reason }: { path: string; reason: string }) =>
      `\`${path}\` is not a file of vignettes: ${reason}`,
    help: 'give JSON with { "vignettes": [ { "id", "text", "structured", "expected": { "nextStep", … } } ] }',
  },
  "vignette-part-missing": {
    severity: "error",
    message: ({ id, part }: { id: string; part: string }) => `vignette \`${id}\` has no \`${part}\``,
    help: "evaluate from the other part with --from, or add the part",
  },
});

const SOURCES = ["structured", "text"] as const;
type From = (typeof SOURCES)[number];

/** `wellspring eval vignettes`: how far the answers agree with what clinicians expect of example patients. */
export const evalCommand: Command = {
  name: "eval",
  usage:
    "eval vignettes <file> [--from structured|text] [--topic <slug>] [--profile <id>] [--json] | eval retrieval <folder> [--json]",
  summary: "compare answers with expected ones; exit status 0 only when all agree",
  async run(args, effects) {
    if (args[0] === "retrieval") return evaluateRetrieval(args.slice(1), effects);
    const read = readArguments(args, {
      from: { type: "string" },
      topic: { type: "string" },
      profile: { type: "string" },
      json: { type: "boolean" },
    });
    if (!read.ok) return reportUsage(evalCommand, read.message, effects);
    const [what, path, ...rest] = read.positionals;
    if (what !== "vignettes" || path === undefined || rest.length > 0)
      return reportUsage(evalCommand, "name what to evaluate and a file", effects);
    const from = SOURCES.find((source) => source === (read.text("from") ?? "structured"));
    if (from === undefined) return reportUsage(evalCommand, `--from is one of ${SOURCES.join(", ")}`, effects);
    const vignettes = await readVignettes(path, effects);
    if (!vignettes.ok) return reportFailure(vignettes.diagnostics, effects);
    const opened = await effects.openLibrary();
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const { wellspring } = opened.value;
    const slug = read.text("topic");
    const topic = findTopic(wellspring, slug);
    if (topic === undefined) return reportUsage(evalCommand, `there is no topic ${slug ?? ""} with a pathway`, effects);
    const profile = read.text("profile");
    const asked = { wellspring, topic, from, ...(profile === undefined ? {} : { profile }) };
    const outcomes = vignettes.value.map((vignette) => judge(vignette, asked));
    effects.write(read.has("json") ? `${JSON.stringify(outcomes, null, 2)}\n` : render(outcomes, from));
    return outcomes.every(({ differences }) => differences.length === 0) ? EXIT.ok : EXIT.found;
  },
};

function findTopic({ library }: Wellspring, slug: string | undefined): Topic | undefined {
  const topics = [...library.topics.values()].filter(({ pathway }) => pathway !== undefined);
  return slug === undefined ? topics[0] : topics.find((topic) => topic.slug === slug);
}

async function readVignettes(path: string, effects: CliEffects): Promise<Result<readonly Vignette[]>> {
  const text = await effects.readText(path);
  if (!text.ok) return text;
  const unreadable = (reason: string) => failed(evalDiagnostics.report("vignettes-unreadable", { path, reason }));
  try {
    const parsed = vignettesShape.safeParse(JSON.parse(text.value));
    if (parsed.success) return ok(parsed.data.vignettes);
    const issue = parsed.error.issues[0];
    return unreadable(`${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : "unreadable");
  }
}

interface Asked {
  readonly wellspring: Wellspring;
  readonly topic: Topic;
  readonly from: From;
  readonly profile?: string;
}

interface Outcome {
  readonly id: string;
  readonly topic: string;
  readonly nextStep: string | null;
  readonly score: Answer["score"];
  readonly differences: readonly string[];
  /** Keys of the structured part that were not read. */
  readonly unread: readonly string[];
}

function judge(vignette: Vignette, asked: Asked): Outcome {
  const { answer, unread } = answerTo(vignette, asked);
  const shared = { id: vignette.id, topic: vignette.topic ?? "", unread };
  if (!answer.ok) {
    const differences = answer.diagnostics.map(({ message, help }) => `${message} (${help})`);
    return { ...shared, nextStep: null, score: null, differences };
  }
  const { nextStep, score } = answer.value;
  return {
    ...shared,
    nextStep: nextStep?.code ?? null,
    score,
    differences: compareVignette(vignette.expected, answer.value),
  };
}

function answerTo(
  vignette: Vignette,
  asked: Asked,
): { readonly answer: Result<Answer>; readonly unread: readonly string[] } {
  const { wellspring, topic, from, profile } = asked;
  const lacks = (part: string) => ({
    answer: failed(evalDiagnostics.report("vignette-part-missing", { id: vignette.id, part })),
    unread: [],
  });
  const options = profile === undefined ? {} : { profile };
  if (from === "text") {
    if (vignette.text === undefined) return lacks("text");
    return { answer: wellspring.ask({ question: vignette.text, ...options }), unread: [] };
  }
  if (vignette.structured === undefined) return lacks("structured");
  const { findings, unread } = structuredFindings(vignette.structured);
  return { answer: wellspring.evaluate(topic, { findings, ...options }), unread };
}

function render(outcomes: readonly Outcome[], from: From): string {
  const lines = outcomes.map(({ id, topic, nextStep, score, differences, unread }) => {
    const total =
      score === null ? "no score" : score.lo === score.hi ? `score ${score.lo}` : `score ${score.lo} to ${score.hi}`;
    const head = `${differences.length === 0 ? "agrees " : "DIFFERS"}  ${id}  ${topic}: ${nextStep ?? "no answer"}, ${total}`;
    const notRead = unread.length === 0 ? [] : [`not read from the vignette: ${unread.join(", ")}`];
    return [head, ...[...differences, ...notRead].map((line) => `           ${line}`)].join("\n");
  });
  const agreeing = outcomes.filter(({ differences }) => differences.length === 0).length;
  return `${lines.join("\n")}\n\n${agreeing} of ${outcomes.length} vignettes agree (from ${from})\n`;
}
