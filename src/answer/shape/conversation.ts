import { z } from "zod";
import { adviceName, finding, followUp } from "./patient.ts";
import { citation } from "./text.ts";

/** What was advised, for a comparison. */
export const adviceInShort = z.object({
  code: z.string(),
  title: z.string(),
  action: z.string(),
  followUp: followUp.nullable(),
  alarm: z.boolean(),
});

const change = z.object({
  feature: z.string(),
  label: z.string(),
  before: z.string().nullable().describe("null: nothing had been said of it"),
  after: z.string().nullable().describe("null: set aside, because what is now said takes its place"),
  supposed: z.boolean(),
  decides: z.boolean().describe("this change by itself leads to the advice after it"),
});

const profileName = z.object({ id: z.string(), label: z.string() });

/** What a question carried on from those before it, and what it changed. */
export const followed = z.object({
  carried: z.array(finding).describe("what the earlier questions said, suppositions marked"),
  dropped: z.array(finding).describe("suppositions of before that this question does not keep"),
  changed: z.array(change),
  before: adviceInShort.nullable(),
  after: adviceInShort.nullable(),
  profile: z
    .object({ before: profileName, after: profileName })
    .nullable()
    .describe("the guideline before and now, when the question names another; null when it stays"),
  sameAdvice: z.boolean(),
  outcomes: z
    .array(z.object({ supposed: z.array(finding), advice: adviceInShort }))
    .describe("where a word leaves the result open (`what if it is positive?`): each result with what it leads to"),
  reply: z
    .array(z.object({ text: z.string(), citations: z.array(citation) }))
    .describe("the short reply to what was asked: the reason, the certainty, the words for the patient"),
});

/** What was answered to one question of a conversation, in short. */
export const shortAnswer = z.object({
  said: z
    .array(z.string())
    .describe("what answers by itself, as it was shown then: the reply, or statements of the topic; may be empty"),
  advice: adviceName.nullable(),
  before: adviceName.nullable().describe("the advice that the question follows; null for a first question"),
  sameAdvice: z.boolean().nullable().describe("null for a first question"),
  changed: z.array(change),
  carried: z.array(z.object({ feature: z.string(), label: z.string(), display: z.string(), supposed: z.boolean() })),
  profile: z.object({ before: profileName, after: profileName }).nullable(),
});

/** One question of a conversation as it is listed. */
export const threadTurn = shortAnswer.extend({
  number: z.int().describe("of the question in this conversation, from 1"),
  question: z.string().describe("as it was asked; empty where suppositions were only confirmed"),
  whole: z.boolean().describe("false: only the beginning of a long question is kept, and it cannot be shown again"),
  outdated: z.boolean().describe("answered from a text of the topic that has changed since"),
});

/** The questions of a conversation. */
export const thread = z.object({
  turns: z.array(threadTurn).describe("questions that were answered, oldest first"),
  leftOut: z.int().describe("older questions whose words are no longer held; what they said of the patient is"),
  shown: z.int().nullable().describe("number of the question that this answers; null: it is not answered"),
  follows: z.int().describe("number of the question that the next one follows; later ones are then left out"),
});

/** What the next question is carried on from. */
export const conversation = z.object({
  exchange: z
    .string()
    .describe("send it back as `exchange` with the next question; it holds all that `thread` shows and the findings"),
  followed: followed.nullable().describe("null for the first question"),
  thread,
});
