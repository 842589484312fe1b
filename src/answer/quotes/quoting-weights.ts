import { z } from "zod";
import { DOCUMENT_TYPES } from "../../evidence/corpus.ts";
import { defineDiagnostics } from "../../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { ANSWERABLE_FEATURES } from "./answerable.ts";
import { SENTENCE_FEATURES } from "./read-sentence.ts";

export const quotingDiagnostics = defineDiagnostics({
  "quoting-weights-unreadable": {
    severity: "error",
    message: ({ file, reason }: { file: string; reason: string }) =>
      `\`${file}\` does not hold the weights of quotation: ${reason}`,
    help: "copy the file from the library that ships with Wellspring",
  },
  "quoting-files-missing": {
    severity: "error",
    message: ({ folder, file }: { folder: string; file: string }) =>
      `\`${folder}\` has no ${file}, so nothing can be quoted`,
    help: "copy the file from the library that ships with Wellspring",
  },
});

const weightsOf = <Name extends string>(names: readonly Name[]) => z.record(z.enum(names), z.number());

const shape = z.strictObject({
  sentence: weightsOf(SENTENCE_FEATURES).describe("weight of each feature of a sentence"),
  choice: z.strictObject({
    mostQuotes: z.int().positive(),
    mostOfOneDocument: z.int().positive(),
    preferred: weightsOf(DOCUMENT_TYPES).describe("worth of standing in a document of a kind"),
    newlyCovered: z.number().describe("worth of the whole question being covered that was not before"),
    alike: z.number().describe("taken off for words that a quote has in common with one before it"),
    margin: z.number().describe("a sentence this far behind the best is not quoted"),
  }),
  answerable: z.strictObject({
    intercept: z.number(),
    weights: weightsOf(ANSWERABLE_FEATURES),
    threshold: z.number().min(0).max(1).describe("below this probability nothing is quoted"),
    calibration: z
      .array(z.strictObject({ from: z.number(), to: z.number(), questions: z.int(), answerable: z.number() }))
      .describe("of questions of the development half: share that was answerable, by what was foretold out of fold"),
  }),
});

/** The numbers by which sentences are chosen and questions refused. Their content is `library/quoting-weights.json`. */
export type QuotingWeights = z.infer<typeof shape>;

export function parseQuotingWeights(file: string, text: string): Result<QuotingWeights> {
  const unreadable = (reason: string) =>
    failed(quotingDiagnostics.report("quoting-weights-unreadable", { file, reason }));
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    if (parsed.success) return ok(parsed.data);
    const issue = parsed.error.issues[0];
    return unreadable(`${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
  } catch {
    return unreadable("it is not JSON");
  }
}
