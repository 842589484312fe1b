import { convert, type Quantity } from "../../clinical/quantity.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { TopicTest } from "../../library/model/topic.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import { answerDiagnostics } from "../answer-diagnostics.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { sideFeatureOf } from "../understand/lexicon/side-feature.ts";
import { ANY_VALUE } from "../understand/phrases/entry.ts";
import type { Understanding } from "../understand/understand.ts";
import { restsOn, withholdExclusion } from "../withhold-exclusion.ts";
import { carryOver, namesOf, withoutRelatives } from "./carry-over.ts";
import { adviceInShort, isSameAdvice, saidOf } from "./compare-states.ts";
import type { ComposeState } from "./compose-state.ts";
import { aside, holding, type State } from "./held-findings.ts";
import { hasPhrase, wordsOf } from "./phrases.ts";
import type { FollowUpReading } from "./read-follow-up.ts";
import { keyOf } from "./statement-key.ts";
import { timePassedIn, withTimePassed } from "./time-passed.ts";
import { withoutWithdrawn } from "./withdrawn.ts";

/**
 * Where news would contradict what they are computed from, or what is computed from them, that is set aside: the later word takes its
 * place ("no D-dimer yet", then its value). Who the patient is stays as it was said.
 */
export function nextState(topic: RunnableTopic, start: State, news: FollowUpReading, compose: ComposeState): State {
  const state = carryOver(topic, withoutWithdrawn(start, news.withdrawn), news);
  if (news.stated.length + news.supposed.length === 0) return state;
  const whole = compose(state);
  if (!whole.ok) return state;
  const contradicting = new Set(whole.value.contradictions.flatMap(({ features }) => features));
  return withoutRelatives(topic, state, news, contradicting);
}

/** A follow-up and the topic of its conversation. */
interface Asked {
  readonly question: string;
  readonly topic: RunnableTopic;
}

/** With the days counted anew where time has passed, unless the question says itself how many they are, or gives a new result. */
export function atItsTime(
  state: State,
  { stated, supposed, supposes }: FollowUpReading,
  {
    question,
    topic,
    language,
    compose,
  }: Asked & { readonly language: ClinicalLanguage; readonly compose: ComposeState },
): State {
  const passed = timePassedIn(question, topic, language, supposes);
  const told = [...stated, ...supposed].map(({ feature }) => feature);
  if (
    passed === undefined ||
    topic.tests.some(({ features, since }) => told.some((one) => one === since || features.includes(one)))
  )
    return state;
  return withTimePassed(topic, state, { ...passed, supposed: supposed.length > 0 }, (one, other) => {
    const [left, right] = [compose(one), compose(other)];
    return left.ok && right.ok && isSameAdvice(adviceInShort(left.value), adviceInShort(right.value));
  });
}

export interface WithheldState {
  readonly state: State;
  readonly doubts: Understanding["doubts"];
}

