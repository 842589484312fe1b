import { failed, ok, type Result } from "../kernel/result.ts";
import type { Library } from "../library/model/library.ts";
import { isRunnable } from "../library/model/runnable-topic.ts";
import type { Topic } from "../library/model/topic.ts";
import { settledAdvice } from "../pathway/consult/consult-pathway.ts";
import { parseFindings } from "../pathway/findings/parse-findings.ts";
import type { Statement } from "../pathway/model/finding.ts";
import type { Pathway, Recommendation } from "../pathway/model/pathway.ts";
import { findIdentifiers } from "../privacy/find-identifiers.ts";
import type { IdentifierWords } from "../privacy/identifier.ts";
import type { QuestionBox } from "../review/question-box.ts";
import { compareEditions } from "../review/reader/compare-editions.ts";
import { findCode } from "../review/reader/find-code.ts";
import { followQuestion } from "../review/reader/follow-question.ts";
import { listEditions } from "../review/reader/list-editions.ts";
import { listNews } from "../review/reader/list-news.ts";
import { NO_REVIEWS, type Reviews } from "../review/reader/reviews.ts";
import type { Served, Withheld } from "../review/reader/serve-record.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import type { Answer, AnswerReview } from "./answer-shape.ts";
import { answeredBy } from "./asked/answered-by.ts";
import { directFrom, findDirectAnswer } from "./asked/find-direct-answer.ts";
import { type AnswerParts, type AnswerText, composeAnswer, NO_TEXT } from "./compose-answer.ts";
import { findSections } from "./find-sections.ts";
import { findSubjects, type SubjectMatch } from "./find-subject.ts";
import { answerFollowUp } from "./follow-up/answer-follow-up.ts";
import { openExchange } from "./follow-up/exchange.ts";
import { isOfOtherPatient } from "./follow-up/read-follow-up.ts";
import { showAgain } from "./follow-up/show-again.ts";
import { beginConversation, unchangedConversation } from "./follow-up/thread.ts";
import { listNotAnswered } from "./list-not-answered.ts";
import { isCaseOf, NEAR_FROM, rankTopics, type TopicMatch } from "./match-topic.ts";
import { presentReview } from "./present-review.ts";
import { findOtherEmergency, findOutrankingEmergency, findRefusal, refuse, refuseFollowUp } from "./refuse.ts";
import { refuseAnswer } from "./refuse-answer.ts";
import { refuseIdentifiers } from "./refuse-identifiers.ts";
import { nearestFirst } from "./related/nearest-first.ts";
import { relatedTo } from "./related/related-questions.ts";
import { readAgain, storyOf } from "./second-reader/read-again.ts";
import type { SecondReader } from "./second-reader/second-reader.ts";
import { settleStatements } from "./settle-statements.ts";
import { submitWords } from "./submit-question.ts";
import { submitReport } from "./submit-report.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import type { Understanding } from "./understand/understand.ts";
import { type AskRequest, type EvaluateRequest, MAX_QUESTION_CHARACTERS, type Wellspring } from "./wellspring.ts";
import { withholdExclusion } from "./withhold-exclusion.ts";

/** What the product is made of. `reviews` is the record of review; without one every text is merely submitted, and says so. */
export interface WellspringParts {
  /** What is shown; until the product has caught up with a record, what lies in the library's folder. */
  readonly library: Library;
  /** Topics whose edition in force cannot be shown. */
  readonly withheld?: ReadonlyMap<string, Withheld>;
  /** What the record puts in force at a moment; without it the library stays as it is. */
  readonly serve?: (moment: Reviews) => Promise<Served>;
  readonly language: ClinicalLanguage;
  readonly identifierWords: IdentifierWords;
  /** By the topic's slug; a topic without one is read once. */
  readonly secondReaders?: ReadonlyMap<string, SecondReader>;
  readonly reviews?: Reviews;
  /** Where readers' questions wait for the board; without it none is taken. */
  readonly questions?: QuestionBox;
  /** Signs what readers hold of a conversation, at least `SHORTEST_SIGNING_KEY` characters. */
  readonly signingKey: string;
}

/** Puts the product together. Nothing here reads a file, a clock or the network: record and time come with `reviews`. */
export function createWellspring(parts: WellspringParts): Wellspring {
  const { library, identifierWords, reviews = NO_REVIEWS } = parts;
  const reviewOf = (topic: Topic) => presentReview(topic, reviews);
  const relatedOf = (topic: Topic) => relatedTo(topic, { library, language: parts.language, reviewOf });
  const ask = (request: AskRequest) =>
    refuseIdentifiers(request.question, identifierWords) ?? answer(request, parts, reviewOf);
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
    evaluate: (topic, request) => evaluate(topic, request, { review: reviewOf(topic), related: relatedOf(topic) }),
    relatedTo: relatedOf,
  };
}

