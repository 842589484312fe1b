import { z } from "zod";
import { type Diagnostic, defineDiagnostics } from "../../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { Library, LibraryFile } from "../../library/model/library.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";

export const secondReaderDiagnostics = defineDiagnostics({
  "second-reader-unreadable": {
    severity: "error",
    message: ({ file, reason }: { file: string; reason: string }) => `\`${file}\` holds no second reader: ${reason}`,
    help: "write it anew with `wellspring eval second-reader <vignettes>… --json`, or take the file away: texts are then read once",
  },
  "second-reader-step-unknown": {
    severity: "error",
    message: ({ file, step }: { file: string; step: string }) =>
      `\`${file}\` knows the next step ${step}, which the pathway of its topic has not`,
    help: "write it anew with `wellspring eval second-reader <vignettes>… --json` from vignettes that name the pathway's own codes",
  },
});

/** Codes of one urgency. `atOnce`: asking something first is already too late. */
export const urgencyLevel = z.object({ codes: z.array(z.string()), atOnce: z.boolean().default(false) });
export type UrgencyLevel = z.infer<typeof urgencyLevel>;

/** Pairs of next steps that differ by a count or a measure alone, which a reader of words cannot tell apart. */
export const indistinct = z.array(z.tuple([z.string(), z.string()]));

/** Largest weight, in units of `scale`. */
export const LARGEST_WEIGHT = 127;

// There are ten thousand of them: one check for each row, where one for each number takes a fifth of a second.
const weights = z.custom<readonly number[]>(
  (row) => Array.isArray(row) && row.every((one) => Number.isInteger(one) && Math.abs(one) <= LARGEST_WEIGHT),
  `expected whole numbers from -${LARGEST_WEIGHT} to ${LARGEST_WEIGHT}`,
);

const shape = z.strictObject({
  topic: z.string().describe("slug of the topic"),
  texts: z.int().positive().describe("how many example patients it has learned from"),
  urgency: z.array(urgencyLevel).min(1).describe("most urgent first; steps that conclude nothing stand in none"),
  indistinct: indistinct.describe("steps that are not doubted for each other"),
  doubtBelow: z
    .number()
    .min(0)
    .max(1)
    .describe("a step that is less likely than this share of the likeliest one is doubted"),
  steps: z.array(z.string()).min(2).describe("codes of the next steps, in the order of the weights"),
  scale: z.number().positive().describe("what one unit of a weight is worth"),
  bias: z.array(z.number()),
  grams: z.record(z.string(), weights).describe("a weight for each step"),
});

/** Multinomial logistic regression over the words of a text: how alike it is to the example patients of each next step. */
export type SecondReader = z.infer<typeof shape>;

export function parseSecondReader(file: string, text: string): Result<SecondReader> {
  const unreadable = (reason: string) =>
    failed(secondReaderDiagnostics.report("second-reader-unreadable", { file, reason }));
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return unreadable(`${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
    }
    const { steps, bias, grams } = parsed.data;
    const odd = Object.keys(grams).find((gram) => grams[gram]?.length !== steps.length);
    if (odd !== undefined) return unreadable(`\`${odd}\` has not one weight for each of ${steps.length} steps`);
    if (bias.length !== steps.length) return unreadable(`bias has not one number for each of ${steps.length} steps`);
    return ok(parsed.data);
  } catch {
    return unreadable("it is not JSON");
  }
}

/**
 * The second readers among the files of a library, by the slug of their topic. One that cannot be read, or that knows other steps than the
 * pathway of its topic, is left out with a diagnostic: its topic is read once.
 */
export function openSecondReaders(files: readonly LibraryFile[], { topics }: Library) {
  const readers = new Map<string, SecondReader>();
  const diagnostics: Diagnostic[] = [];
  for (const { path, text } of files) {
    if (!path.startsWith(FOLDER)) continue;
    const read = parseSecondReader(path, text);
    const faults = read.ok ? unknownSteps(path, read.value, topics.get(read.value.topic)?.pathway) : read.diagnostics;
    diagnostics.push(...faults);
    if (read.ok && faults.length === 0) readers.set(read.value.topic, read.value);
  }
  return { readers, diagnostics };
}

const FOLDER = "second-readers/";

function unknownSteps(file: string, { steps }: SecondReader, pathway: Pathway | undefined): readonly Diagnostic[] {
  const known = new Set(pathway?.recommendations.map(({ code }) => code));
  return steps
    .filter((step) => !known.has(step))
    .map((step) => secondReaderDiagnostics.report("second-reader-step-unknown", { file, step }));
}
