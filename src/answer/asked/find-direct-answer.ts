import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { sideFeatureOf } from "../understand/lexicon/side-feature.ts";
import type { Understanding } from "../understand/understand.ts";
import { conceptsIn } from "./concepts.ts";
import { type AnsweringTopic, declaredIn, isOfEverybody } from "./declared-answers.ts";
import { fittingFirst } from "./fitting-first.ts";
import { type DirectMatch, rankAnswers, SAME_FROM } from "./rank-answers.ts";
import { waysOfAsking } from "./ways-of-asking.ts";

/**
 * Below these scores a declared answer answers something else; the fewer of the topic's terms a question holds, the surer it must be: part of one,
 * and one or parts of several. One without a term is as sure where it says three things of the topic and nothing else, less so with two, and
 * must be surest with one alone. Calibrated on the questions of the tests (docs/evaluation-history.md).
 */
const DIRECT_FROM = { single: 0.66, unmarked: 0.6, few: 0.52, partly: 0.4, marked: 0.3 } as const;

/** From which score on a declared answer answers this question. */
export function directFrom(question: string, topic: AnsweringTopic, language: ClinicalLanguage): number {
  const { names, alone } = declaredIn(topic, language).anchors;
  const said = new Set(conceptsIn(question, topic, language).map(({ name }) => name));
  const held = [...said].filter((name) => names.has(name));
  if (held.length === 0) return fromItsKind(question, topic, language);
  const byTerms = isByTerm(held, alone) ? DIRECT_FROM.marked : DIRECT_FROM.partly;
  return Math.min(byTerms, fromItsKind(question, topic, language));
}

function isByTerm(held: readonly string[], alone: ReadonlySet<string>): boolean {
  return held.length > 1 || held.some((name) => alone.has(name));
}

/** So many words of content, all such as declared questions have, name what the topic speaks of: guidelines, tests, items of a score. */
const OF_ITS_KIND = { surely: 3, perhaps: 2 } as const;

function fromItsKind(question: string, topic: AnsweringTopic, language: ClinicalLanguage): number {
  const things = thingsOfTopic(question, topic, language);
  if (things < OF_ITS_KIND.perhaps) return DIRECT_FROM.single;
  if (!isInItsWords(question, topic, language)) return DIRECT_FROM.unmarked;
  return things >= OF_ITS_KIND.surely ? DIRECT_FROM.marked : DIRECT_FROM.few;
}

/** How many things a question speaks of that the topic's declared questions and answers speak of as well. */
export function thingsOfTopic(question: string, topic: AnsweringTopic, language: ClinicalLanguage): number {
  const { isKnown } = declaredIn(topic, language);
  return new Set(
    conceptsIn(question, topic, language).flatMap(({ name, isIdle }) => (!isIdle && isKnown(name) ? [name] : [])),
  ).size;
}

/** From here on nothing else was asked. */
const SURELY_FROM = 0.65;
/** From here on it is told beside the next step, where that was asked for. */
const BESIDE_NEXT_STEP_FROM = 0.5;
/** Below that, from this share of the best score on, a second answer may as well be what was asked; this many of its statements follow. */
const NEAR_BEST_FROM = 0.85;
const STATEMENTS_OF_SECOND = 2;

/**
 * The declared answer that fits the question best, with the first statements of another that fits it nearly as well; unless it is the declared
 * question itself, the statement that holds most of what was asked stands first.
 */
export function findDirectAnswer(
  question: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): DirectMatch | undefined {
  const match = findMatch(question, topic, language, understanding);
  if (match === undefined || match.score >= SAME_FROM) return match;
  return { ...match, statements: fittingFirst(match.statements, question, topic, language, understanding) };
}

