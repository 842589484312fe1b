import { z } from "zod";
import { DOCUMENT_TYPES, PUBLICATION_STATUSES } from "../../evidence/corpus.ts";
import { citation } from "./text.ts";

/** Why nothing is answered, and where else to look. */
export const refusal = z.object({
  reason: z.enum([
    "no-topic",
    "not-understood",
    "too-little-said",
    "not-clinical",
    "outside-scope",
    "drug-dose",
    "unreadable",
    "other-language",
    "emergency-first",
    "not-in-force",
  ]),
  message: z.string(),
  nearest: z.array(z.object({ topic: z.string(), title: z.string(), question: z.string() })),
  urgentSigns: z.array(z.string()),
  subject: z
    .object({
      id: z.string(),
      title: z.string(),
      say: z.string().describe("what is said of the subject that no topic covers"),
      urgentSigns: z.array(
        z.object({ sign: z.string(), basis: z.enum(["house-rule", "cited"]), citations: z.array(citation) }),
      ),
    })
    .nullable()
    .describe("the subject that was recognised although no topic covers it; the urgent signs are then its own"),
});

const quote = z.object({
  number: z.int().describe("of the quote in this answer, from 1"),
  exact: z.string().describe("the words exactly as they are stored; with prefix and suffix a W3C text quote selector"),
  prefix: z.string(),
  suffix: z.string(),
  passage: z.string().describe("hash of the stored passage that the words were found in when this answer was given"),
  headings: z.array(z.string()),
  role: z.enum(["recommendation", "results", "conclusion"]).nullable(),
  grade: z.string().nullable().describe("of a recommendation, in the words of the guideline"),
  why: z.array(z.string()).describe("why this sentence was chosen"),
});

/** Sentences of released sources, grouped by document. */
export const quotes = z.object({
  groups: z
    .array(
      z.object({
        source: z.object({
          id: z.string(),
          title: z.string(),
          licence: z.string(),
          attribution: z.string().nullable(),
        }),
        document: z.object({
          key: z.string(),
          version: z.int(),
          title: z.string(),
          type: z.enum(DOCUMENT_TYPES),
          date: z.string().nullable().describe("ISO 8601, as exact as is known; null: the document does not say"),
          issuer: z.string().nullable(),
          status: z.enum(PUBLICATION_STATUSES),
          statusReason: z.string().nullable(),
          url: z.string().nullable(),
        }),
        quotes: z.array(quote),
      }),
    )
    .describe("by document: guidelines before reviews before trials, newer before older, undated last"),
  disagreements: z.array(
    z.object({ quotes: z.tuple([z.int(), z.int()]), on: z.enum(["direction", "advice"]), message: z.string() }),
  ),
  leftOut: z
    .array(z.object({ reason: z.enum([...PUBLICATION_STATUSES, "licence", "not-found"]), passages: z.int() }))
    .describe("passages that would have been looked at but must not be quoted, or no longer hold the words"),
  answerable: z
    .object({ probability: z.number(), threshold: z.number() })
    .describe("how likely the sources answer the question at all, and from where on they are quoted"),
  insteadOf: refusal.describe("what is said without sources: why no topic answers, nearest topics, urgent signs"),
});
