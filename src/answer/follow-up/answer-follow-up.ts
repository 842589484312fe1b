import { ok, type Result } from "../../kernel/result.ts";
import type { Library } from "../../library/model/library.ts";
import type { Topic } from "../../library/model/topic.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway, Profile } from "../../pathway/model/pathway.ts";
import type { Answer, AnswerReview, Followed } from "../answer-shape.ts";
import { answeredBy } from "../asked/answered-by.ts";
import { type AnswerText, composeAnswer, NO_TEXT, type SecondReading } from "../compose-answer.ts";
import { findSubjects } from "../find-subject.ts";
import { listNotAnswered } from "../list-not-answered.ts";
import { nearestFirst } from "../related/nearest-first.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Understanding } from "../understand/understand.ts";
import type { AskRequest } from "../wellspring.ts";
import { adviceInShort, compareStates, isSameAdvice, presentCarried, saidOf } from "./compare-states.ts";
import type { HeldExchange } from "./exchange.ts";
import { type CarriedStatement, holding, known, readCarried } from "./held-findings.ts";
import { profilesNamedIn } from "./named-profile.ts";
import { atItsTime, confirm, nextState, type State, withheldOver } from "./next-state.ts";
import { type FollowUpReading, readFollowUp } from "./read-follow-up.ts";
import { replyTo } from "./reply-to.ts";
import { keyOf } from "./statement-key.ts";
import { continueConversation, stateOf } from "./thread.ts";

export interface FollowUpParts {
  readonly library: Library;
  readonly language: ClinicalLanguage;
  readonly signingKey: string;
  readonly review: AnswerReview;
  readonly related: Answer["related"];
  /** Of the text that the conversation began with, until what was read of it is confirmed. */
  readonly secondReading?: SecondReading;
  /** What of the topic's article answers the question. */
  readonly textFor: (understanding: Understanding) => AnswerText;
}

type RunnableTopic = Topic & { readonly pathway: Pathway };

/** The topic itself, and no copy: what is remembered of a topic is remembered by identity. */
export function isRunnable(topic: Topic): topic is RunnableTopic {
  return topic.pathway !== undefined;
}

/** What came of a follow-up; `understood` is false when it says, supposes and asks nothing that the topic knows. */
export interface FollowUpAnswer {
  readonly answer: Answer;
  readonly understood: boolean;
  /** It asks for another guideline, or for several. */
  readonly namesGuideline: boolean;
  readonly reading: FollowUpReading;
}

/** Answers a question about what an exchange holds: what it carried over, what changed, and what that does to the advice. */
export function answerFollowUp(
  request: AskRequest,
  topic: RunnableTopic,
  held: HeldExchange,
  parts: FollowUpParts,
): Result<FollowUpAnswer> {
  const { pathway } = topic;
  const heldState = stateOf(held);
  const carried = readCarried(pathway, heldState.findings);
  if (!carried.ok) return carried;
  const corrections = parseFindings(pathway, request.findings ?? {});
  if (!corrections.ok) return corrections;
  const confirmed = confirm(topic, carried.value, request.confirm ?? []);
  if (!confirmed.ok) return confirmed;
  const named = profilesNamedIn(request.question, pathway);
  const [only] = named.length === 1 ? named : [];
  const heldProfile = heldState.profile ?? undefined;
  const profile = request.profile ?? only?.id ?? heldProfile;
  const composeBefore = composer(request.question, topic, heldProfile, parts);
  const compose = composer(request.question, topic, profile, parts);
  const facts = known(confirmed.value);
  // "What if" is asked of what is known; what it follows is then the advice on that.
  const all = composeBefore(confirmed.value);
  if (!all.ok) return all;
  const withoutSupposing = composeBefore(facts);
  if (!withoutSupposing.ok) return withoutSupposing;
  const read = ({ nextStep }: Answer) =>
    readFollowUp(request.question, topic, parts.language, {
      advised: nextStep?.code,
      carried: facts.map(({ statement }) => statement),
      earlier: held.turns.slice(0, held.at).map((turn) => turn.question),
    });
  const first = read(all.value);
  const reading = first.startsAfresh ? read(withoutSupposing.value) : first;
  const start = reading.startsAfresh ? facts : confirmed.value;
  const news = { ...reading, stated: [...reading.stated, ...corrections.value] };
  const told = atItsTime(
    request.question,
    topic,
    nextState(topic, start, news, compose),
    news,
    parts.language,
    compose,
  );
  const withheld = withheldOver(topic, told, request.question, news, profile);
  if (!withheld.ok) return withheld;
  const { state, doubts } = withheld.value;
  const focus = reading.understanding.focus;
  const text = textOf(reading, parts);
  const open = listNotAnswered(
    { ...reading.understanding, doubts },
    topic,
    findSubjects(request.question, parts.library.subjects),
    answeredBy(request.question, text, topic, parts.language),
  );
  const answer = compose(state, text, [...severalNamed(named), ...open.filter(isStillOpen(reading))]);
  if (!answer.ok) return answer;
  const before = reading.startsAfresh ? withoutSupposing.value : all.value;
  const now = holding(state);
  const changedFrom = holding(request.confirm === undefined ? start : carried.value);
  const followed: Followed = {
    carried: presentCarried(
      pathway,
      now.filter((one) => changedFrom.some((old) => isSame(old, one))),
    ),
    dropped: presentCarried(pathway, reading.startsAfresh ? confirmed.value.filter(({ supposed }) => supposed) : []),
    changed: changesBetween(pathway, changedFrom, now, answer.value, compose),
    before: adviceInShort(before),
    after: adviceInShort(answer.value),
    profile: profileChange(pathway, before, answer.value),
    sameAdvice: isSameAdvice(adviceInShort(before), adviceInShort(answer.value)),
    outcomes: outcomesOf(topic, start, reading, compose),
    reply: replyTo(focus, answer.value, topic),
  };
  const asks = focus !== "other" && reading.understanding.focusSpan !== undefined;
  return ok({
    understood:
      followed.changed.length + followed.outcomes.length + text.sections.length + text.direct.length + named.length >
        0 ||
      asks ||
      doubts.length > 0 ||
      restates(reading, holding(start)),
    namesGuideline: named.length > 0,
    reading,
    answer: {
      ...markSupposed(answer.value, now),
      related: nearestFirst(parts.related, answer.value, topic, parts.language),
      conversation: continueConversation(
        held,
        { request, answer: answer.value, followed, profile, carried: state, review: parts.review },
        parts.signingKey,
      ),
    },
  });
}

