import { z } from "zod";
import { answerShape } from "../../answer/answer-shape.ts";

const codes = z.array(z.string()).default([]);

/** A regular expression, read without regard to case. */
const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, "i");
  } catch {
    context.addIssue({ code: "custom", message: `\`${source}\` is not a regular expression` });
    return z.NEVER;
  }
});
const patterns = z.array(pattern).default([]);

/** What a question expects. What is missing or empty is not judged. */
const expectedAnswer = z.strictObject({
  /** Kinds of answer that are right. */
  kind: z.array(answerShape.shape.kind).min(1),
  /** Reasons that are right if the answer is a refusal. */
  reasons: codes,
  /** The topic if one answers. */
  topic: z.string().optional(),
  /** Next steps that are right if a topic answers. */
  nextStep: codes,
  mustNot: codes,
  /** Whether the answer must (true) or must not (false) be an emergency. */
  alarm: z.boolean().optional(),
  /** A refusal must name urgent signs. */
  urgentSigns: z.boolean().default(false),
  /** Sections of the topic of which at least one must be quoted. */
  sections: codes,
  /** What the list of what is not answered must name. */
  notAnswered: patterns,
  says: patterns,
  /** What must be said at the head of the answer: in the statements that answer directly, or in the next step if that leads. */
  leads: patterns,
  /** Ids of statements, and codes of next steps, of which one must lead a topic's answer: as the first that answers directly, or as the step that leads. */
  leadsWith: codes,
  mustNotSay: patterns,
});

/** What a follow-up expects besides: what was taken along, what changed, and under which guideline. */
const expectedFollowUp = expectedAnswer.extend({
  profile: z.string().optional(),
  /** Features that must be among those carried over, and among those that changed. */
  carried: codes,
  changed: codes,
  sameAdvice: z.boolean().optional(),
});

/** A file of questions with the kind of answer that is right for each. */
export const questionsShape = z.looseObject({
  questions: z
    .array(
      z.looseObject({
        id: z.string(),
        about: z.string().optional(),
        question: z.string(),
        expected: expectedAnswer,
        /** Asked one after the other, each with the exchange of the answer before. */
        followUps: z.array(z.strictObject({ question: z.string(), expected: expectedFollowUp })).default([]),
      }),
    )
    .min(1),
});

export type ExpectedAnswer = z.infer<typeof expectedAnswer>;
export type ExpectedFollowUp = z.infer<typeof expectedFollowUp>;
export type Question = z.infer<typeof questionsShape>["questions"][number];
