import { z } from "zod";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { checkTools, type ToolNames } from "../check/check-tools.ts";
import { SCAN_CLASS_NAMES, type TopicTools } from "../model/tools.ts";

const id = z.string().min(1);
const ids = z.array(id);

const scoreShape = z.strictObject({
  score: id.describe("score of the pathway"),
  checks: ids.default([]).describe("features that tell whether the score is meant for this patient"),
  details: z
    .array(z.strictObject({ item: id, field: id }))
    .default([])
    .describe("a field that belongs to an item"),
  standing: ids.default([]).describe("warnings of the pathway that stand beside every total"),
  warnings: ids.default([]).describe("warnings of the pathway that are shown when this patient raises them"),
  prevalences: z.array(z.strictObject({ scheme: id, stratum: id, facts: ids.min(1) })).default([]),
});

const countShape = z.union([
  z.strictObject({ label: z.string().min(1), score: id, scheme: id, stratum: id }),
  z.strictObject({ label: z.string().min(1), feature: id, value: z.string() }),
  z.strictObject({ label: z.string().min(1), definition: id, holds: z.boolean() }),
]);

const cutOffShape = z.strictObject({
  measurement: id.describe("family of the measured features"),
  withoutUnit: id.describe("warning of the pathway that says why there is no verdict without unit and basis"),
  age: id,
  ageFrom: id.describe("parameter: age above which the cut-off rises"),
  asks: ids.min(1).describe("entries of the form, in order"),
  bases: z
    .array(
      z.strictObject({
        basis: z.string().min(1),
        value: id.describe("the measured feature on this basis"),
        laboratory: id.describe("feature: the laboratory's own cut-off"),
        usual: id.describe("parameter: the usual cut-off"),
        step: id.describe("parameter: what each year of age adds up to"),
        adjusted: id.describe("definition: the cut-off is the age-adjusted one"),
        below: id.describe("definition: the value is below the cut-off that holds"),
      }),
    )
    .min(1),
  warnings: ids.default([]).describe("warnings of the pathway that are shown when this patient raises them"),
  counts: z.array(countShape).default([]).describe("what must hold for a negative result to rule out by itself"),
});

const chancesShape = z.strictObject({
  condition: z.string().min(1).describe("what the tests look for, with its article: `a deep-vein clot`"),
  lines: ids.default([]).describe("facts: miss rates that are drawn as lines"),
  start: id.describe("fact: the prevalence shown first"),
  presets: ids.default([]).describe("facts: prevalences to choose"),
  tests: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/, "an id of a test is lower-case letters, digits and hyphens"),
        group: z.string().min(1),
        label: z.string().min(1),
        condition: z.string().optional(),
        sensitivity: id,
        specificity: id,
      }),
    )
    .min(1),
});

const scanShape = z.strictObject({
  feature: id.describe("choice of the pathway that holds the result"),
  waveform: id.describe("yes/no of the pathway: a flat or unequal waveform"),
  leg: id,
  required: id.describe("named set of segments"),
  byProtocol: id.describe("named set of segments"),
  optional: id.describe("named set of segments"),
  proximal: id.describe("named set"),
  distal: id.describe("named set"),
  superficial: ids.default([]).describe("segments of superficial veins"),
  requiredWith: ids.default([]).describe("features that make the segments by protocol required"),
  report: id.describe("named set: what the report contains"),
  asks: ids.default([]).describe("entries of the form about the study"),
  measures: ids.default([]).describe("entries with the measures of a clot"),
  classes: z.strictObject(
    Object.fromEntries(SCAN_CLASS_NAMES.map((name) => [name, id])) as Record<
      (typeof SCAN_CLASS_NAMES)[number],
      typeof id
    >,
  ),
});

/** `tools.yaml`: what the tools of a topic show, by the names of its facts, features, scores and parameters. It holds no number. */
export const toolsFileShape = z.strictObject({
  score: scoreShape.optional(),
  cutOff: cutOffShape.optional(),
  chances: chancesShape.optional(),
  scan: scanShape.optional(),
});

/** A file with a name that the topic does not have gives no tool at all: half a calculator would mislead. */
export function parseTools(
  file: string,
  text: string,
  names: ToolNames,
): { readonly tools?: TopicTools; readonly diagnostics: readonly Diagnostic[] } {
  const read = parseYaml(file, text, toolsFileShape);
  if (!read.ok) return { diagnostics: read.diagnostics };
  const diagnostics = checkTools(read.value, names);
  return diagnostics.length > 0 ? { diagnostics } : { tools: read.value.value, diagnostics };
}
