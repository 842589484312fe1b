import type { z } from "zod";
import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import type { CliEffects } from "./command.ts";
import { questionsShape } from "./questions/question-shape.ts";
import { vignettesShape } from "./vignettes/vignette-shape.ts";

export const evalDiagnostics = defineDiagnostics({
  "vignettes-unreadable": {
    severity: "error",
    message: ({ path, reason }: { path: string; reason: string }) =>
      `\`${path}\` is not a file of vignettes: ${reason}`,
    help: 'give JSON with { "vignettes": [ { "id", "text", "structured", "expected": { "nextStep", … } } ] }',
  },
  "questions-unreadable": {
    severity: "error",
    message: ({ path, reason }: { path: string; reason: string }) =>
      `\`${path}\` is not a file of questions: ${reason}`,
    help: 'give JSON with { "questions": [ { "id", "question", "expected": { "kind": ["topic"], … } } ] }',
  },
});

/** A file of example patients. */
export function readVignettes(path: string, effects: CliEffects) {
  return readJson(path, vignettesShape, "vignettes-unreadable", effects);
}

/** A file of example questions. */
export function readQuestions(path: string, effects: CliEffects) {
  return readJson(path, questionsShape, "questions-unreadable", effects);
}

async function readJson<T>(
  path: string,
  shape: z.ZodType<T>,
  code: keyof typeof evalDiagnostics.table,
  effects: CliEffects,
): Promise<Result<T>> {
  const text = await effects.readText(path);
  if (!text.ok) return text;
  const unreadable = (reason: string) => failed(evalDiagnostics.report(code, { path, reason }));
  try {
    const parsed = shape.safeParse(JSON.parse(text.value));
    if (parsed.success) return ok(parsed.data);
    const issue = parsed.error.issues[0];
    return unreadable(`${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : "unreadable");
  }
}
