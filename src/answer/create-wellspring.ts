import { failed, type Result } from "../kernel/result.ts";
import type { Library } from "../library/model/library.ts";
import type { Topic } from "../library/model/topic.ts";
import { parseFindings } from "../pathway/findings/parse-findings.ts";
import type { Statement } from "../pathway/model/finding.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { type ReviewRecord, reviewStatusOf } from "../review/review-status.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import type { Answer, AnswerReview } from "./answer-shape.ts";
import { composeAnswer } from "./compose-answer.ts";
import { listNotAnswered } from "./list-not-answered.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import { understand } from "./understand/understand.ts";
import { type AskRequest, type EvaluateRequest, MAX_QUESTION_CHARACTERS, type Wellspring } from "./wellspring.ts";

/** What the product is made of. `records` is the record of review; without a record a text is merely submitted. */
export interface WellspringParts {
  readonly library: Library;
  readonly language: ClinicalLanguage;
  readonly records: readonly ReviewRecord[];
}

/** Puts the product together. Pure: nothing here reads a file, a clock or the network. */
export function createWellspring(parts: WellspringParts): Wellspring {
  const { library, records } = parts;
  const reviewOf = (topic: Topic): AnswerReview => ({
    hash: topic.hash,
    ...reviewStatusOf(topic.hash, records, topic.reviewPolicy),
  });
  return {
    library,
    reviewOf,
    ask: (request) => ask(request, parts, reviewOf),
    evaluate: (topic, request) => evaluate(topic, request, library, reviewOf(topic)),
  };
}

function ask(request: AskRequest, parts: WellspringParts, reviewOf: (topic: Topic) => AnswerReview): Result<Answer> {
  const { question } = request;
  if (question.length > MAX_QUESTION_CHARACTERS)
    return failed(
      answerDiagnostics.report("question-too-long", { characters: question.length, most: MAX_QUESTION_CHARACTERS }),
    );
  const { library, language } = parts;
  const [topic] = library.topics.values();
  if (topic === undefined || topic.pathway === undefined) return failed(answerDiagnostics.report("question-empty", {}));
  const corrections = parseFindings(topic.pathway, request.findings ?? {});
  if (!corrections.ok) return corrections;
  const understanding = understand(question, topic, language);
  return composeAnswer(library, {
    question,
    topic,
    statements: correct(topic.pathway, understanding.statements, corrections.value),
    profile: request.profile,
    notAnswered: listNotAnswered(understanding, topic),
    sections: topic.sectionsFor[understanding.focus] ?? [],
    review: reviewOf(topic),
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
