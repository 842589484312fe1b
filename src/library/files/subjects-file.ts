import { z } from "zod";
import { HOUSE_RULE } from "../../evidence/citation.ts";
import type { Source } from "../../evidence/source.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { checkSource } from "../check/check-source.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import type { Subject } from "../model/library.ts";
import type { Register } from "../register.ts";
import { readEntries } from "./read-entries.ts";

const phrase = z
  .string()
  .regex(/^[\p{Ll}\p{N}'-]+(?: [\p{Ll}\p{N}'-]+)*$/u, "words in lower case, one space between them");

/** As in the phrases of topics: one of several words, and up to a few others between. */
const emergencyPhrase = z
  .string()
  .regex(
    /^[\p{Ll}\p{N}'-]+(?:\|[\p{Ll}\p{N}'-]+)*(?: (?:\.\.\.|[\p{Ll}\p{N}'-]+(?:\|[\p{Ll}\p{N}'-]+)*))*$/u,
    "words in lower case, one space between them; `|` between one word and another, `...` for a few words",
  )
  .refine((text) => !text.endsWith("..."), "ends with nothing to look for");

const signShape = z.strictObject({
  sign: z.string().min(1),
  basis: z.literal(HOUSE_RULE).optional().describe("our own rule; or else give `sources`"),
  sources: z.array(z.string()).default([]),
});

const subjectShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "a subject id is lower-case letters, digits and hyphens"),
  title: z.string().min(1),
  words: z.array(phrase).min(1).describe("recognise the subject in a question"),
  emergencies: z
    .array(emergencyPhrase)
    .default([])
    .describe("a question with one of these is an emergency, whatever it asks"),
  outranksTopics: z
    .boolean()
    .default(false)
    .describe("its emergencies are answered before any topic, whatever else is told"),
  beforeTopics: z
    .boolean()
    .default(false)
    .describe(
      "a question of it is refused even where a topic shares its words, unless it tells of an examined patient",
    ),
  say: z.string().min(1).describe("what a refusal says of the subject"),
  urgentSigns: z.array(signShape).min(1),
});

/** `subjects.yaml`: what no topic covers yet, with the signs that must not wait. */
export const subjectsFileShape = z.strictObject({ subjects: z.array(subjectShape) });

const outerShape = z.strictObject({ subjects: z.array(z.unknown()) });

export function parseSubjects(
  file: string,
  text: string,
  sources: Register<Source>,
): { readonly subjects: readonly Subject[]; readonly diagnostics: readonly Diagnostic[] } {
  const read = parseYaml(file, text, outerShape);
  if (!read.ok) return { subjects: [], diagnostics: read.diagnostics };
  const byId = { field: "id", of: (subject: Subject) => subject.id };
  const listed = readEntries(read.value.value.subjects, ["subjects"], subjectShape, byId, read.value.spanOf);
  const problems = listed.entries.flatMap(({ value, spanOf }) =>
    value.urgentSigns.flatMap((sign, index) => {
      const at = ["urgentSigns", index];
      const unlabelled = (sign.basis === undefined) === (sign.sources.length === 0);
      return [
        ...(unlabelled ? [libraryDiagnostics.report("sign-without-basis", { sign: sign.sign }, spanOf(at))] : []),
        ...sign.sources.flatMap((source, place) => checkSource(source, sources, spanOf([...at, "sources", place]))),
      ];
    }),
  );
  return { subjects: listed.entries.map(({ value }) => value), diagnostics: [...listed.diagnostics, ...problems] };
}
