import type { Topic } from "../library/model/topic.ts";
import { findIdentifiers } from "../privacy/find-identifiers.ts";
import { compareEditions } from "../review/reader/compare-editions.ts";
import { findCode } from "../review/reader/find-code.ts";
import { followQuestion } from "../review/reader/follow-question.ts";
import { listEditions } from "../review/reader/list-editions.ts";
import { listNews } from "../review/reader/list-news.ts";
import { NO_REVIEWS } from "../review/reader/reviews.ts";
import { answerRequest } from "./answer-request.ts";
import { evaluateFindings } from "./evaluate-findings.ts";
import { presentReview } from "./present/present-review.ts";
import { refuseIdentifiers } from "./refuse-identifiers.ts";
import { relatedTo } from "./related/related-questions.ts";
import { submitWords } from "./submit-question.ts";
import { submitReport } from "./submit-report.ts";
import type { AskRequest, Wellspring } from "./wellspring.ts";
import type { WellspringParts } from "./wellspring-parts.ts";

/** Puts the product together. Nothing here reads a file, a clock or the network: record and time come with `reviews`. */
export function createWellspring(parts: WellspringParts): Wellspring {
  const { library, identifierWords, reviews = NO_REVIEWS } = parts;
  const reviewOf = (topic: Topic) => presentReview(topic, reviews);
  const relatedOf = (topic: Topic) => relatedTo(topic, { library, language: parts.language, reviewOf });
  const ask = (request: AskRequest) =>
    refuseIdentifiers(request.question, identifierWords) ?? answerRequest(request, parts, reviewOf);
  return {
    library,
    async catchUp() {
      const moment = await reviews.catchUp();
      return createWellspring({ ...parts, ...(await parts.serve?.(moment)), reviews: moment });
    },
    reviewOf,
    findTombstone: (slug) => reviews.read().topics.get(slug)?.tombstone,
    findWithheld: (slug) => parts.withheld?.get(slug),
    editionsOf: (slug) => listEditions(slug, reviews),
    compareEditions: (slug, from, to) => compareEditions(slug, from, to, reviews),
    findCode: (typed) => findCode(typed, library.topics, reviews),
    takesQuestions: parts.questions?.writable ?? false,
    submitQuestion: (words) => submitWords(words, parts),
    submitReport: (report) => submitReport(report, parts),
    followQuestion: async (typed) =>
      parts.questions === undefined ? { kind: "unknown" } : followQuestion(typed, parts.questions, reviews),
    news: () => listNews(reviews.read()),
    // Counting is an effect, and is put around the product by who starts it.
    gaps: async () => [],
    evidenceSources: async () => undefined,
    identifierWords,
    identifiersIn: (text) => findIdentifiers(text, identifierWords),
    ask,
    // A store of evidence is put around the product by who starts it.
    askWithEvidence: async (request) => ask(request),
    evaluate: (topic, request) =>
      evaluateFindings(topic, request, { review: reviewOf(topic), related: relatedOf(topic) }),
    relatedTo: relatedOf,
  };
}
