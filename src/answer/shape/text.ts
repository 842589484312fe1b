import { z } from "zod";
import { CONFIDENCES } from "../../evidence/confidence.ts";
import { CERTAINTIES, STRENGTHS } from "../../evidence/grade.ts";
import { CAPACITIES } from "../../review/model/role.ts";
import { STATUS_WORDS } from "../../review/reader/text-status.ts";

/** One citation as a reader sees it: the number on the page and the key of the source. */
export const citation = z.object({
  source: z.string().describe("key of the source in `sources`"),
  locator: z.string().optional().describe("place in the source"),
  quote: z.string().optional().describe("the source's own words, letter for letter, where the author wrote them down"),
});

/** One statement of an article. */
export const statement = z.object({
  id: z
    .string()
    .describe("id of the statement in the topic's article; a report of a problem may name it as its `part`"),
  text: z.string(),
  citations: z.array(citation),
  basis: z.enum(["cited", "house-rule", "unresolved", "signpost"]),
  strength: z.enum(STRENGTHS),
  certainty: z.enum(CERTAINTIES),
  confidence: z.enum(CONFIDENCES),
  direct: z.boolean().describe("answers what was asked by itself; these stand first"),
  section: z.string().optional().describe("id of the section of the topic in which the statement stands"),
});

/** A source that the answer cites. */
export const source = z.object({
  id: z.string(),
  reference: z.string().describe("the reference as printed in the list"),
  year: z.string().nullable(),
  issuer: z.string().nullable(),
  design: z.string(),
  status: z.string(),
  confidence: z.enum(CONFIDENCES),
  seen: z.string(),
  toVerify: z.array(z.string()),
  href: z.string().nullable(),
});

/** Who answers for the text, as the record has it. */
export const review = z.object({
  status: z.enum(STATUS_WORDS).describe("computed from the record of this exact hash"),
  hash: z.string().describe("SHA-256 of the content this answer was made from"),
  code: z.string().describe("short code of this text, for paper: /code/<code> says what has become of it"),
  date: z.string().nullable().describe("when the record gave this status; null when it says nothing of this text"),
  caution: z.string().nullable().describe("what a reader must know first; null only for a text in good standing"),
  edition: z.number().int().nullable().describe("null: this text was never published by a board"),
  signatures: z
    .array(
      z.object({ name: z.string(), capacity: z.enum(CAPACITIES), date: z.string(), interests: z.array(z.string()) }),
    )
    .describe("who answers for this text, with what they declared to have at stake"),
  nextDue: z.string().nullable().describe("when the board must look at it again; null unless it is in force"),
  usable: z.boolean().describe("false: no answer is made from this text any more"),
});

/** A question that bears on this one. */
export const related = z.object({
  question: z.string(),
  relation: z.string(),
  why: z.string(),
  href: z.string().nullable().describe("where it is answered; null when nothing answers it yet"),
  status: z.enum(STATUS_WORDS).nullable().describe("of another topic that answers it; null for this topic's own text"),
});
