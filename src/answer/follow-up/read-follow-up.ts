import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { FeatureId } from "../../pathway/model/feature.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Answer } from "../answer-shape.ts";
import { settleStatements } from "../settle-statements.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Mood, Telling } from "../understand/mood.ts";
import type { Day } from "../understand/text/dates.ts";
import { type Understanding, understand } from "../understand/understand.ts";
import { afterSupposing } from "./after-supposing.ts";
import { answersToAsked } from "./answer-to-asked.ts";
import { correctedWords, givesOtherWords } from "./corrected-words.ts";
import { nameTest } from "./name-test.ts";
import { namedByContext } from "./named-by-context.ts";
import { beginsWith, hasPhrase, isWholly, wordsOf } from "./phrases.ts";
import { readTogether } from "./read-together.ts";
import { resultAsked } from "./result-asked.ts";
import { keyOf } from "./statement-key.ts";
import { withoutTagged } from "./tagged-question.ts";
import { takesBackTurn, withdrawnBy } from "./withdrawn.ts";

/** What a follow-up says and supposes. */
export interface FollowUpReading {
  readonly understanding: Understanding;
  /** Said of the patient: it takes the place of what was said before. */
  readonly stated: readonly Statement[];
  /** Only asked about ("what if"): it holds for this question and is marked. */
  readonly supposed: readonly Statement[];
  /** Words of the topic's field that it says or supposes and that come to nothing. */
  readonly doubts: Understanding["doubts"];
  /** It asks and supposes nothing: what it says is meant to count. */
  readonly isTold: boolean;
  /** It asks what would be. */
  readonly supposes: boolean;
  /** "What if" begins again from what is known; "and if" keeps what was supposed before. */
  readonly startsAfresh: boolean;
  /** It tells something of the patient, or says that the talk returns to what is known: then nothing is supposed any more. */
  readonly returns: boolean;
  /** It takes back what was said before ("my typo, she is 82"): then even who the patient is is replaced. */
  readonly corrects: boolean;
  /** It takes back all that was told last, and says no more. */
  readonly takesBack: boolean;
  /** Features of tests whose results it takes back. */
  readonly withdrawn: readonly FeatureId[];
  /** Results that a word leaves open ("what if it is positive?"), each as findings. */
  readonly outcomes: readonly (readonly Statement[])[];
}

export interface FollowUpContext {
  /** Code of the advice that the question follows: what "it" and "the scan" stand for. */
  readonly advised: string | undefined;
  /** What the conversation holds so far. */
  readonly carried: readonly Statement[];
  /** What it supposes so far. */
  readonly supposedBefore: readonly Statement[];
  /** The words of its questions, oldest first. */
  readonly earlier: readonly string[];
  readonly today: Day | undefined;
  /** What the answer that it follows asked for. */
  readonly asked: Answer["needs"];
}

/** Reads a follow-up of what has been said and advised. */
export function readFollowUp(
  asked: string,
  topic: RunnableTopic,
  language: ClinicalLanguage,
  { advised, carried, supposedBefore, earlier, today, asked: open }: FollowUpContext,
): FollowUpReading {
  const question = nameTest(asked, topic, language, { carried: [...carried, ...supposedBefore], advised });
  const text = wordsOf(question);
  const says = hasPhrase(text, language.followUps.adding);
  const mayBeBare = /\?\s*$/.test(asked) && beginsWith(text, language.followUps.askingBare);
  // What is shown points into the words as they were asked.
  const when = { today, known: new Set(carried.map(({ feature }) => feature)) };
  const understanding = withoutTagged(understand(asked, topic, language, when), asked, language);
  const isBare =
    mayBeBare &&
    !says &&
    understanding.focusSpan === undefined &&
    (supposesAlone(asked, topic, language, when) || isResultAlone(asked, language));
  const adds = says || isBare;
  const supposes = adds || hasPhrase(text, language.followUps.fresh);
  const supposition = supposes ? understand(asked, topic, language, { ...when, mood: "supposed" }) : understanding;
  const spoken = (shown: Understanding, mood: Mood): Understanding => {
    if (question === asked) return shown;
    const { statements } = understand(question, topic, language, { ...when, mood });
    return { ...shown, statements: statements.map(({ span: _elsewhere, ...statement }) => statement) };
  };
  const together = ({ statements, doubts }: Pick<Understanding, "statements" | "doubts">, mood: Mood) =>
    readTogether(question, topic, language, {
      told: statements,
      doubted: new Set(doubts.map(({ feature }) => feature)),
      carried,
      earlier,
      mood,
      today,
    });
  const said = spoken(understanding, "stated");
  const answered = answersToAsked(question, open, topic, language);
  const told = answered.isUnclear ? { ...said, statements: withoutSummed(said) } : said;
  const others = () => together({ ...told, statements: settleStatements(told) }, "stated");
  const byItself = answered.isAll ? answered.statements : besides(answered.statements, others());
  const isTold =
    !supposes &&
    !/\?\s*$/.test(asked) &&
    understanding.focusSpan === undefined &&
    !beginsWith(text, language.followUps.requesting);
  const saysNothing = isTold && !answered.isAll && saysNothingBut(byItself, carried, topic);
  const knownKeys = new Set(carried.map(keyOf));
  const news = byItself.filter((one) => !knownKeys.has(keyOf(one)));
  const mayCorrect = isTold && !answered.isAll && saysNothingBut(news, carried, topic);
  const instead = mayCorrect ? correctedWords(asked, topic, language, { carried, earlier, today }) : undefined;
  const named =
    saysNothing && instead === undefined ? namedByContext(asked, topic, language, { carried, advised, today }) : [];
  const settled = instead?.stated ?? (named.length > 0 ? named : byItself);
  const { doubts } = supposition;
  const corrects =
    instead !== undefined ||
    givesOtherWords(asked, earlier) ||
    hasPhrase(text, language.followUps.correcting) ||
    (hasPhrase(text, language.followUps.apologising) && isOneSlip(settled, topic, carried));
  const takesBack = takesBackTurn(asked, language);
  const withdrawn = supposes ? [] : [...withdrawnBy(asked, topic, language, carried), ...(instead?.withdrawn ?? [])];
  const after = supposes ? undefined : afterSupposing(asked, language);
  const tells = settled.some((one) => isTold || !knownKeys.has(keyOf(one))) || withdrawn.length > 0 || takesBack;
  const goesOn = isTold && !isWholly(asked, language.followUps.acknowledging);
  const returns = !supposes && (tells || goesOn || after === "denies" || after === "returns");
  const common = { understanding, doubts, isTold, supposes, returns, corrects, takesBack, withdrawn };
  if (!supposes) return { ...common, stated: settled, supposed: [], startsAfresh: false, outcomes: [] };
  // "And if she were pregnant?" asked of a man supposes the sex as well.
  const whole = together(spoken(supposition, "supposed"), "supposed");
  // What is read of the same feature as so and as supposed is supposed: "if she was pregnant?".
  const isSupposed = (one: Statement) =>
    whole.some((other) => other.feature === one.feature && keyOf(other) !== keyOf(one));
  const stated = settled.filter((one) => !carried.some((old) => old.feature === one.feature) && !isSupposed(one));
  const facts = new Set(stated.map(keyOf));
  const read = whole.filter((one) => !facts.has(keyOf(one)));
  const result = resultAsked(text, read, { topic, language, advised });
  const telling = result === undefined ? read : read.filter(({ feature }) => !result.test.features.includes(feature));
  const results = result?.results ?? [];
  const [only] = results;
  return {
    ...common,
    stated,
    supposed: [...telling, ...(results.length === 1 && only !== undefined ? only : [])],
    startsAfresh: !adds,
    outcomes: results.length > 1 ? results : [],
  };
}

