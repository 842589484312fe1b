import { failed, ok, type Result } from "../kernel/result.ts";
import { isRunnable } from "../library/model/runnable-topic.ts";
import type { Topic } from "../library/model/topic.ts";
import type { Statement } from "../pathway/model/finding.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import type { Answer, AnswerReview } from "./answer-shape.ts";
import { findSubjects } from "./find-subject.ts";
import { answerFollowUp } from "./follow-up/answer-follow-up.ts";
import { openExchange } from "./follow-up/exchange.ts";
import { unchangedConversation } from "./follow-up/thread.ts";
import { rankTopics } from "./match-topic.ts";
import { findOutrankingEmergency, refuse, refuseFollowUp } from "./refuse.ts";
import { refuseAnswer } from "./refuse-answer.ts";
import { relatedTo } from "./related/related-questions.ts";
import { readAgain, storyOf } from "./second-reader/read-again.ts";
import { textFor } from "./text-for.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import type { Understanding } from "./understand/understand.ts";
import { urgentSignsOf } from "./urgent-signs.ts";
import type { AskRequest } from "./wellspring.ts";
import type { WellspringParts } from "./wellspring-parts.ts";

/** Answers what goes on with a conversation; a question that is not answered leaves the conversation as it was. */
export function followConversation(
  request: AskRequest & { readonly exchange: string },
  { library, withheld, language, signingKey, secondReaders, reviews }: WellspringParts,
  reviewOf: (topic: Topic) => AnswerReview,
): Result<Answer> {
  const { question, exchange } = request;
  if (question.trim() === "" && request.confirm === undefined && request.readingConfirmed !== true)
    return failed(answerDiagnostics.report("question-empty", {}));
  const today = reviews?.now();
  const held = openExchange(exchange, signingKey);
  if (!held.ok) return held;
  if (withheld?.has(held.value.topic))
    return failed(answerDiagnostics.report("topic-not-in-force", { topic: held.value.topic }));
  const topic = library.topics.get(held.value.topic);
  if (topic === undefined || !isRunnable(topic))
    return failed(answerDiagnostics.report("exchange-outdated", { field: "exchange" }));
  if (!reviewOf(topic).usable) return failed(answerDiagnostics.report("topic-not-in-force", { topic: topic.slug }));
  const followed = answerFollowUp(request, topic, held.value, {
    library,
    language,
    signingKey,
    today,
    review: reviewOf(topic),
    related: relatedTo(topic, { library, language, reviewOf }),
    ...readAgain(storyOf(held.value, request), secondReaders?.get(topic.slug), topic.pathway),
    textFor: (understanding) => textFor(question, topic, language, understanding),
  });
  if (!followed.ok || question.trim() === "") return followed.ok ? ok(followed.value.answer) : followed;
  const { answer: answered, understood } = followed.value;
  const context = {
    ranked: rankTopics(question, library.topics.values(), language, today),
    language,
    urgentSigns: urgentSignsOf(library),
    subjects: findSubjects(question, library.subjects),
  };
  const { reading } = followed.value;
  const asRead = withoutEverydayWords(reading.understanding, language);
  // What was read of words of before, or of a test that they left out, stands in no words of this question.
  const ofContext = [...reading.stated, ...reading.supposed].filter(({ span }) => span === undefined);
  const heard = { ...asRead, statements: [...asRead.statements, ...ofContext] };
  const isOfContext = ofContext.length + reading.withdrawn.length > 0;
  const refusal =
    findOutrankingEmergency(context) ??
    (followed.value.isUnheard ? refuse("not-understood", context) : undefined) ??
    (answered.alarm || followed.value.namesGuideline
      ? undefined
      : refuseFollowUp(question, isOfContext ? { ...heard, clinicalWords: 0 } : heard, understood, context));
  // A question that is not answered leaves the conversation as it was.
  return ok(
    refusal === undefined
      ? answered
      : {
          ...refuseAnswer(question, refusal),
          conversation: unchangedConversation(exchange, held.value, reviewOf(topic)),
        },
  );
}

/** Without what was read from a word of every day alone: "his" in a question of another field is no finding of the topic. */
function withoutEverydayWords(understanding: Understanding, language: ClinicalLanguage): Understanding {
  const everyday = new Set([...language.commonWords, ...language.skippable]);
  const isTelling = ({ span }: Statement) => span === undefined || !everyday.has(span.text.toLowerCase());
  return { ...understanding, statements: understanding.statements.filter(isTelling) };
}
