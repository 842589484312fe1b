import { failed, ok, type Result } from "../kernel/result.ts";
import type { Library } from "../library/model/library.ts";
import type { Topic } from "../library/model/topic.ts";
import { leadsToEmergency } from "../pathway/consult/consult-pathway.ts";
import { parseFindings } from "../pathway/findings/parse-findings.ts";
import type { Statement } from "../pathway/model/finding.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { findIdentifiers } from "../privacy/find-identifiers.ts";
import type { IdentifierWords } from "../privacy/identifier.ts";
import { type ReviewRecord, reviewStatusOf } from "../review/review-status.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import type { Answer, AnswerReview } from "./answer-shape.ts";
import { composeAnswer } from "./compose-answer.ts";
import { listNotAnswered } from "./list-not-answered.ts";
import { rankTopics, type TopicMatch } from "./match-topic.ts";
import { findRefusal, refuse } from "./refuse.ts";
import { refuseAnswer } from "./refuse-answer.ts";
import { refuseIdentifiers } from "./refuse-identifiers.ts";
import { settleStatements } from "./settle-statements.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import { type AskRequest, type EvaluateRequest, MAX_QUESTION_CHARACTERS, type Wellspring } from "./wellspring.ts";

/** What the product is made of. `records` is the record of review; without a record a text is merely submitted. */
export interface WellspringParts {
  readonly library: Library;
  readonly language: ClinicalLanguage;
  readonly identifierWords: IdentifierWords;
  readonly records: readonly ReviewRecord[];
}

/** Puts the product together. Pure: nothing here reads a file, a clock or the network. */
export function createWellspring(parts: WellspringParts): Wellspring {
  const { library, records, identifierWords } = parts;
  const reviewOf = (topic: Topic): AnswerReview => ({
    hash: topic.hash,
    ...reviewStatusOf(topic.hash, records, topic.reviewPolicy),
  });
  return {
    library,
    reviewOf,
    identifierWords,
    identifiersIn: (text) => findIdentifiers(text, identifierWords),
    ask: (request) => refuseIdentifiers(request.question, identifierWords) ?? ask(request, parts, reviewOf),
    evaluate: (topic, request) => evaluate(topic, request, library, reviewOf(topic)),
  };
}

function ask(request: AskRequest, parts: WellspringParts, reviewOf: (topic: Topic) => AnswerReview): Result<Answer> {
  const { question } = request;
  if (question.length > MAX_QUESTION_CHARACTERS)
    return failed(
      answerDiagnostics.report("question-too-long", { characters: question.length, most: MAX_QUESTION_CHARACTERS }),
    );
  if (question.trim() === "") return failed(answerDiagnostics.report("question-empty", {}));
  const { library, language } = parts;
  const ranked = rankTopics(question, library.topics.values(), language);
  const [best] = ranked;
  const alarming = best !== undefined && isAlarming(best);
  const urgentSigns = library.sets.get(URGENT_SIGNS)?.members.map(({ label }) => label) ?? [];
  const refusal = alarming ? undefined : findRefusal(question, { ranked, language, urgentSigns });
  if (refusal !== undefined || best === undefined)
    return ok(refuseAnswer(question, refusal ?? refuse("no-topic", { ranked, language, urgentSigns })));
  return answerFrom(request, best, library, reviewOf(best.topic));
}

/**
 * A topic whose words could not be loaded reads no findings from text, not even "no other finding": what it would deny are
 * the very findings it failed to see.
 */
function isReadable(topic: Topic): boolean {
  return topic.words.size > 0;
}

const WORDS_NOT_LOADED = {
  what: "what the text says of the patient",
  why: "the words of this topic could not be loaded, so no finding was read from the text; enter the findings by hand",
};

/** Signs that must not wait, shown with every refusal: a named set of the library. */
const URGENT_SIGNS = "safety-net-urgent";

/** An emergency is answered first, whatever was asked, and however little of the question a topic recognises. */
function isAlarming({ topic, understanding }: TopicMatch<Topic>): boolean {
  const { pathway } = topic;
  if (pathway === undefined || !isReadable(topic)) return false;
  const emergency = leadsToEmergency(pathway, understanding.statements, pathway.defaultProfile);
  // A pathway without a compiled form is never loaded; were one handed in, composing the answer would refuse it aloud.
  return !emergency.ok || emergency.value;
}

function answerFrom(
  request: AskRequest,
  { topic, understanding }: TopicMatch<Topic>,
  library: Library,
  review: AnswerReview,
): Result<Answer> {
  if (topic.pathway === undefined)
    return failed(answerDiagnostics.report("topic-without-pathway", { topic: topic.slug }));
  const corrections = parseFindings(topic.pathway, request.findings ?? {});
  if (!corrections.ok) return corrections;
  return composeAnswer(library, {
    question: request.question,
    topic,
    statements: correct(topic.pathway, isReadable(topic) ? settleStatements(understanding) : [], corrections.value),
    profile: request.profile,
    notAnswered: isReadable(topic) ? listNotAnswered(understanding, topic) : [WORDS_NOT_LOADED],
    sections: topic.sectionsFor[understanding.focus] ?? [],
    review,
  });
}

function evaluate(topic: Topic, request: EvaluateRequest, library: Library, review: AnswerReview): Result<Answer> {
  if (topic.pathway === undefined)
    return failed(answerDiagnostics.report("topic-without-pathway", { topic: topic.slug }));
  const statements = parseFindings(topic.pathway, request.findings);
  if (!statements.ok) return statements;
  const { profile } = request;
  return composeAnswer(library, {
    question: null,
    topic,
    statements: statements.value,
    profile,
    notAnswered: [],
    sections: [],
    review,
  });
}

/** What a reader states by hand replaces what was read from the text of the same feature or family. */
function correct(pathway: Pathway, read: readonly Statement[], stated: readonly Statement[]): readonly Statement[] {
  const nameOf = (id: string) => pathway.features.find((feature) => feature.id === id)?.family ?? id;
  const corrected = new Set(stated.map(({ feature }) => nameOf(feature)));
  return [...read.filter(({ feature }) => !corrected.has(nameOf(feature))), ...stated];
}
