import { failed, type Result } from "../kernel/result.ts";
import type { Topic } from "../library/model/topic.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import { answerFirst } from "./answer-first.ts";
import type { Answer, AnswerReview } from "./answer-shape.ts";
import { followConversation } from "./follow-conversation.ts";
import { isOfOtherPatient } from "./follow-up/read-follow-up.ts";
import { showAgain } from "./follow-up/show-again.ts";
import { type AskRequest, MAX_QUESTION_CHARACTERS } from "./wellspring.ts";
import type { WellspringParts } from "./wellspring-parts.ts";

/** Answers a request: a first question, what follows it, or an earlier question of the conversation once more. */
export function answerRequest(
  request: AskRequest,
  parts: WellspringParts,
  reviewOf: (topic: Topic) => AnswerReview,
): Result<Answer> {
  const { question, exchange, confirm, turn } = request;
  if (question.length > MAX_QUESTION_CHARACTERS)
    return failed(
      answerDiagnostics.report("question-too-long", { characters: question.length, most: MAX_QUESTION_CHARACTERS }),
    );
  if (turn !== undefined) return answerAgain({ ...request, turn }, parts, reviewOf);
  const carriesOn = exchange !== undefined && !isOfOtherPatient(question, parts.language);
  if (carriesOn) return followConversation({ ...request, exchange }, parts, reviewOf);
  if (confirm !== undefined) return failed(answerDiagnostics.report("confirm-without-exchange", { field: "confirm" }));
  return answerFirst(request, parts, reviewOf);
}

function answerAgain(
  { question, exchange, turn, ...more }: AskRequest & { readonly turn: number },
  parts: WellspringParts,
  reviewOf: (topic: Topic) => AnswerReview,
): Result<Answer> {
  if (question.trim() !== "" || Object.values(more).some((sent) => sent !== undefined))
    return failed(answerDiagnostics.report("turn-beside-question", { field: "turn" }));
  if (exchange === undefined) return failed(answerDiagnostics.report("turn-not-held", { field: "turn", turn }));
  return showAgain(exchange, turn, {
    signingKey: parts.signingKey,
    ask: (request) => answerRequest(request, parts, reviewOf),
    reviewOf: (slug) => {
      const topic = parts.library.topics.get(slug);
      return topic === undefined ? undefined : reviewOf(topic);
    },
  });
}
