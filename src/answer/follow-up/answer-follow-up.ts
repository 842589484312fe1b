import { ok, type Result } from "../../kernel/result.ts";
import type { Library } from "../../library/model/library.ts";
import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { FeatureId } from "../../pathway/model/feature.ts";
import type { Profile } from "../../pathway/model/pathway.ts";
import type { Answer, Followed } from "../answer-shape.ts";
import { answeredBy } from "../asked/answered-by.ts";
import type { AnswerText } from "../compose-answer.ts";
import { findSubjects } from "../find-subject.ts";
import { listNotAnswered } from "../list-not-answered.ts";
import { nearestFirst } from "../related/nearest-first.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Day } from "../understand/text/dates.ts";
import type { Understanding } from "../understand/understand.ts";
import type { AskRequest } from "../wellspring.ts";
import { deniedOf } from "./after-supposing.ts";
import type { CommonParts } from "./compose-state.ts";
import type { HeldExchange } from "./exchange.ts";
import { holding, readCarried, type State } from "./held-findings.ts";
import { atItsTime, nextState, withheldOver } from "./next-state.ts";
import { openConversation } from "./open-conversation.ts";
import { hasPhrase, wordsOf } from "./phrases.ts";
import type { FollowUpReading } from "./read-follow-up.ts";
import { readInConversation } from "./read-in-conversation.ts";
import { keyOf } from "./statement-key.ts";
import { tellChanges } from "./tell-changes.ts";
import { continueConversation } from "./thread.ts";
import { beforeLastNews, ofWhoeverItWas } from "./withdrawn.ts";

export interface FollowUpParts extends CommonParts {
  readonly library: Library;
  readonly language: ClinicalLanguage;
  readonly signingKey: string;
  /** The day of the question, where one knows it. */
  readonly today: Day | undefined;
  /** What of the topic's article answers the question. */
  readonly textFor: (understanding: Understanding) => AnswerText;
}

/** What came of a follow-up; `understood` is false when it says, supposes and asks nothing that the topic knows. */
export interface FollowUpAnswer {
  readonly answer: Answer;
  readonly understood: boolean;
  /** It asks for another guideline, or for several. */
  readonly namesGuideline: boolean;
  readonly reading: FollowUpReading;
  /** It was meant to tell something and nothing came of it, while the answer rules the disease out: that must not stand in silence. */
  readonly isUnheard: boolean;
}

/** Answers a question about what an exchange holds: what it carried over, what changed, and what that does to the advice. */
export function answerFollowUp(
  request: AskRequest,
  topic: RunnableTopic,
  held: HeldExchange,
  parts: FollowUpParts,
): Result<FollowUpAnswer> {
  const opened = openConversation(request, topic, held, parts);
  if (!opened.ok) return opened;
  const { carried, confirmed, corrections, profile, named, asHeld, asKnown, compose } = opened.value;
  const { question } = request;
  const reached = readInConversation(question, topic, held, opened.value, parts);
  if (!reached.ok) return reached;
  const { reading, start, after } = reached.value;
  const earlier = reading.takesBack ? beforeLastNews(held) : undefined;
  const taken = earlier === undefined ? undefined : readCarried(topic.pathway, earlier.findings);
  if (taken?.ok === false) return taken;
  // "That was the lady next door" tells nothing of this patient.
  const said = taken === undefined ? reading : { ...reading, stated: [], withdrawn: [] };
  const denied = after === "denies" ? deniedOf(confirmed, topic) : [];
  const news = { ...said, stated: [...said.stated, ...denied, ...corrections] };
  const told = nextState(topic, taken?.value ?? start, news, compose);
  const timed = atItsTime(told, news, { question, topic, language: parts.language, compose });
  const withheld = withheldOver(timed, news, {
    question,
    topic,
    language: parts.language,
    profile,
    before: start,
  });
  if (!withheld.ok) return withheld;
  const { state, doubts } = withheld.value;
  const text = textOf(reading, parts);
  const open = listNotAnswered(
    { ...reading.understanding, doubts },
    topic,
    findSubjects(question, parts.library.subjects),
    answeredBy(question, text, topic, parts.language),
  );
  const composed = compose(state, text, [...severalNamed(named), ...open.filter(isStillOpen(reading))]);
  if (!composed.ok) return composed;
  const answer = composed.value;
  const before = {
    state: request.confirm === undefined && after !== "confirms" ? start : carried,
    answer: reading.startsAfresh ? asKnown : asHeld,
  };
  const changes = tellChanges(
    topic,
    reading,
    { held: confirmed, start, before, after: { state, answer }, last: held.turns[held.at - 1]?.short },
    compose,
  );
  const isUnheard =
    reading.isTold &&
    question.trim() !== "" &&
    named.length + changes.reply.length === 0 &&
    // A doubt is asked about, unless it leaves a ruling-out as it was.
    (doubts.length === 0 || rulesOut(answer, topic)) &&
    // "Age-adjusted cut-off": what is named alone is asked about.
    (text.direct.length === 0 || tellsOf(question, parts.language)) &&
    (changes.dropped.length === 0 || after === undefined) &&
    changes.changed.every(({ feature }) => isOfPronoun(feature, reading, parts.language)) &&
    taken === undefined &&
    !restates(reading, holding(start), (feature) => !topic.unchanging.includes(feature));
  const followed = taken === undefined ? changes : { ...changes, reply: ofWhoeverItWas(asHeld) };
  return ok({
    understood: isUnderstood(reading, start, followed, text) || named.length + doubts.length > 0,
    namesGuideline: named.length > 0,
    reading,
    isUnheard: isUnheard && rulesOut(answer, topic),
    answer: {
      ...markSupposed(answer, holding(state)),
      notAnswered: isUnheard ? [unheard(question), ...answer.notAnswered] : answer.notAnswered,
      related: nearestFirst(parts.related, answer, topic, parts.language),
      conversation: continueConversation(
        held,
        { request, answer, followed, profile, carried: state, review: parts.review },
        parts.signingKey,
      ),
    },
  });
}