/** News and suppositions are answered by what they change; a conversation is about a patient, whatever is asked. */
function textOf(reading: FollowUpReading, { textFor }: FollowUpParts): AnswerText {
  const text = textFor(reading.understanding);
  const changes = reading.stated.length + reading.supposed.length + reading.outcomes.length > 0;
  return { ...text, direct: changes ? [] : text.direct, isGeneral: false };
}

/** The guideline before and after, when a follow-up turns to another. */
function profileChange({ profiles }: Pathway, before: Answer, after: Answer): Followed["profile"] {
  const labelOf = (answer: Answer) => profiles.find(({ id }) => id === answer.profile);
  const [old, now] = [labelOf(before), labelOf(after)];
  if (old === undefined || now === undefined || old.id === now.id) return null;
  return { before: { id: old.id, label: old.label }, after: { id: now.id, label: now.label } };
}

/** Several guidelines at once are not laid side by side here. */
function severalNamed(named: readonly Profile[]): Answer["notAnswered"] {
  if (named.length < 2) return [];
  const names = named.map(({ id }) => id.toUpperCase()).join(", ");
  return [{ what: `several guidelines (${names})`, why: "one guideline is followed at a time; name one of them" }];
}

type Compose = (state: State, text?: AnswerText, notAnswered?: Answer["notAnswered"]) => Result<Answer>;

function composer(
  question: string,
  topic: RunnableTopic,
  profile: string | undefined,
  { review, related, secondReading }: FollowUpParts,
): Compose {
  return (state, text = NO_TEXT, notAnswered = []) =>
    composeAnswer({
      question,
      topic,
      statements: holding(state).map(({ statement }) => statement),
      profile,
      notAnswered,
      text,
      review,
      related,
      ...(secondReading === undefined ? {} : { secondReading }),
    });
}

function changesBetween(
  pathway: Pathway,
  before: State,
  after: State,
  answer: Answer,
  compose: Compose,
): Followed["changed"] {
  const wanted = adviceInShort(answer);
  const alone = (feature: string): boolean => {
    const one = compose([
      ...before.filter(({ statement }) => statement.feature !== feature),
      ...saidOf(after, feature),
    ]);
    return one.ok && isSameAdvice(adviceInShort(one.value), wanted);
  };
  const base = compose(before);
  const isMoved = base.ok && !isSameAdvice(adviceInShort(base.value), wanted);
  return compareStates(pathway, before, after, (feature) => isMoved && alone(feature));
}

function outcomesOf(
  topic: RunnableTopic,
  start: State,
  reading: FollowUpReading,
  compose: Compose,
): Followed["outcomes"] {
  return reading.outcomes.flatMap((supposed) => {
    const news = { ...reading, supposed: [...reading.supposed, ...supposed] };
    const answer = compose(nextState(topic, start, news, compose));
    const advice = answer.ok ? adviceInShort(answer.value) : null;
    if (advice === null) return [];
    return [{ supposed: presentCarried(topic.pathway, supposed.map(asSupposed)), advice }];
  });
}

function asSupposed(statement: Statement): CarriedStatement {
  return { statement, supposed: true };
}

function isSame(left: CarriedStatement, right: CarriedStatement): boolean {
  return left.supposed === right.supposed && keyOf(left.statement) === keyOf(right.statement);
}

/** What was taken as a supposition, or opened into its results, is answered. */
function isStillOpen({ supposed, outcomes, understanding }: FollowUpReading) {
  const taken = [...supposed, ...outcomes.flat()];
  const spans = understanding.notOfPatient.filter(({ reason }) => taken.length > 0 && reason === "hypothetical");
  return ({ span }: Answer["notAnswered"][number]) =>
    span === undefined || !spans.some((one) => one.span.start === span.start && one.span.end === span.end);
}

/** Says again what is known already: the answer is that nothing changes. */
function restates({ stated, supposed }: FollowUpReading, start: State): boolean {
  const known = new Set(start.map(({ statement }) => keyOf(statement)));
  return [...stated, ...supposed].some((statement) => known.has(keyOf(statement)));
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
