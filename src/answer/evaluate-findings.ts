import { failed, type Result } from "../kernel/result.ts";
import type { Topic } from "../library/model/topic.ts";
import { parseFindings } from "../pathway/findings/parse-findings.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import type { Answer } from "./answer-shape.ts";
import { type AnswerParts, composeAnswer, NO_TEXT } from "./compose-answer.ts";
import type { EvaluateRequest } from "./wellspring.ts";

/** Runs the pathway on findings that were entered by hand, without a text. */
export function evaluateFindings(
  topic: Topic,
  request: EvaluateRequest,
  { review, related }: Pick<AnswerParts, "review" | "related">,
): Result<Answer> {
  if (topic.pathway === undefined)
    return failed(answerDiagnostics.report("topic-without-pathway", { topic: topic.slug }));
  if (!review.usable) return failed(answerDiagnostics.report("topic-not-in-force", { topic: topic.slug }));
  const statements = parseFindings(topic.pathway, request.findings);
  if (!statements.ok) return statements;
  const { profile } = request;
  return composeAnswer({
    question: null,
    topic,
    statements: statements.value,
    profile,
    notAnswered: [],
    text: NO_TEXT,
    review,
    related,
  });
}
