import { z } from "@hono/zod-openapi";
import { answerShape } from "../../answer/answer-shape.ts";
import { MAX_QUESTION_CHARACTERS } from "../../answer/wellspring.ts";

/** More findings than any pathway asks for. */
const MAX_FINDINGS = 500;

const findingInput = z.union([
  z.boolean(),
  z.string().max(200),
  z.number(),
  z.strictObject({
    value: z.union([z.number(), z.string().max(40)]),
    unit: z.string().max(40).nullish().describe("UCUM code; without it the value is kept and asked about"),
    basis: z.string().max(40).nullish().describe("assay basis where there are several, for instance FEU or DDU"),
  }),
  z.null(),
]);

/** Only the form is checked here. Whether a value suits its feature is the engine's to say, in the words of the pathway. */
const findingsInput = z
  .record(z.string().max(100), findingInput)
  .refine((findings) => Object.keys(findings).length <= MAX_FINDINGS, `at most ${MAX_FINDINGS} findings`)
  .describe(
    "feature id to value: true or false, a code, a number, { value, unit, basis }, or null for asked and not known",
  );

const profile = z.string().min(1).max(100).describe("guideline profile; absent: the default of the pathway");

export const askRequest = z.strictObject({
  question: z.string().trim().min(1, "write a question").max(MAX_QUESTION_CHARACTERS),
  profile: profile.optional(),
  findings: findingsInput.optional(),
});

export const evaluateRequest = z.strictObject({ findings: findingsInput, profile: profile.optional() });

/** The one answer shape under its own name in the OpenAPI document. */
export const answerReply = z.object(answerShape.shape).openapi("Answer");
