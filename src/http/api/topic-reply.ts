import { z } from "@hono/zod-openapi";
import { answerShape } from "../../answer/answer-shape.ts";
import type { Wellspring } from "../../answer/wellspring.ts";
import { toCitation } from "../../evidence/citation.ts";
import { CONFIDENCES } from "../../evidence/confidence.ts";
import { CERTAINTIES, STRENGTHS } from "../../evidence/grade.ts";
import { linksOf, renderReference, yearOf } from "../../evidence/reference.ts";
import type { Source } from "../../evidence/source.ts";
import { type Article, type Block, READERS, type Statement, statementsOf } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import { type CaseFeature, COSTS } from "../../pathway/model/feature.ts";

const statementReply = z
  .object({
    id: z.string(),
    text: z.string(),
    basis: z.enum(["cited", "house-rule", "unresolved", "signpost"]),
    citations: z.array(z.object({ source: z.string(), locator: z.string().optional(), quote: z.string().optional() })),
    strength: z.enum(STRENGTHS),
    certainty: z.enum(CERTAINTIES),
    confidence: z.enum(CONFIDENCES),
    must: z.boolean().describe("no variant for another reader may lose it"),
    of: z.string().optional().describe("in a variant: the clinician's statement that it renders"),
  })
  .openapi("Statement");

const blockReply = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paragraph"), statements: z.array(statementReply) }),
  z.object({ kind: z.literal("list"), ordered: z.boolean(), items: z.array(z.array(statementReply)) }),
  z.object({ kind: z.literal("subheading"), title: z.string() }),
  z.object({
    kind: z.literal("table"),
    head: z.array(z.string()),
    rows: z.array(z.object({ cells: z.array(z.string()), evidence: statementReply })),
  }),
]);

const articleReply = z.object({
  reader: z.enum(READERS),
  hash: z.string(),
  sections: z.array(z.object({ id: z.string(), title: z.string(), blocks: z.array(blockReply) })),
});

const featureReply = z.object({
  id: z.string(),
  label: z.string(),
  ask: z.string().describe("the question to put"),
  cost: z.enum(COSTS),
  group: z.string(),
  type: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("truth") }),
    z.object({ kind: z.literal("choice"), choices: z.array(z.object({ code: z.string(), label: z.string() })) }),
    z.object({ kind: z.literal("wholeNumber"), low: z.number(), high: z.number() }),
    z.object({ kind: z.literal("quantity"), unit: z.string(), low: z.string(), high: z.string() }),
  ]),
});

const reviewReply = answerShape.shape.review.unwrap();

export const topicSummary = z
  .object({
    slug: z.string(),
    title: z.string(),
    question: z.string(),
    lastUpdated: z.string(),
    review: reviewReply,
    pathway: z.string().nullable().describe("id to send findings to; null when the topic has no pathway"),
  })
  .openapi("TopicSummary");

export const topicReply = z
  .object({
    ...topicSummary.shape,
    patientQuestion: z.string(),
    articles: z.array(articleReply),
    sources: z.array(answerShape.shape.sources.element),
    profiles: z.array(z.object({ id: z.string(), label: z.string() })),
    features: z.array(featureReply),
  })
  .openapi("Topic");

export function toTopicSummary(topic: Topic, wellspring: Wellspring): z.infer<typeof topicSummary> {
  const { slug, title, question, lastUpdated } = topic;
  return { slug, title, question, lastUpdated, review: wellspring.reviewOf(topic), pathway: topic.pathway?.id ?? null };
}

export function toTopicReply(topic: Topic, wellspring: Wellspring): z.infer<typeof topicReply> {
  const articles = READERS.flatMap((reader) => topic.articles[reader] ?? []);
  const cited = new Set(
    articles.flatMap(statementsOf).flatMap((statement) => statement.citations.map((at) => at.source)),
  );
  return {
    ...toTopicSummary(topic, wellspring),
    patientQuestion: topic.patientQuestion,
    articles: articles.map(toArticleReply),
    sources: [...cited].flatMap((id) => topic.sources.get(id) ?? []).map(toSourceReply),
    profiles: topic.pathway?.profiles.map(({ id, label }) => ({ id, label })) ?? [],
    features: topic.pathway?.features.filter((feature) => feature.input).map(toFeatureReply) ?? [],
  };
}

function toArticleReply({ reader, hash, sections }: Article): z.infer<typeof articleReply> {
  return {
    reader,
    hash,
    sections: sections.map(({ id, title, blocks }) => ({ id, title, blocks: blocks.map(toBlockReply) })),
  };
}

function toBlockReply(block: Block): z.infer<typeof blockReply> {
  switch (block.kind) {
    case "paragraph":
      return { kind: "paragraph", statements: block.statements.map(toStatementReply) };
    case "list":
      return { kind: "list", ordered: block.ordered, items: block.items.map((item) => item.map(toStatementReply)) };
    case "subheading":
      return { kind: "subheading", title: block.title };
    default:
      return {
        kind: "table",
        head: [...block.head],
        rows: block.rows.map((row) => ({
          cells: row.cells.map((cell) => cell.text),
          evidence: toStatementReply(row.evidence),
        })),
      };
  }
}

function toStatementReply(statement: Statement): z.infer<typeof statementReply> {
  const { id, text, basis, strength, certainty, confidence, must, of } = statement;
  const citations = statement.citations.map(toCitation);
  return { id, text, basis, citations, strength, certainty, confidence, must, ...(of === undefined ? {} : { of }) };
}

function toSourceReply(source: Source): z.infer<typeof answerShape>["sources"][number] {
  const { id, design, status, confidence, seen, toVerify } = source;
  return {
    id,
    reference: renderReference(source),
    year: yearOf(source) ?? null,
    issuer: source.issuer ?? null,
    design,
    status,
    confidence,
    seen,
    toVerify,
    href: linksOf(source)[0]?.href ?? null,
  };
}

function toFeatureReply({ id, label, ask, cost, group, type }: CaseFeature): z.infer<typeof featureReply> {
  switch (type.kind) {
    case "choice":
      return {
        id,
        label,
        ask,
        cost,
        group,
        type: { kind: "choice", choices: type.choices.map((choice) => ({ ...choice })) },
      };
    case "quantity":
      return {
        id,
        label,
        ask,
        cost,
        group,
        type: { kind: "quantity", unit: type.unit, low: type.low.value.toString(), high: type.high.value.toString() },
      };
    default:
      return { id, label, ask, cost, group, type };
  }
}
