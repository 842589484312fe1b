import { z } from "zod";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { parseYaml } from "../../kernel/located-yaml.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { checkExample } from "../check/check-example.ts";
import type { Example } from "../model/example.ts";
import { type Entry, readEntries } from "./read-entries.ts";

const names = z.array(z.string()).optional();
const windows = z.array(z.tuple([z.number(), z.number()]));

const exampleShape = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  profile: z.string().optional(),
  findings: z.record(z.string(), z.unknown()),
  expect: z.strictObject({
    nextStep: z.string(),
    rule: z.string().optional(),
    score: z.number().nullable().optional(),
    strata: z.record(z.string(), z.string().nullable()).optional(),
    scores: z.record(z.string(), z.tuple([z.number(), z.number()]).nullable()).optional(),
    alsoDo: names,
    alsoWindows: z.record(z.string(), windows).optional(),
    warnings: names,
    mustNotWarn: names,
    needs: names,
    disputed: names,
    presumed: names,
    windows: windows.optional(),
    notes: names,
  }),
  basis: z.string().optional(),
});

/** `examples.yaml`: patients and what must be advised. */
export const examplesFileShape = z.strictObject({ examples: z.array(exampleShape) });

const outerShape = z.strictObject({ examples: z.array(z.unknown()) });

/** The patients of a file, with where each of their names stands. */
export interface ReadExamples {
  readonly entries: readonly Entry<z.infer<typeof exampleShape>>[];
  readonly examples: readonly Example[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readExamples(file: string, text: string): ReadExamples {
  const read = parseYaml(file, text, outerShape);
  if (!read.ok) return { entries: [], examples: [], diagnostics: read.diagnostics };
  const byId = { field: "id", of: (example: z.infer<typeof exampleShape>) => example.id };
  const listed = readEntries(read.value.value.examples, ["examples"], exampleShape, byId, read.value.spanOf);
  return {
    entries: listed.entries,
    examples: listed.entries.map(({ value, spanOf }) => ({ ...value, span: spanOf([]) })),
    diagnostics: listed.diagnostics,
  };
}

/** What is wrong with the names in examples, where there is a pathway that they could be of. */
export function checkExamples({ entries }: ReadExamples, pathway: Pathway | undefined): readonly Diagnostic[] {
  return pathway === undefined ? [] : entries.flatMap((entry) => checkExample(entry, pathway));
}
