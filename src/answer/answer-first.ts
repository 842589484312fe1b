import { failed, ok, type Result } from "../kernel/result.ts";
import type { Topic } from "../library/model/topic.ts";
import { settledAdvice } from "../pathway/consult/consult-pathway.ts";
import type { Recommendation } from "../pathway/model/pathway.ts";
import type { Withheld } from "../review/reader/serve-record.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import type { Answer, AnswerReview } from "./answer-shape.ts";
import { answerTopic, isReadable } from "./answer-topic.ts";
import { findSubjects } from "./find-subject.ts";
import { isCaseOf, NEAR_FROM, rankTopics, type TopicMatch } from "./match-topic.ts";
import { findOtherEmergency, findRefusal, refuse } from "./refuse.ts";
import { refuseAnswer } from "./refuse-answer.ts";
import { relatedTo } from "./related/related-questions.ts";
import { urgentSignsOf } from "./urgent-signs.ts";
import type { AskRequest } from "./wellspring.ts";
import type { WellspringParts } from "./wellspring-parts.ts";

/** Answers the first question of a conversation, or refuses it with the reason. */
export function answerFirst(
  request: AskRequest,
  parts: WellspringParts,
  reviewOf: (topic: Topic) => AnswerReview,
): Result<Answer> {
  const { question } = request;
  if (question.trim() === "") return failed(answerDiagnostics.report("question-empty", {}));
  const { library, language, withheld = new Map() } = parts;
  const ranked = rankTopics(
    question,
    [...library.topics.values(), ...recognisedOf(withheld)],
    language,
    parts.reviews?.now(),
  );
  const [best] = ranked;
  const settled = best === undefined ? undefined : settledFor(best);
  // A pathway without a compiled form is never loaded; were one handed in, composing the answer would refuse it aloud.
  const alarming = settled !== undefined && (!settled.ok || settled.value?.emergency === true);
  const urgentSigns = urgentSignsOf(library);
  const context = { ranked, language, urgentSigns, subjects: findSubjects(question, library.subjects) };
  const elsewhere = findOtherEmergency(context);
  const found = elsewhere ?? (alarming ? undefined : findRefusal(question, context));
  const recognised =
    settled?.ok && settled.value !== undefined && best !== undefined && isRecognised(best, settled.value);
  const isElsewhere = settled?.ok && settled.value?.outOfScope === true && found?.subject != null;
  const refusal = recognised && found?.reason === "no-topic" && !isElsewhere ? undefined : found;
  if (refusal !== undefined || best === undefined)
    return ok(refuseAnswer(question, refusal ?? refuse("no-topic", context)));
  const review = reviewOf(best.topic);
  if (withheld.has(best.topic.slug)) return ok(refuseAnswer(question, refuse("not-in-force", context)));
  if (!review.usable) return ok(refuseAnswer(question, refuse("not-in-force", context)));
  const related = relatedTo(best.topic, { library, language, reviewOf });
  return answerTopic(request, { ...best, subjects: context.subjects }, parts, { review, related });
}

/** A question about a topic that is withheld is told so, and not that there is none. */
function recognisedOf(withheld: ReadonlyMap<string, Withheld>): readonly Topic[] {
  return [...withheld.values()].flatMap(({ inFolder }) => inFolder ?? []);
}

/** A case of the topic however little else it says; or one near it that its pathway knows not to be for it. */
function isRecognised(match: TopicMatch<Topic>, { outOfScope }: Recommendation): boolean {
  return outOfScope ? match.score >= NEAR_FROM : isCaseOf(match);
}

/** What the topic's pathway settles on for what was read. An emergency is answered first, however little of the question a topic recognises. */
function settledFor({ topic, understanding }: TopicMatch<Topic>): Result<Recommendation | undefined> | undefined {
  const { pathway } = topic;
  if (pathway === undefined || !isReadable(topic)) return undefined;
  return settledAdvice(pathway, understanding.statements, pathway.defaultProfile);
}
