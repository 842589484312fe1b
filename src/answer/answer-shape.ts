import { z } from "zod";
import { CONFIDENCES } from "../evidence/confidence.ts";
import { DOCUMENT_TYPES, PUBLICATION_STATUSES } from "../evidence/corpus.ts";
import { CERTAINTIES, STRENGTHS } from "../evidence/grade.ts";
import { CAPACITIES } from "../review/model/role.ts";
import { STATUS_WORDS } from "../review/reader/text-status.ts";

/** One citation as a reader sees it: the number on the page and the key of the source. */
const citation = z.object({
  source: z.string().describe("key of the source in `sources`"),
  locator: z.string().optional().describe("place in the source"),
  quote: z.string().optional().describe("the source's own words, letter for letter, where the author wrote them down"),
});

const statement = z.object({
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

const finding = z.object({
  feature: z.string(),
  label: z.string(),
  value: findingValue.describe("null: asked and not known, or given without the unit or basis it needs"),
  display: z.string().describe("the value as a clinician reads it"),
  from: z
    .enum(["stated", "presumed", "derived", "supposed"])
    .describe("supposed: only asked about, as in `what if the scan is negative?`"),
  span: textSpan.optional(),
});

const need = z.object({
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

const followUp = z.object({
  what: z.string(),
  windows: z.array(z.tuple([z.number(), z.number()])).describe("days after the anchor, both ends included"),
  countedFrom: z.string(),
});

const advice = z.object({
  code: z.string(),
  title: z.string(),
  action: z.string(),
  because: z.string(),
  citations: z.array(citation),
  followUp: followUp.nullable(),
});

const nextStep = z.object({
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

const traceStep = z.object({
  stage: z.string(),
  rule: z.string(),
  outcome: z.union([z.boolean(), z.literal("unknown")]),
  because: z.string(),
  findings: z.array(z.string()),
  citations: z.array(citation),
});

const scoreOf = z.object({
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

const related = z.object({
  question: z.string(),
  relation: z.string(),
  why: z.string(),
  href: z.string().nullable().describe("where it is answered; null when nothing answers it yet"),
  status: z.enum(STATUS_WORDS).nullable().describe("of another topic that answers it; null for this topic's own text"),
});

const notAnswered = z.object({
  what: z.string(),
  why: z.string(),
  span: textSpan.optional(),
});

const review = z.object({
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

const source = z.object({
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

const refusal = z.object({
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

const quotes = z.object({
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

const adviceInShort = z.object({
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

const followed = z.object({
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

const adviceName = z.object({ code: z.string(), title: z.string(), alarm: z.boolean() });

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

const threadTurn = shortAnswer.extend({
  number: z.int().describe("of the question in this conversation, from 1"),
  question: z.string().describe("as it was asked; empty where suppositions were only confirmed"),
  whole: z.boolean().describe("false: only the beginning of a long question is kept, and it cannot be shown again"),
  outdated: z.boolean().describe("answered from a text of the topic that has changed since"),
});

const thread = z.object({
  turns: z.array(threadTurn).describe("questions that were answered, oldest first"),
  leftOut: z.int().describe("older questions whose words are no longer held; what they said of the patient is"),
  shown: z.int().nullable().describe("number of the question that this answers; null: it is not answered"),
  follows: z.int().describe("number of the question that the next one follows; later ones are then left out"),
});

const conversation = z.object({
  exchange: z
    .string()
    .describe("send it back as `exchange` with the next question; it holds all that `thread` shows and the findings"),
  followed: followed.nullable().describe("null for the first question"),
  thread,
});

const secondReading = z.object({
  first: adviceName.describe("to which the findings lead that were read from the text"),
  second: adviceName.describe("what the text as a whole is more alike: the safer one, which is `nextStep`"),
  likelihood: z
    .object({ first: z.number(), second: z.number() })
    .describe("by the words of the text alone, from 0 to 1, over all next steps"),
  texts: z.int().describe("how many example patients the text was compared with"),
});

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
