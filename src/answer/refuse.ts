import type { Subject } from "../library/model/library.ts";
import type { Refusal } from "./answer-shape.ts";
import { isAskedBesideDrug } from "./asked-beside-drug.ts";
import type { SubjectMatch } from "./find-subject.ts";
import { MATCHES_FROM, NEAR_FROM, type TopicMatch } from "./match-topic.ts";
import { isInOtherLanguage } from "./other-language.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import { sideFeatureOf } from "./understand/lexicon/side-feature.ts";
import { comparableText, normalise } from "./understand/text/normalise.ts";
import type { Understanding } from "./understand/understand.ts";

export type RefusalReason = Refusal["reason"];

export interface RefusalContext {
  /** Every topic with its score, best first. */
  readonly ranked: readonly TopicMatch[];
  readonly language: ClinicalLanguage;
  /** What must not wait, in the words of the topic's scope or of the named sets; shown with every refusal. */
  readonly urgentSigns: readonly string[];
  /** Subjects that the question names and no topic covers, emergencies first. */
  readonly subjects?: readonly SubjectMatch[];
}

/** Why a question is not answered, or undefined when it may be. Emergencies are looked for before this is asked. */
export function findRefusal(question: string, context: RefusalContext): Refusal | undefined {
  const isElsewhere = isOfAnotherSubject(question, context) || isOfOtherField(question, context);
  const reason = reasonToRefuse(question, context) ?? (isElsewhere ? "no-topic" : undefined);
  if (reason === undefined) return undefined;
  const [first] = context.subjects ?? [];
  if (first?.isEmergency === true) return refuse("emergency-first", context);
  // A subject or another field that is named is clinical, and says enough to be placed.
  const isPlaced =
    (first !== undefined || namesOtherField(question, context)) &&
    (reason === "not-clinical" || reason === "too-little-said");
  return refuse(isPlaced ? "no-topic" : reason, context);
}

/**
 * An emergency of another field, where it comes before every topic or nothing names one: then no answer of a topic may stand in its place, not even the
 * topic's own emergency, which is another.
 */
export function findOtherEmergency(context: RefusalContext): Refusal | undefined {
  const outranking = findOutrankingEmergency(context);
  if (outranking !== undefined || context.subjects?.[0]?.isEmergency !== true) return outranking;
  return context.ranked.some(({ namesIt }) => namesIt) ? undefined : refuse("emergency-first", context);
}

/** An emergency that comes before every topic, whatever else is told: "no pulse, not breathing". */
export function findOutrankingEmergency(context: RefusalContext): Refusal | undefined {
  const { subjects = [] } = context;
  const first = subjects.find(({ subject, isEmergency }) => isEmergency && subject.outranksTopics);
  return first === undefined ? undefined : refuse("emergency-first", { ...context, subjects: [first, ...subjects] });
}

/** Reasons for which no topic is near and no subject named. */
const NAMES_NOTHING: ReadonlySet<RefusalReason> = new Set(["unreadable", "other-language", "not-clinical"]);

/** A refusal that names its reason and the nearest topics. `detail`, if given, is the topic's own word on what it excludes. */
export function refuse(
  reason: RefusalReason,
  { ranked, language, urgentSigns, subjects = [] }: RefusalContext,
  detail?: string,
): Refusal {
  const [first] = NAMES_NOTHING.has(reason) ? [] : subjects;
  const near = NAMES_NOTHING.has(reason) ? [] : ranked.filter(({ score }) => score >= NEAR_FROM);
  return {
    reason,
    message: detail === undefined ? language.refusals[reason] : `${language.refusals[reason]} ${detail}`,
    nearest: near.map(({ topic }) => ({ topic: topic.slug, title: topic.title, question: topic.question })),
    urgentSigns: first === undefined ? [...urgentSigns] : first.subject.urgentSigns.map(({ sign }) => sign),
    subject: first === undefined ? null : presentSubject(first.subject),
  };
}

function presentSubject({ id, title, say, urgentSigns }: Subject): NonNullable<Refusal["subject"]> {
  return {
    id,
    title,
    say,
    urgentSigns: urgentSigns.map(({ sign, sources }) => ({
      sign,
      basis: sources.length > 0 ? "cited" : "house-rule",
      citations: sources.map((source) => ({ source })),
    })),
  };
}