/** It asks something, or something came of it. */
function isUnderstood(reading: FollowUpReading, start: State, followed: Followed, text: AnswerText): boolean {
  const { focus, focusSpan } = reading.understanding;
  const came =
    followed.changed.length +
    followed.dropped.length +
    followed.outcomes.length +
    text.sections.length +
    text.direct.length;
  return came > 0 || (focus !== "other" && focusSpan !== undefined) || restates(reading, holding(start), () => true);
}

/** "Age-adjusted cut-off" is only named; "scan report dated last year" tells. */
function tellsOf(question: string, { followUps, commonWords, skippable }: ClinicalLanguage): boolean {
  const { telling, naming, negative, positive } = followUps;
  const everyday = new Set([...commonWords, ...skippable]).difference(new Set(naming));
  const text = wordsOf(question);
  const isSaid = text.split(" ").some((word) => word.endsWith("n't") || everyday.has(word));
  return isSaid || /\d/.test(question) || hasPhrase(text, [...telling, ...negative, ...positive]);
}

/** "Her neighbour": the pronoun alone tells a sex, and of the patient nothing. */
function isOfPronoun(
  feature: FeatureId,
  { stated }: FollowUpReading,
  { commonWords, skippable }: ClinicalLanguage,
): boolean {
  const everyday = new Set([...commonWords, ...skippable]);
  const told = stated.filter((one) => one.feature === feature);
  return told.length > 0 && told.every(({ span }) => span !== undefined && everyday.has(span.text.toLowerCase()));
}

function rulesOut({ nextStep }: Answer, { pathway }: RunnableTopic): boolean {
  return pathway.recommendations.some(
    ({ code, rulesOut: isRuledOut }) => code === nextStep?.code && isRuledOut === true,
  );
}

function unheard(question: string): Answer["notAnswered"][number] {
  return {
    what: question.trim().slice(0, LONGEST_UNHEARD),
    why: "nothing of it was understood; the answer stands without it",
  };
}

/** So much of what was not understood is shown again. */
const LONGEST_UNHEARD = 200;

/** News and suppositions are answered by what they change; a conversation is about a patient, whatever is asked. */
function textOf(reading: FollowUpReading, { textFor }: FollowUpParts): AnswerText {
  const text = textFor(reading.understanding);
  const changes = reading.stated.length + reading.supposed.length + reading.outcomes.length > 0;
  return { ...text, direct: changes ? [] : text.direct, isLoose: !changes && text.isLoose, isGeneral: false };
}

/** Several guidelines at once are not laid side by side here. */
function severalNamed(named: readonly Profile[]): Answer["notAnswered"] {
  if (named.length < 2) return [];
  const names = named.map(({ id }) => id.toUpperCase()).join(", ");
  return [{ what: `several guidelines (${names})`, why: "one guideline is followed at a time; name one of them" }];
}

/** What was taken as a supposition, or opened into its results, is answered. */
function isStillOpen({ supposed, outcomes, understanding }: FollowUpReading) {
  const taken = [...supposed, ...outcomes.flat()];
  const spans = understanding.notOfPatient.filter(({ reason }) => taken.length > 0 && reason === "hypothetical");
  return ({ span }: Answer["notAnswered"][number]) =>
    span === undefined || !spans.some((one) => one.span.start === span.start && one.span.end === span.end);
}

/** Says again what is known already: the answer is that nothing changes. "She" tells nothing by itself. */
function restates(
  { stated, supposed }: FollowUpReading,
  start: State,
  telling: (feature: FeatureId) => boolean,
): boolean {
  const known = new Set(start.map(({ statement }) => keyOf(statement)));
  return [...stated, ...supposed].some((statement) => telling(statement.feature) && known.has(keyOf(statement)));
}

function markSupposed(answer: Answer, state: State): Answer {
  const supposed = new Set(state.filter((one) => one.supposed).map(({ statement }) => statement.feature));
  return {
    ...answer,
    findings: answer.findings.map((finding) =>
      supposed.has(finding.feature) ? { ...finding, from: "supposed" } : finding,
    ),
  };
}
