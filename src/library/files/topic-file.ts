import { z } from "zod";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { type Located, parseYaml } from "../../kernel/located-yaml.ts";
import type { Result } from "../../kernel/result.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import type { RelatedQuestion } from "../model/topic.ts";

const relatedShape = z.strictObject({
  question: z.string().min(1),
  // Both are required of an author; left open here so that their absence is told in the clinician's words.
  relation: z.string().default(""),
  why: z.string().default(""),
  answeredIn: z.string().optional().describe("`#section` of this topic, or the folder name of another"),
});

const resultShape = z.array(z.record(z.string(), z.union([z.string(), z.boolean()])));

const testShape = z.strictObject({
  test: z.string().min(1),
  words: z.array(z.string().min(1)).min(1).describe("how people name the test"),
  advisedBy: z.array(z.string()).min(1).describe("codes of advice to have it done"),
  features: z.array(z.string()).min(1).describe("features that tell its result; supposing one sets the others aside"),
  since: z.string().optional().describe("feature that counts the days since the test, for `a week later`"),
  staleAfter: z.int().positive().optional().describe("days after which a result is of another illness"),
  negative: resultShape.describe("what `negative` may be, as findings; several where the word leaves it open"),
  positive: resultShape.describe("the same for `positive`"),
  nondiagnostic: z
    .string()
    .optional()
    .describe("`#statement` of article.md that says what follows without a clear answer"),
  unavailable: z.string().optional().describe("`#statement` that says what follows when the test is not to be had"),
});

/** `topic.yaml`: the question, other ways to ask it, scope, related questions, review policy. */
export const topicFileShape = z.strictObject({
  slug: z.string().optional().describe("the folder's name again, for a reader of this file alone"),
  title: z.string().min(1),
  question: z.string().min(1),
  patientQuestion: z.string().min(1),
  lastUpdated: z.iso.date("write a date as YYYY-MM-DD"),
  changes: z
    .array(z.strictObject({ version: z.string().min(1), date: z.iso.date(), what: z.string().min(1) }))
    .default([])
    .describe("each version with its date and what changed, newest first"),
  askedAs: z.array(z.string()).default([]),
  terms: z.array(z.string()).default([]),
  scope: z.strictObject({
    population: z.string(),
    setting: z.string(),
    includes: z.array(z.string()).default([]),
    excludes: z.array(z.strictObject({ what: z.string(), say: z.string() })).default([]),
  }),
  sectionsFor: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe("sections that answer a focus besides the bottom line: accuracy, follow-up, treatment, definition, …"),
  answers: z
    .array(
      z.strictObject({
        asked: z.array(z.string().min(1)).min(1).describe("ways to ask one question"),
        onlyFor: z
          .array(z.string())
          .min(1)
          .optional()
          .describe("features of which the reader must name one, for what holds of a special group alone"),
        statements: z.array(z.string()).min(1).max(5).describe("ids of the statements of article.md that answer it"),
        tells: z
          .array(z.string())
          .min(1)
          .optional()
          .describe("codes of warnings that are told with it where their numbers are known of the patient"),
      }),
    )
    .default([])
    .describe("questions of knowledge that single statements answer: these stand first when one is asked"),
  sameInQuestions: z
    .array(z.array(z.string().min(1)).min(2))
    .default([])
    .describe("words and phrases that ask for the same when a reader's question is compared with those of `answers`"),
  idleInQuestions: z
    .array(z.string().min(1))
    .default([])
    .describe("words that say nothing of what is asked, where no declared question has them"),
  unchanging: z
    .array(z.string())
    .default([])
    .describe(
      "features that stay as they are while one patient is talked about: in a follow-up only a correction replaces them",
    ),
  tests: z.array(testShape).default([]).describe("for follow-ups such as `what if it is negative?`"),
  leaflet: z
    .strictObject({ sections: z.array(z.string()).min(1) })
    .optional()
    .describe("sections of article.patient.md that go onto the printed page, in order; absent: there is no leaflet"),
  related: z.array(relatedShape).default([]),
  reviewPolicy: z.strictObject({
    clinicalSignatures: z.int().min(1),
    methodsSignatures: z.int().min(1),
    reviewEveryMonths: z.int().min(1),
  }),
});

export type TopicFile = z.infer<typeof topicFileShape>;

export function parseTopicFile(file: string, text: string): Result<Located<TopicFile>> {
  return parseYaml(file, text, topicFileShape);
}

/** A related question without a stated relation is not shown: it would be a link for the sake of links. */
export function readRelated({ value, spanOf }: Located<TopicFile>): {
  readonly related: readonly RelatedQuestion[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const isStated = (one: RelatedQuestion): boolean => one.relation.trim() !== "" && one.why.trim() !== "";
  const diagnostics = value.related.flatMap((one, index) =>
    isStated(one)
      ? []
      : [
          libraryDiagnostics.report(
            "related-without-relation",
            { question: one.question },
            spanOf(["related", index, "question"]),
          ),
        ],
  );
  return { related: value.related.filter(isStated), diagnostics };
}