const OTHER_SIGNS = /\P{L}+/gu;
const HALF_OF_LETTER = /[\uD800-\uDBFF]/g;
/** Fewer words than this say too little to be placed. */
const FEWEST_WORDS = 3;
/** So do fewer than this that come near a topic without asking anything it answers ("left calf pain"). */
const FEWEST_WORDS_NEAR = 6;

function lettersIn(text: string): number {
  const letters = text.replace(OTHER_SIGNS, "");
  return letters.length - (letters.match(HALF_OF_LETTER)?.length ?? 0);
}

function reasonToRefuse(
  question: string,
  { ranked, language, subjects = [] }: RefusalContext,
): RefusalReason | undefined {
  const text = comparableText(question);
  const letters = lettersIn(text);
  // Text is mostly letters; a stream of symbols, digits or damaged bytes is not.
  if (letters < 2 || letters < text.replace(/[\s\d]/g, "").length / 2) return "unreadable";
  if (isInOtherLanguage(text, language)) return "other-language";
  if (isOtherTask(text, language)) return "not-clinical";
  const [best] = ranked;
  if (best?.understanding.drugDose !== undefined && asksOnlyForDrug(best)) {
    if (!isAskedBesideDrug(question, best, language)) return "drug-dose";
  }
  const words = text.trim().split(/\s+/).length;
  // "Repeat when?": asked like a question of the topic, and of nothing.
  if (words < FEWEST_WORDS && best !== undefined && isOfNothing(best)) return "too-little-said";
  if (best !== undefined && (isAnswered(best) || asksOfALeg(best))) return undefined;
  const near = best !== undefined && best.score >= NEAR_FROM;
  if (words < (near || best?.isInItsWords === true ? FEWEST_WORDS_NEAR : FEWEST_WORDS)) return "too-little-said";
  // What is asked may have no answer, and is then told so; it is the topic's all the same, unless it names another subject.
  if (best?.speaksOfSubject === true && subjects.length === 0) return undefined;
  return isClinical(best) ? "no-topic" : "not-clinical";
}

function isAnswered({ score, speaksOfOthers }: TopicMatch): boolean {
  return score >= MATCHES_FROM && !speaksOfOthers;
}

/** It names a subject that comes before topics, and nothing that was seen or measured on a leg. */
function isOfAnotherSubject(question: string, { ranked: [best], subjects = [] }: RefusalContext): boolean {
  const named = subjects.flatMap(({ subject }) => (subject.beforeTopics ? subject.words : []));
  if (named.length === 0) return false;
  const said = ` ${wordsOf(question).join(" ")} `;
  const wordsSaid = new Set(named.filter((words) => said.includes(` ${words} `)).flatMap((words) => wordsOf(words)));
  const costs = new Map(best?.topic.pathway?.features.map(({ id, cost }) => [id, cost]));
  const isSeen = (feature: string) => costs.get(feature) === "examination" || costs.get(feature) === "imaging";
  // "A bruised foot", "thyroid nodule of 2 cm": what is read from the subject's own words is no finding on a leg.
  const isOwnWord = (text: string) =>
    named.some((words) => ` ${words} `.includes(` ${text.toLowerCase()} `)) ||
    wordsOf(text).some((word) => word.length >= SHORTEST_OF_CONTENT && wordsSaid.has(word));
  return !(best?.understanding.statements ?? []).some(
    ({ kind, feature, span }) => kind === "value" && isSeen(feature) && !(span !== undefined && isOwnWord(span.text)),
  );
}

/** Shorter words ("of", "the") say nothing of a subject. */
const SHORTEST_OF_CONTENT = 4;

function wordsOf(text: string): readonly string[] {
  return normalise(text)
    .text.toLowerCase()
    .split(/[^\p{L}\d-]+/u)
    .filter((word) => word !== "");
}

/** From here on it is the question that the topic itself says it answers, however short. */
const ITS_OWN_QUESTION_FROM = 0.9;

