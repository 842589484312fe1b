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

export const askRequest = z
  .strictObject({
    question: z.string().trim().max(MAX_QUESTION_CHARACTERS).describe("may be empty only beside `confirm` or `turn`"),
    profile: profile.optional(),
    findings: findingsInput.optional(),
    // Its length is the engine's to judge, in words that say what to do.
    exchange: z
      .string()
      .optional()
      .describe("`conversation.exchange` of the answer that this question follows; nothing is kept on the server"),
    confirm: z
      .array(z.string().max(100))
      .max(MAX_FINDINGS)
      .optional()
      .describe("features that the exchange holds as supposed and that are so"),
    readingConfirmed: z
      .boolean()
      .optional()
      .describe("the reader has looked at what was read from the text, and it is right: `secondReading` is then null"),
    turn: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .describe("number of a question in `conversation.thread` that is shown again in full, alone beside the exchange"),
  })
  .refine(
    ({ question, confirm, turn, readingConfirmed }) =>
      question !== "" || confirm !== undefined || turn !== undefined || readingConfirmed === true,
    {
      path: ["question"],
      message: "write a question",
    },
  );

export const evaluateRequest = z.strictObject({ findings: findingsInput, profile: profile.optional() });

/** The one answer shape under its own name in the OpenAPI document. */
export const answerReply = z.object(answerShape.shape).openapi("Answer");