/** Words that tell or suppose something and were not understood keep the disease from staying ruled out; a question only asks. */
export function withheldOver(
  state: State,
  { stated, supposed, supposes, withdrawn, understanding, doubts: said, corrects }: FollowUpReading,
  {
    question,
    topic,
    language,
    profile,
    before,
  }: Asked & {
    /** What was held before it. */
    readonly before: State;
    readonly language: ClinicalLanguage;
    readonly profile: string | undefined;
  },
): Result<WithheldState> {
  const { pathway } = topic;
  const told = new Set([...[...stated, ...supposed].map(({ feature }) => feature), ...withdrawn]);
  const asks = understanding.focusSpan !== undefined && !supposes;
  const isAsked = ({ span }: Understanding["doubts"][number]) =>
    asks && ENDS_IN_QUESTION.test(question.slice(span.end));
  // What is told takes the place of words of its field; it does not settle a doubt about itself ("normal, but it was the wrong leg").
  const everyday = new Set([...language.commonWords, ...language.skippable]);
  // "She" for "he" is a slip of the pen.
  const telling = stated.filter(({ span }) => span === undefined || !everyday.has(span.text.toLowerCase()));
  const elsewhere = ofAnother(before, telling, { topic, corrects, text: wordsOf(question) });
  const open = [...said, ...elsewhere].filter(
    (doubt) => (doubt.choice !== undefined || !told.has(doubt.feature)) && !isAsked(doubt),
  );
  const statements = holding(state).map(({ statement }) => statement);
  const known = pathway.profiles.find(({ id }) => id === profile)?.id ?? pathway.defaultProfile;
  const withheld = withholdExclusion(pathway, statements, open, known);
  if (!withheld.ok) return withheld;
  const { doubts } = withheld.value;
  const unknown = doubts.map(({ feature, span }): Statement => ({ feature, kind: "unknown", span }));
  const replaced = new Set(doubts.map(({ feature }) => feature));
  const kept = state.flatMap((one) => {
    const { feature } = one.statement;
    if (!replaced.has(feature) && !restsOn(pathway, feature, replaced)) return [one];
    return supposes ? aside(one) : [];
  });
  return ok({ doubts, state: [...kept, ...unknown.map((statement) => ({ statement, supposed: supposes }))] });
}

/**
 * Doubts about the results that are held, where a later question tells another age, sex or side than the one before and corrects nothing, or that
 * a test was of another time: they may be of somebody else, of the other leg, or of an older illness.
 */
function ofAnother(
  before: State,
  stated: readonly Statement[],
  {
    topic: { unchanging, tests, pathway },
    corrects,
    text,
  }: { readonly topic: RunnableTopic; readonly corrects: boolean; readonly text: string },
): Understanding["doubts"] {
  const others = (feature: string, key: string) =>
    before.some(({ statement, supposed }) => !supposed && statement.feature === feature && keyOf(statement) !== key);
  const isOld = (one: Statement, { since, staleAfter }: TopicTest) =>
    one.feature === since &&
    staleAfter !== undefined &&
    one.kind === "value" &&
    typeof one.value === "object" &&
    isLonger(one.value, staleAfter);
  const side = sideFeatureOf(pathway.features)?.id;
  const told = new Set(stated.map(({ feature }) => feature));
  // A result that comes with it is of whom it tells.
  const older = tests.filter(({ features }) => !features.some((feature) => told.has(feature)));
  return stated.flatMap((one) => {
    const { span } = one;
    const isOther = unchanging.includes(one.feature) && others(one.feature, keyOf(one));
    if (span === undefined) return [];
    return older
      .filter(
        (test) => (isOther && (!corrects || (one.feature === side && hasPhrase(text, test.words)))) || isOld(one, test),
      )
      .flatMap(({ features }) => features.map((feature) => ({ feature, span, choice: ANY_VALUE })));
  });
}

function isLonger(time: Quantity, days: number): boolean {
  const told = convert(time, "d");
  return told.ok && told.value.value.gt(days);
}

/** The rest of a sentence that asks; the point of a number ends none. */
const ENDS_IN_QUESTION = /^(?:[^.!?;\n]|\.(?=\d))*\?/;

/** What was supposed of these features is so, and what it had set aside is no more. */
export function confirm(topic: RunnableTopic, carried: State, features: readonly string[]): Result<State> {
  const wrong = features.find((feature) => !saidOf(carried, feature).some(({ supposed }) => supposed));
  if (wrong !== undefined)
    return failed(answerDiagnostics.report("confirm-not-supposed", { field: "confirm", feature: wrong.slice(0, 100) }));
  const settled = new Set(features.flatMap((feature) => namesOf(topic, feature)));
  return ok(
    carried.flatMap((one) => {
      if (one.setAside === true && settled.has(one.statement.feature)) return [];
      return [features.includes(one.statement.feature) ? { ...one, supposed: false } : one];
    }),
  );
}
