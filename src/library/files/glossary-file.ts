import { z } from "zod";
import type { Source } from "../../evidence/source.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { checkSource } from "../check/check-source.ts";
import type { Concept, HazardTerm } from "../model/terms.ts";
import type { Register } from "../register.ts";
import { readEntries } from "./read-entries.ts";

const conceptShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "a concept id is lower-case letters, digits and hyphens"),
  term: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  definition: z.record(z.string(), z.string()).describe("one definition for each reader"),
});

const hazardTermShape = z.strictObject({
  term: z.string().min(1),
  preferred: z.string().min(1),
  why: z.string(),
  sources: z.array(z.string()).default([]),
});

/** `glossary.yaml`: one definition for each concept and reader, and the terms that have led to harm. */
export const glossaryFileShape = z.strictObject({
  concepts: z.array(conceptShape),
  hazardTerms: z.array(hazardTermShape).default([]),
});

const outerShape = z.strictObject({
  concepts: z.array(z.unknown()).default([]),
  hazardTerms: z.array(z.unknown()).default([]),
});

export interface Glossary {
  readonly concepts: readonly Concept[];
  readonly hazardTerms: readonly HazardTerm[];
  readonly diagnostics: readonly Diagnostic[];
}

export function parseGlossary(file: string, text: string, sources: Register<Source>): Glossary {
  const read = parseYaml(file, text, outerShape);
  if (!read.ok) return { concepts: [], hazardTerms: [], diagnostics: read.diagnostics };
  const { value, spanOf } = read.value;
  const byId = { field: "id", of: (concept: Concept) => concept.id };
  const byTerm = { field: "term", of: (hazard: HazardTerm) => hazard.term.toLowerCase() };
  const concepts = readEntries(value.concepts, ["concepts"], conceptShape, byId, spanOf);
  const hazards = readEntries(value.hazardTerms, ["hazardTerms"], hazardTermShape, byTerm, spanOf);
  const sourceProblems = hazards.entries.flatMap((entry) =>
    entry.value.sources.flatMap((source, index) => checkSource(source, sources, entry.spanOf(["sources", index]))),
  );
  return {
    concepts: concepts.entries.map((entry) => entry.value),
    hazardTerms: hazards.entries.map((entry) => entry.value),
    diagnostics: [...concepts.diagnostics, ...hazards.diagnostics, ...sourceProblems],
  };
}