function isOfNothing({ understanding: { statements, notOfPatient, uncertain }, namesIt, score }: TopicMatch): boolean {
  return !namesIt && score < ITS_OWN_QUESTION_FROM && statements.length + notOfPatient.length + uncertain.length === 0;
}

/** "Left calf pain, what is the next step?": little is said, but it is the topic that must ask for more. */
function asksOfALeg({ understanding: { statements, questions }, isInItsWords, score, topic }: TopicMatch): boolean {
  const side = sideFeatureOf(topic.pathway?.features ?? [])?.id;
  const isSided = statements.some(({ feature }) => feature === side);
  return isSided && isInItsWords && score >= NEAR_FROM && questions.some(({ focus }) => focus === "next-test");
}

/** A case that also asks for a dose is still answered as far as it goes; the part about the dose is listed as not answered. */
function asksOnlyForDrug({ understanding }: TopicMatch): boolean {
  const telling = understanding.statements.filter(({ kind }) => kind === "value");
  return telling.length < MOST_FINDINGS_OF_A_DRUG_QUESTION;
}

const MOST_FINDINGS_OF_A_DRUG_QUESTION = 4;

/** "Write a limerick about DVT" asks nothing that a library answers. */
function isOtherTask(text: string, { otherTasks }: ClinicalLanguage): boolean {
  const words = ` ${text.toLowerCase().replaceAll(/[^\p{L}-]+/gu, " ")} `;
  return otherTasks.some((task) => words.includes(` ${task} `));
}

/** "What must a thyroid ultrasound report contain?": the words of a topic, asked of something else. */
function isOfOtherField(question: string, context: RefusalContext): boolean {
  const [best] = context.ranked;
  if (best === undefined || !namesOtherField(question, context)) return false;
  const groups = new Map(best.topic.pathway?.features.map(({ id, group }) => [id, group]));
  // Every patient has an age and a sex: the group that comes first.
  const [ofEverybody] = groups.values();
  const { statements, uncertain, notOfPatient } = best.understanding;
  return [...statements, ...uncertain, ...notOfPatient].every(({ feature }) => groups.get(feature) === ofEverybody);
}

function namesOtherField(question: string, { language: { otherFields } }: RefusalContext): boolean {
  const words = ` ${wordsOf(question).join(" ")} `;
  return otherFields.some((field) => words.includes(` ${field} `));
}

/** So many things that a topic speaks of are hardly in one question by chance: it is clinical, though the topic is not asked. */
const FEWEST_THINGS = 5;

function isClinical(best: TopicMatch | undefined): boolean {
  if (best === undefined) return false;
  const { statements, notOfPatient, uncertain, unread, clinicalWords } = best.understanding;
  return (
    best.score >= NEAR_FROM ||
    best.things >= FEWEST_THINGS ||
    statements.length + notOfPatient.length + uncertain.length + unread.length > 0 ||
    clinicalWords > 0
  );
}

/** Why a follow-up is not answered. Emergencies are looked for before this is asked; what was carried over is not judged again. */
export function refuseFollowUp(
  question: string,
  { drugDose, clinicalWords, statements, notOfPatient, uncertain }: Understanding,
  understood: boolean,
  context: RefusalContext,
): Refusal | undefined {
  if (context.subjects?.[0]?.isEmergency === true) return refuse("emergency-first", context);
  if (drugDose !== undefined) return refuse("drug-dose", context);
  const text = comparableText(question);
  // "320" is read as what it is a reply to.
  if (!understood && lettersIn(text) < 2) return refuse("unreadable", context);
  if (isInOtherLanguage(text, context.language)) return refuse("other-language", context);
  // Words of another field, and nothing of this topic's: the question has left the conversation.
  const isElsewhere = clinicalWords > 0 && statements.length + notOfPatient.length + uncertain.length === 0;
  if (understood && !(isElsewhere && !isNear(context))) return undefined;
  return refuse(isClinical(context.ranked[0]) ? "no-topic" : "too-little-said", context);
}

function isNear({ ranked }: RefusalContext): boolean {
  return (ranked[0]?.score ?? 0) >= NEAR_FROM;
}
