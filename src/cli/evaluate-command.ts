import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import { type Command, EXIT } from "./command.ts";
import { readArguments } from "./read-arguments.ts";
import { renderAnswer } from "./render-answer.ts";
import { reportFailure, reportUsage } from "./report.ts";

export const evaluateDiagnostics = defineDiagnostics({
  "findings-unreadable": {
    severity: "error",
    message: ({ path, reason }: { path: string; reason: string }) => `\`${path}\` is not JSON: ${reason}`,
    help: 'send an object such as { "age": 58, "deepVeinTenderness": true, "dDimer": { "value": 480, "unit": "ug/L", "basis": "FEU" } }',
  },
  "findings-not-object": {
    severity: "error",
    message: ({ path }: { path: string }) =>
      `\`${path}\` is not a request: findings are an object, a profile is a text`,
    help: 'send feature ids with their values, or { "findings": { … }, "profile": "nice" }',
  },
  "pathway-not-found": {
    severity: "error",
    message: ({ pathway, known }: { pathway: string; known: string }) =>
      `there is no pathway \`${pathway}\`; known are ${known}`,
    help: "name a pathway of the library; `wellspring check` lists its topics",
  },
});

/** `wellspring evaluate`: runs a pathway on findings given as JSON. */
export const evaluateCommand: Command = {
  name: "evaluate",
  usage: "evaluate <pathway> <findings.json|-> [--profile <id>] [--json]",
  summary: "run a pathway on structured findings; `-` reads them from standard input",
  async run(args, effects) {
    const read = readArguments(args, { json: { type: "boolean" }, profile: { type: "string" } });
    if (!read.ok) return reportUsage(evaluateCommand, read.message, effects);
    const [pathway, path, ...rest] = read.positionals;
    if (pathway === undefined || path === undefined || rest.length > 0)
      return reportUsage(evaluateCommand, "name a pathway and a file of findings", effects);
    const text = await effects.readText(path);
    if (!text.ok) return reportFailure(text.diagnostics, effects);
    const request = parseRequest(path, text.value);
    if (!request.ok) return reportFailure(request.diagnostics, effects);
    const opened = await effects.openLibrary();
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const wellspring = await opened.value.wellspring.catchUp();
    const topics = [...wellspring.library.topics.values()];
    const topic = topics.find((candidate) => candidate.pathway?.id === pathway);
    if (topic === undefined) {
      const known = topics.flatMap((candidate) => candidate.pathway?.id ?? []).join(", ") || "none";
      return reportFailure([evaluateDiagnostics.report("pathway-not-found", { pathway, known })], effects);
    }
    const profile = read.text("profile") ?? request.value.profile;
    const answer = wellspring.evaluate(topic, {
      findings: request.value.findings,
      ...(profile === undefined ? {} : { profile }),
    });
    if (!answer.ok) return reportFailure(answer.diagnostics, effects);
    effects.write(read.has("json") ? `${JSON.stringify(answer.value, null, 2)}\n` : renderAnswer(answer.value));
    return EXIT.ok;
  },
};

interface FindingsRequest {
  readonly findings: Readonly<Record<string, unknown>>;
  readonly profile?: string;
}

/** Findings stand alone or beside a profile, as in the API. */
export function parseRequest(path: string, text: string): Result<FindingsRequest> {
  const parsed = parseJson(path, text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (!isObject(value)) return failed(evaluateDiagnostics.report("findings-not-object", { path }));
  if (!("findings" in value)) return ok({ findings: value });
  if (!isObject(value.findings)) return failed(evaluateDiagnostics.report("findings-not-object", { path }));
  const { findings, profile } = value;
  if (profile === undefined) return ok({ findings });
  return typeof profile === "string"
    ? ok({ findings, profile })
    : failed(evaluateDiagnostics.report("findings-not-object", { path: `${path}: profile` }));
}

function parseJson(path: string, text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, "")) as unknown);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unreadable";
    return failed(evaluateDiagnostics.report("findings-unreadable", { path, reason }));
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
