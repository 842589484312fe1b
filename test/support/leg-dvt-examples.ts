import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseYaml } from "../../src/kernel/located-yaml.ts";
import type { Expectation } from "./example-differences.ts";
import { type SentFindings, TOPIC } from "./leg-dvt.ts";

export interface PatientExample {
  readonly id: string;
  readonly title: string;
  readonly profile?: string;
  readonly findings: SentFindings;
  readonly expect: Expectation;
  readonly basis?: string;
}

// Strict, so that a misspelt expectation is an error and not an expectation that is never judged.
const expectation = z.strictObject({
  nextStep: z.string(),
  rule: z.string().optional(),
  score: z.number().nullable().optional(),
  strata: z.record(z.string(), z.string().nullable()).optional(),
  alsoDo: z.array(z.string()).optional(),
  warnings: z.array(z.string()).optional(),
  mustNotWarn: z.array(z.string()).optional(),
  needs: z.array(z.string()).optional(),
  presumed: z.array(z.string()).optional(),
  windows: z.array(z.tuple([z.number(), z.number()])).optional(),
});

const examplesShape = z.strictObject({
  examples: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      profile: z.string().optional(),
      findings: z.record(z.string(), z.unknown()),
      expect: expectation,
      basis: z.string().optional(),
    }),
  ),
});

export const legDvtExamples: readonly PatientExample[] = readExamples();

function readExamples(): readonly PatientExample[] {
  const file = parseYaml("examples.yaml", readFileSync(new URL("examples.yaml", TOPIC), "utf8"), examplesShape);
  if (!file.ok) throw new Error(file.diagnostics.map(({ message }) => message).join("\n"));
  // Zod writes an absent field as `T | undefined`, which is what the optional fields of the interface mean here.
  return file.value.value.examples as readonly PatientExample[];
}
