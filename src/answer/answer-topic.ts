import { failed, ok, type Result } from "../kernel/result.ts";
import type { Topic } from "../library/model/topic.ts";
import { parseFindings } from "../pathway/findings/parse-findings.ts";
import type { Statement } from "../pathway/model/finding.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import type { Answer } from "./answer-shape.ts";
import { answeredBy } from "./asked/answered-by.ts";
import { type AnswerParts, composeAnswer } from "./compose-answer.ts";
import type { SubjectMatch } from "./find-subject.ts";
import { beginConversation } from "./follow-up/thread.ts";
import { listNotAnswered } from "./list-not-answered.ts";
import type { TopicMatch } from "./match-topic.ts";
import { nearestFirst } from "./related/nearest-first.ts";
import { readAgain } from "./second-reader/read-again.ts";
import { settleStatements } from "./settle-statements.ts";
import { textFor } from "./text-for.ts";
import type { AskRequest } from "./wellspring.ts";
import type { WellspringParts } from "./wellspring-parts.ts";
import { withholdExclusion } from "./withhold-exclusion.ts";

/** Answers a question from the topic that it is about: what was read, with the reader's own findings, runs the pathway. */
export function answerTopic(
  request: AskRequest,
  { topic, understanding, subjects }: TopicMatch<Topic> & { readonly subjects: readonly SubjectMatch[] },
  { language, signingKey, secondReaders }: WellspringParts,
  { review, related }: Pick<AnswerParts, "review" | "related">,
): Result<Answer> {
  if (topic.pathway === undefined)
    return failed(answerDiagnostics.report("topic-without-pathway", { topic: topic.slug }));
  const corrections = parseFindings(topic.pathway, request.findings ?? {});
  if (!corrections.ok) return corrections;
  const stated = correct(topic.pathway, isReadable(topic) ? settleStatements(understanding) : [], corrections.value);
  const byHand = new Set(corrections.value.map(({ feature }) => feature));
  const { profiles, defaultProfile } = topic.pathway;
  const withheld = withholdExclusion(
    topic.pathway,
    stated,
    understanding.doubts.filter(({ feature }) => !byHand.has(feature)),
    // A profile that the pathway does not have is refused where the answer is composed.
    profiles.find(({ id }) => id === request.profile)?.id ?? defaultProfile,
  );
  if (!withheld.ok) return withheld;
  const { statements, doubts } = withheld.value;
  const text = textFor(request.question, topic, language, understanding);
  const composed = composeAnswer({
    question: request.question,
    topic,
    statements,
    profile: request.profile,
    notAnswered: isReadable(topic)
      ? listNotAnswered(
          { ...understanding, doubts },
          topic,
          subjects,
          answeredBy(request.question, text, topic, language),
        )
      : [WORDS_NOT_LOADED],
    text,
    review,
    related,
    ...(request.readingConfirmed === true || text.isGeneral
      ? {}
      : readAgain(request.question, secondReaders?.get(topic.slug), topic.pathway)),
  });
  if (!composed.ok) return composed;
  const answer = { ...composed.value, related: nearestFirst(related, composed.value, topic, language) };
  const carried = statements.map((statement) => ({ statement, supposed: false }));
  const turn = { request, answer, followed: null, profile: request.profile, carried, review };
  return ok({ ...answer, conversation: beginConversation(topic.slug, turn, signingKey) });
}

/**
 * A topic whose words could not be loaded reads no findings from text, not even "no other finding": what it would deny are
 * the very findings it failed to see.
 */
export function isReadable(topic: Topic): boolean {
  return topic.words.size > 0;
}

const WORDS_NOT_LOADED = {
  what: "what the text says of the patient",
  why: "the words of this topic could not be loaded, so no finding was read from the text; enter the findings by hand",
};

/** What a reader states by hand replaces what was read from the text of the same feature or family. */
function correct(pathway: Pathway, read: readonly Statement[], stated: readonly Statement[]): readonly Statement[] {
  const nameOf = (id: string) => pathway.features.find((feature) => feature.id === id)?.family ?? id;
  const corrected = new Set(stated.map(({ feature }) => nameOf(feature)));
  return [...read.filter(({ feature }) => !corrected.has(nameOf(feature))), ...stated];
}