/** "And with a previous DVT?" names a finding and asks nothing else of it. */
function supposesAlone(asked: string, topic: RunnableTopic, language: ClinicalLanguage, when: Telling): boolean {
  const told = asked.replace(/\s*\?\s*$/, ".");
  const { statements } = understand(told, topic, language, { ...when, mood: "supposed" });
  // Another age and another sex are somebody else's.
  const ofWho = new Set(statements.map(({ feature }) => feature)).intersection(new Set(topic.unchanging));
  return ofWho.size < 2 && statements.some(({ kind }) => kind === "value");
}

/** "And positive?" */
function isResultAlone(
  asked: string,
  { followUps: { askingBare, negative, positive, pronouns } }: ClinicalLanguage,
): boolean {
  return isWholly(asked, [...askingBare, ...negative, ...positive, ...pronouns]);
}

/** Nothing is told by itself, or only in what a number is counted that is held already ("it was DDU"). */
function saysNothingBut(
  said: readonly Statement[],
  carried: readonly Statement[],
  { pathway }: RunnableTopic,
): boolean {
  const featureOf = (id: FeatureId) => pathway.features.find((one) => one.id === id);
  const held = new Set(
    carried.flatMap(({ kind, feature }) => (kind === "value" ? (featureOf(feature)?.family ?? []) : [])),
  );
  const isOfHeld = (id: FeatureId) => {
    const feature = featureOf(id);
    return feature?.type.kind === "choice" && feature.family !== undefined && held.has(feature.family);
  };
  return said.every(({ kind, feature }) => kind !== "value" || isOfHeld(feature));
}

/** What is said in words of its own comes before an answer that names nothing. */
function besides(answered: readonly Statement[], said: readonly Statement[]): readonly Statement[] {
  const named = new Set(said.map(({ feature }) => feature));
  return [...answered.filter(({ feature }) => !named.has(feature)), ...said];
}

/** "The first yes, and a graze; rest no": what the rest is, is not known. */
function withoutSummed({ statements, implied }: Understanding): readonly Statement[] {
  const summed = new Set(implied.map(({ feature }) => feature));
  return statements.filter(({ feature }) => !summed.has(feature));
}

/** "Sorry, she's 16" puts one thing right; another age and another sex at once may be somebody else's, and the reader is asked. */
function isOneSlip(
  stated: readonly Statement[],
  { unchanging }: RunnableTopic,
  carried: readonly Statement[],
): boolean {
  const known = new Set(carried.map(keyOf));
  const others = stated.filter(
    (one) =>
      unchanging.includes(one.feature) &&
      !known.has(keyOf(one)) &&
      carried.some(({ feature }) => feature === one.feature),
  );
  return others.length <= 1;
}

/**
 * Whether a follow-up leaves the patient of the conversation for another, of whom nothing that was said before holds. "That result was
 * another patient's" and "sorry, that was another patient" stay with the one they are about.
 */
export function isOfOtherPatient(question: string, language: ClinicalLanguage): boolean {
  const { otherPatient, withdrawing } = language.followUps;
  const text = wordsOf(question);
  return hasPhrase(text, otherPatient) && !hasPhrase(text, withdrawing) && !takesBackTurn(question, language);
}
