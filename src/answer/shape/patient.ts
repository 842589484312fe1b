import { z } from "zod";
import { CERTAINTIES, STRENGTHS } from "../../evidence/grade.ts";
import { citation } from "./text.ts";

const textSpan = z.object({
  start: z.number().int().describe("offset of the first UTF-16 code unit in the question"),
  end: z.number().int(),
  text: z.string(),
});

const findingValue = z.union([
  z.boolean(),
  z.string(),
  z.number(),
  z.object({
    value: z.string().describe("exact decimal"),
    unit: z.string().describe("UCUM code; basis as annotation"),
  }),
  z.null(),
]);

/** What is known of the patient, and from where. */
export const finding = z.object({
  feature: z.string(),
  label: z.string(),
  value: findingValue.describe("null: asked and not known, or given without the unit or basis it needs"),
  display: z.string().describe("the value as a clinician reads it"),
  from: z
    .enum(["stated", "presumed", "derived", "supposed"])
    .describe("supposed: only asked about, as in `what if the scan is negative?`"),
  span: textSpan.optional(),
});

/** What is still to be found out, and what each answer leads to. */
export const need = z.object({
  feature: z.string(),
  label: z.string(),
  ask: z.string().describe("the question to put"),
  cost: z.enum(["history", "examination", "laboratory", "imaging"]),
  why: z.string().describe("the reason it is asked, as a sentence"),
  answers: z
    .array(
      z.object({
        answer: z.string(),
        settles: z.boolean().describe("true when this answer alone settles the advice"),
        leadsTo: z.array(z.string()).describe("code of the advice it settles, or codes of what it leaves open"),
      }),
    )
    .describe("what each answer leads to; empty where it also depends on another number"),
});

/** When the patient is to be seen again. */
export const followUp = z.object({
  what: z.string(),
  windows: z.array(z.tuple([z.number(), z.number()])).describe("days after the anchor, both ends included"),
  countedFrom: z.string(),
});

/** Advice beside the next step. */
export const advice = z.object({
  code: z.string(),
  title: z.string(),
  action: z.string(),
  because: z.string(),
  citations: z.array(citation),
  followUp: followUp.nullable(),
});

/** What is to be done next, and on what that rests. */
export const nextStep = z.object({
  code: z.string(),
  title: z.string(),
  action: z.string(),
  because: z.string(),
  alsoDo: z.array(z.string()).describe("codes of advice that goes along; details in `alsoDo`"),
  strength: z.enum(STRENGTHS),
  certainty: z.enum(CERTAINTIES),
  citations: z.array(citation),
  next: z.array(z.object({ on: z.string(), step: z.string() })),
  rule: z.string().nullable().describe("the rule of the pathway that advises it, null when none does yet"),
});

/** One rule that was looked at. */
export const traceStep = z.object({
  stage: z.string(),
  rule: z.string(),
  outcome: z.union([z.boolean(), z.literal("unknown")]),
  because: z.string(),
  findings: z.array(z.string()),
  citations: z.array(citation),
});

/** One version of a score, item by item. */
export const scoreOf = z.object({
  score: z.string(),
  label: z.string(),
  version: z.string(),
  lo: z.number(),
  hi: z.number(),
  stated: z.boolean().describe("true when the total was given, not counted here: not all of the items are known"),
  strata: z.record(z.string(), z.string().nullable()),
  items: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      points: z.number(),
      holds: z.union([z.boolean(), z.literal("unknown")]),
    }),
  ),
});

/** What was said or asked and is not answered here. */
export const notAnswered = z.object({
  what: z.string(),
  why: z.string(),
  span: textSpan.optional(),
});

/** Advice by its name alone. */
export const adviceName = z.object({ code: z.string(), title: z.string(), alarm: z.boolean() });

/** Two steps that one text may lead to. */
export const secondReading = z.object({
  first: adviceName.describe("to which the findings lead that were read from the text"),
  second: adviceName.describe("what the text as a whole is more alike: the safer one, which is `nextStep`"),
  likelihood: z
    .object({ first: z.number(), second: z.number() })
    .describe("by the words of the text alone, from 0 to 1, over all next steps"),
  texts: z.int().describe("how many example patients the text was compared with"),
});
