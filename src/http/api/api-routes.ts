import { z } from "@hono/zod-openapi";
import { PUBLICATION_STATUSES } from "../../evidence/corpus.ts";
import type { Topic } from "../../library/model/topic.ts";
import { found, type JsonRoute, refused, route } from "../json-route.ts";
import { ENGLISH } from "../messages/language.tsx";
import { problem, problemFromDiagnostics } from "../problem.ts";
import { getQuestion, getReport, submitQuestion, submitReport } from "../questions/question-api.ts";
import { answerReply, askRequest, evaluateRequest } from "./request-shapes.ts";
import { topicReply, topicSummary, toTopicReply, toTopicSummary } from "./topic-reply.ts";

const askQuestion = route({
  path: "POST /api/ask",
  summary:
    "Answer a question in free text, or one that follows an earlier answer; where no topic answers, released sources are quoted",
  params: {},
  request: askRequest,
  response: answerReply,
  example: { question: "58-year-old with a tender left calf, 4 cm larger than the right. D-dimer or scan?" },
  allow: "anyReader",
  async handle({ body }, { wellspring }) {
    const answer = await wellspring.askWithEvidence(body);
    if (answer.ok) return found(answer.value);
    const features = [...wellspring.library.topics.values()].flatMap(featureIdsOf);
    return refused(
      problemFromDiagnostics(answer.diagnostics, new Set([...features, "question", "profile", "exchange"])),
    );
  },
});

const listTopics = route({
  path: "GET /api/topics",
  summary: "List the topics with their review status",
  params: {},
  response: z.object({ topics: z.array(topicSummary) }),
  allow: "anyReader",
  handle(_, { wellspring }) {
    const topics = [...wellspring.library.topics.values()];
    return found({ topics: topics.map((topic) => toTopicSummary(topic, wellspring)) });
  },
});

const getTopic = route({
  path: "GET /api/topics/:slug",
  summary: "Read a topic: every statement with its evidence, the sources, the review, the pathway's case features",
  params: { slug: "name of the topic, as `GET /api/topics` lists it" },
  response: topicReply,
  allow: "anyReader",
  handle({ params }, { wellspring }) {
    const topic = wellspring.library.topics.get(params.slug);
    const withheld = wellspring.findWithheld(params.slug);
    if (withheld !== undefined)
      return refused(problem("topic-withheld", ENGLISH.messages.errors.withheldWhy(withheld.edition)));
    if (topic === undefined)
      return refused(problem("not-found", "no topic has this name; `GET /api/topics` lists them"));
    return found(toTopicReply(topic, wellspring));
  },
});

const evaluatePathway = route({
  path: "POST /api/pathways/:id/evaluate",
  summary: "Run a pathway on the findings of one patient",
  params: { id: "id of the pathway, as a topic gives it" },
  request: evaluateRequest,
  response: answerReply,
  example: { findings: { deepVeinTenderness: true, calfSwelling: true, activeCancer: false, previousDvt: null } },
  allow: "anyReader",
  handle({ params, body }, { wellspring }) {
    const topic = [...wellspring.library.topics.values()].find((candidate) => candidate.pathway?.id === params.id);
    if (topic === undefined)
      return refused(problem("not-found", "no pathway has this id; `GET /api/topics` lists them"));
    const answer = wellspring.evaluate(topic, body);
    if (answer.ok) return found(answer.value);
    return refused(problemFromDiagnostics(answer.diagnostics, new Set([...featureIdsOf(topic), "profile"])));
  },
});

const gapCount = z.object({
  subject: z.string().describe("id of a subject of the library, or `unplaced`; never a word that a reader typed"),
  reason: z.string(),
  day: z.string().describe("ISO date, UTC"),
  count: z.number().int(),
});

const listGaps = route({
  path: "GET /api/gaps",
  summary: "What was asked and not answered, by subject and day; counts below five are not shown",
  params: {},
  response: z.object({ gaps: z.array(gapCount) }),
  allow: "anyReader",
  async handle(_, { wellspring }) {
    return found({ gaps: [...(await wellspring.gaps())] });
  },
});

const sourceOverview = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  state: z.enum(["pending", "released", "quarantined"]),
  licence: z.object({
    name: z.string(),
    grants: z.object({ store: z.boolean(), quote: z.boolean(), model: z.boolean(), redistribute: z.boolean() }),
    attribution: z.string().optional(),
  }),
  imported: z.string().describe("ISO day"),
  documents: z.number().int(),
  passages: z.number().int(),
  oldest: z.string().optional().describe("date of its oldest document, ISO 8601 as exact as is known"),
  newest: z.string().optional(),
  marked: z
    .partialRecord(z.enum(PUBLICATION_STATUSES), z.number().int())
    .describe("documents that are not in good standing, by standing; all but the corrected are never quoted"),
  outdated: z
    .number()
    .int()
    .describe("passages of earlier versions that no longer stand in the current one: quotes of them no longer hold"),
});

const listSources = route({
  path: "GET /api/sources",
  summary: "List the sources that quotes are taken from, with licence, dates and standing",
  params: {},
  response: z.object({
    sources: z.array(sourceOverview).nullable().describe("null: the product runs without a store of evidence"),
  }),
  allow: "anyReader",
  async handle(_, { wellspring }) {
    const sources = await wellspring.evidenceSources();
    return found({ sources: sources === undefined ? null : [...sources] });
  },
});

function featureIdsOf(topic: Topic): readonly string[] {
  return topic.pathway?.features.map((feature) => feature.id) ?? [];
}

/** The JSON API, one declaration for each route. */
export const apiRoutes: readonly JsonRoute[] = [
  askQuestion,
  listTopics,
  getTopic,
  evaluatePathway,
  listGaps,
  listSources,
  submitQuestion,
  getQuestion,
  submitReport,
  getReport,
];