function findMatch(
  question: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): DirectMatch | undefined {
  const [best, second] = rankAnswers(question, topic, language, understanding);
  if (best === undefined || best.score === 0 || best.statements.length === 0) return undefined;
  const isBeside =
    best.score >= BESIDE_NEXT_STEP_FROM &&
    (asksOfMore(question, topic, language) || asksInSomeWay(question, topic, language));
  if (best.score < SAME_FROM && !isBeside && isOnlyTold(question, topic, language, understanding)) return undefined;
  if (best.score < BESIDE_NEXT_STEP_FROM && asksForNextStep(understanding)) return undefined;
  // What holds for others is no second answer for a patient of a special group.
  const isForOthers = best.isOfGroup && second?.isOfGroup === false;
  if (best.score >= SURELY_FROM || isForOthers || second === undefined || second.score < NEAR_BEST_FROM * best.score)
    return best;
  const more = second.statements.slice(0, STATEMENTS_OF_SECOND);
  return { ...best, statements: [...new Set([...best.statements, ...more])] };
}

/** Whether all words of content are such that declared questions have: it is near the topic, however little it says. */
export function isInItsWords(question: string, topic: AnsweringTopic, language: ClinicalLanguage): boolean {
  const { isKnown } = declaredIn(topic, language);
  const telling = conceptsIn(question, topic, language).filter(({ isIdle }) => !isIdle);
  return telling.length > 0 && telling.every(({ name }) => isKnown(name));
}

/** Fewer findings than these tell of a group ("in pregnancy"), not of somebody. */
const FEWEST_TOLD = 2;

/** From this many findings on a text tells a case, which the pathway answers unless something is asked. */
const TELLS_A_CASE_FROM = 3;

/** A case that is told without a question, or with that for the next step alone; or one told by its side, whatever is asked of it. */
function isOnlyTold(
  question: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): boolean {
  const told = new Set(
    understanding.statements.flatMap(({ kind, feature }) =>
      kind === "value" && !isOfEverybody(feature, topic) ? feature : [],
    ),
  );
  // "No other diagnosis is likely" names alternatives and asks for none.
  const asked = understanding.questions.filter(({ focus }) => focus !== "alternatives" || question.includes("?"));
  const isAsked = asked.length > 0 || asksOfMore(question, topic, language);
  const isCase = told.size >= TELLS_A_CASE_FROM && (!isAsked || asksForNextStep(understanding));
  return isCase || isSideAlone(topic, understanding);
}

/** "DVT?" behind a case names the topic and asks for what the case comes to. */
function asksOfMore(question: string, topic: AnsweringTopic, language: ClinicalLanguage): boolean {
  return askedIn(question).some((sentence) => conceptsIn(sentence, topic, language).some(({ isIdle }) => !isIdle));
}

/** "Who is right?" behind a case asks for something, too, whatever it is called. */
function asksInSomeWay(question: string, topic: AnsweringTopic, language: ClinicalLanguage): boolean {
  return askedIn(question).some((sentence) => waysOfAsking(sentence, topic, language).size > 0);
}

function askedIn(question: string): readonly string[] {
  return question.split(/(?<=[.;?!])\s+/).filter((sentence) => sentence.endsWith("?"));
}

/** "Calf lump, ?DVT, which scan?": what follows for a patient is the pathway's to say, however little is told of them. */
function asksForNextStep({ statements, questions }: Understanding): boolean {
  return (
    statements.filter(({ kind }) => kind === "value").length >= FEWEST_TOLD &&
    questions.length > 0 &&
    questions.every(({ focus }) => focus === "next-test")
  );
}

/** "Left calf pain", and no more asked than the next step. */
function isSideAlone({ pathway }: AnsweringTopic, { statements, questions }: Understanding): boolean {
  const told = statements.filter(({ kind }) => kind === "value");
  const side = sideFeatureOf(pathway?.features ?? [])?.id;
  const isSide = told.length > 0 && told.every(({ feature }) => feature === side);
  return isSide && questions.every(({ focus }) => focus === "next-test");
}

/** How much a question, or a case, is like the best of what is declared: from `DIRECT_FROM` on it is the topic's. */
export function likenessToDeclared(
  question: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): number {
  if (isSideAlone(topic, understanding)) return 0;
  const ranked = rankAnswers(question, topic, language, understanding);
  return ranked.reduce((most, { score }) => Math.max(most, score), 0);
}
