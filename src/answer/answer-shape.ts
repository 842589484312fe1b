import { z } from "zod";
import {
  type adviceInShort,
  conversation,
  type followed,
  type shortAnswer,
  type thread,
  type threadTurn,
} from "./shape/conversation.ts";
import {
  advice,
  finding,
  followUp,
  need,
  nextStep,
  notAnswered,
  scoreOf,
  secondReading,
  traceStep,
} from "./shape/patient.ts";
import { citation, related, review, source, statement } from "./shape/text.ts";
import { quotes, refusal } from "./shape/without-topic.ts";

/** The answer to a question or to a set of findings: one shape for the page, the API and the command line. */
export const answerShape = z.object({
  kind: z.enum(["topic", "quotes", "refusal"]),
  alarm: z.boolean().describe("the next step is an emergency: it is shown before anything else"),
  question: z.string().nullable(),
  lead: z
    .enum(["patient", "text", "text-alone"])
    .describe(
      "what is shown first: the next step for the patient, or the text; text-alone: a question of knowledge, whose next step is only where the pathway would begin",
    ),
  topic: z.object({ slug: z.string(), title: z.string(), question: z.string() }).nullable(),
  profile: z.string().nullable().describe("guideline profile the pathway was run with"),
  nextStep: nextStep.nullable(),
  secondReading: secondReading
    .nullable()
    .describe(
      "null: nothing speaks against what was read. Otherwise `nextStep` is not what the findings lead to; ask again with `readingConfirmed` once they have been looked at",
    ),
  possible: z.array(advice).describe("advice that what is still unknown leaves open"),
  alsoDo: z.array(advice),
  score: z
    .object({ lo: z.number(), hi: z.number(), version: z.string() })
    .nullable()
    .describe("null when the score is not meant for this patient"),
  strata: z.record(z.string(), z.string().nullable()).nullable(),
  scores: z.array(scoreOf).describe("every version of the score, item by item"),
  followUp: followUp.nullable(),
  warnings: z.array(z.string()),
  warningTexts: z.array(z.object({ code: z.string(), text: z.string(), citations: z.array(citation) })),
  findings: z.array(finding),
  needs: z.array(need),
  presumed: z.array(finding),
  contradictions: z.array(z.object({ features: z.array(z.string()), message: z.string() })),
  trace: z.array(traceStep),
  statements: z.array(statement),
  notAnswered: z.array(notAnswered),
  related: z.array(related),
  sources: z.array(source),
  refusal: refusal.nullable(),
  quotes: quotes.nullable().describe("sentences of released sources, word for word, where no topic answers"),
  review: review.nullable(),
  conversation: conversation.nullable().describe("null when there is nothing to carry on from"),
});

export type Answer = z.infer<typeof answerShape>;
export type AnswerReview = z.infer<typeof review>;
export type AnswerSource = z.infer<typeof source>;
export type AnswerFinding = z.infer<typeof finding>;
export type NotAnswered = z.infer<typeof notAnswered>;
export type Followed = z.infer<typeof followed>;
export type AdviceInShort = z.infer<typeof adviceInShort>;
export type Conversation = z.infer<typeof conversation>;
export type ShortAnswer = z.infer<typeof shortAnswer>;
export type Thread = z.infer<typeof thread>;
export type ThreadTurn = z.infer<typeof threadTurn>;
export type Refusal = z.infer<typeof refusal>;
export type AnswerQuotes = z.infer<typeof quotes>;
