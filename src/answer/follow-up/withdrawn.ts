import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { TopicTest } from "../../library/model/topic.ts";
import type { FeatureId } from "../../pathway/model/feature.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Answer, Followed } from "../answer-shape.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { namesOf } from "./carry-over.ts";
import type { HeldExchange, HeldState } from "./exchange.ts";
import type { State } from "./held-findings.ts";
import { hasPhrase, withoutPhrases, wordsOf } from "./phrases.ts";

/**
 * Features of tests whose results a follow-up takes back ("scrap the D-dimer, the tube was somebody else's"): from then on nothing is known
 * of them; or tells that the test is not done, or its result not back. Which test is meant is said by its name, or else it is the only one of which the conversation holds a result. A question
 * ("can I ignore the D-dimer?") takes nothing back, and a new result takes the place of the old one by itself.
 */
export function withdrawnBy(
  question: string,
  topic: RunnableTopic,
  { followUps }: ClinicalLanguage,
  carried: readonly Statement[],
): readonly FeatureId[] {
  const text = wordsOf(question);
  if (/\?\s*$/.test(question)) return [];
  const named = topic.tests.filter(({ words }) => hasPhrase(text, words));
  const unnamed = named.flatMap(({ words }) => words).reduce((rest, word) => rest.replaceAll(` ${word} `, " "), text);
  const isWithdrawn = hasPhrase(text, followUps.withdrawing) || hasPhrase(unnamed, followUps.withdrawing);
  if (!isWithdrawn) return isNotDone(unnamed, followUps) ? named.flatMap((test) => featuresOf(test, topic)) : [];
  const held = topic.tests.filter(({ features }) => carried.some(({ feature }) => features.includes(feature)));
  const meant = named.length > 0 ? named : held.length === 1 ? held : [];
  return meant.flatMap((test) => featuresOf(test, topic));
}

/** "The D-dimer isn't back yet", without its name: what was told of it was no result of this test. */
function isNotDone(unnamed: string, { notDone, anotherOccasion }: ClinicalLanguage["followUps"]): boolean {
  return withoutPhrases(unnamed, notDone) !== undefined && !hasPhrase(unnamed, anotherOccasion);
}

function featuresOf({ features }: TopicTest, topic: RunnableTopic): readonly FeatureId[] {
  return features.flatMap((feature) => namesOf(topic, feature));
}

/** What a conversation still holds. */
export function withoutWithdrawn(state: State, withdrawn: readonly FeatureId[]): State {
  return withdrawn.length === 0 ? state : state.filter(({ statement }) => !withdrawn.includes(statement.feature));
}

/**
 * Whether a follow-up takes back all that the one before it told, and says nothing else: "sorry, that was another patient". Whoever goes on
 * to tell of somebody is read as telling.
 */
export function takesBackTurn(
  question: string,
  { followUps: { takingBack, correcting, apologising, withdrawing }, commonWords, skippable }: ClinicalLanguage,
): boolean {
  const rest = /\?\s*$/.test(question) ? undefined : withoutPhrases(wordsOf(question), takingBack);
  const ofNoContent = [...correcting, ...apologising, ...withdrawing].flatMap((phrase) => phrase.split(" "));
  const idle = new Set([...commonWords, ...skippable, ...ofNoContent]);
  return rest?.split(/[\s-]+/).every((word) => word === "" || idle.has(word)) ?? false;
}

/** What was held before the last question that told something; undefined where that is the one with which all began. */
export function beforeLastNews({ turns, base, at }: HeldExchange): HeldState | undefined {
  const states = [...(base === null ? [] : [base]), ...turns.slice(0, at)];
  const said = states.map(({ findings }) => JSON.stringify(findings));
  return states[said.findLastIndex((findings, index) => index > 0 && findings !== said[index - 1]) - 1];
}

/** An emergency that is taken back here is one elsewhere. */
export function ofWhoeverItWas({ alarm, nextStep }: Answer): Followed["reply"] {
  if (!alarm || nextStep === null) return [];
  return [
    {
      text: `No longer counted for this patient. For the patient of whom it is true it stands: “${nextStep.title}”.`,
      citations: [],
    },
  ];
}