function answer(request: AskRequest, parts: WellspringParts, reviewOf: (topic: Topic) => AnswerReview): Result<Answer> {
  const { question, exchange, confirm, turn } = request;
  if (question.length > MAX_QUESTION_CHARACTERS)
    return failed(
      answerDiagnostics.report("question-too-long", { characters: question.length, most: MAX_QUESTION_CHARACTERS }),
    );
  if (turn !== undefined) return answerAgain({ ...request, turn }, parts, reviewOf);
  const carriesOn = exchange !== undefined && !isOfOtherPatient(question, parts.language);
  if (carriesOn) return follow({ ...request, exchange }, parts, reviewOf);
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
    ask: (request) => answer(request, parts, reviewOf),
    reviewOf: (slug) => {
      const topic = parts.library.topics.get(slug);
      return topic === undefined ? undefined : reviewOf(topic);
    },
  });
}

function follow(
  request: AskRequest & { readonly exchange: string },
  { library, withheld, language, signingKey, secondReaders }: WellspringParts,
  reviewOf: (topic: Topic) => AnswerReview,
): Result<Answer> {
  const { question, exchange } = request;
  if (question.trim() === "" && request.confirm === undefined && request.readingConfirmed !== true)
    return failed(answerDiagnostics.report("question-empty", {}));
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
    review: reviewOf(topic),
    related: relatedTo(topic, { library, language, reviewOf }),
    ...readAgain(storyOf(held.value, request), secondReaders?.get(topic.slug), topic.pathway),
    textFor: (understanding) => textFor(question, topic, language, understanding),
  });
  if (!followed.ok || question.trim() === "") return followed.ok ? ok(followed.value.answer) : followed;
  const { answer: answered, understood } = followed.value;
  const context = {
    ranked: rankTopics(question, library.topics.values(), language),
    language,
    urgentSigns: urgentSignsOf(library),
    subjects: findSubjects(question, library.subjects),
  };
  const asRead = withoutEverydayWords(followed.value.reading.understanding, language);
  const refusal =
    findOutrankingEmergency(context) ??
    (answered.alarm || followed.value.namesGuideline
      ? undefined
      : refuseFollowUp(question, asRead, understood, context));
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

function urgentSignsOf(library: Library): readonly string[] {
  return library.sets.get(URGENT_SIGNS)?.members.map(({ label }) => label) ?? [];
}

function answerFirst(
  request: AskRequest,
  parts: WellspringParts,
  reviewOf: (topic: Topic) => AnswerReview,
): Result<Answer> {
  const { question } = request;
  if (question.trim() === "") return failed(answerDiagnostics.report("question-empty", {}));
  const { library, language, withheld = new Map() } = parts;
  const ranked = rankTopics(question, [...library.topics.values(), ...recognisedOf(withheld)], language);
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
  return answerFrom(request, { ...best, subjects: context.subjects }, parts, { review, related });
}

/** A question about a topic that is withheld is told so, and not that there is none. */
function recognisedOf(withheld: ReadonlyMap<string, Withheld>): readonly Topic[] {
  return [...withheld.values()].flatMap(({ inFolder }) => inFolder ?? []);
}

/** A case of the topic however little else it says; or one near it that its pathway knows not to be for it. */
function isRecognised(match: TopicMatch<Topic>, { outOfScope }: Recommendation): boolean {
  return outOfScope ? match.score >= NEAR_FROM : isCaseOf(match);
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

/** What the topic's pathway settles on for what was read. An emergency is answered first, however little of the question a topic recognises. */
function settledFor({ topic, understanding }: TopicMatch<Topic>): Result<Recommendation | undefined> | undefined {
  const { pathway } = topic;
  if (pathway === undefined || !isReadable(topic)) return undefined;
  return settledAdvice(pathway, understanding.statements, pathway.defaultProfile);
}

function textFor(question: string, topic: Topic, language: ClinicalLanguage, understanding: Understanding): AnswerText {
  const sections = findSections(question, topic, language, understanding);
  const match = findDirectAnswer(question, topic, language, understanding);
  if (match === undefined || match.score < directFrom(question, topic, language))
    return { direct: [], isGeneral: false, sections };
  const isGeneral = match.isGeneral && (understanding.statements.length === 0 || understanding.focus !== "next-test");
  return { direct: match.statements, isGeneral, sections };
}

function answerFrom(
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

function evaluate(
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

/** What a reader states by hand replaces what was read from the text of the same feature or family. */
function correct(pathway: Pathway, read: readonly Statement[], stated: readonly Statement[]): readonly Statement[] {
  const nameOf = (id: string) => pathway.features.find((feature) => feature.id === id)?.family ?? id;
  const corrected = new Set(stated.map(({ feature }) => nameOf(feature)));
  return [...read.filter(({ feature }) => !corrected.has(nameOf(feature))), ...stated];
}
